import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { formatDate } from "~/lib/dates.ts";
import { readIntent, readText } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatWon } from "~/lib/money.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { decideReturn, handlingVendor, loadReturn, type DeskReturn } from "~/rooms/orderdesk/orderdesk.server.ts";
import { orderPath, Won } from "~/rooms/orderdesk/parts.tsx";
import { useOrderWords } from "~/rooms/orderdesk/words.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Checkbox, Field, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/return";
import "~/styles/orderdesk.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadReturn(context, request, params.id);

export async function action({ context, request, params }: Route.ActionArgs) {
  await handlingVendor(context, request);
  const form = await request.formData();
  const intent = readIntent(form, ["accept", "reject", "receive"]);
  const done = await decideReturn(context, params.id, intent, form);
  return done instanceof Response ? done : data({ errors: done, intent, reason: readText(form, "reason") }, { status: 400 });
}

/** What the pieces cost, less what is kept; the API counts to the won when they are received. */
const worthOf = (back: DeskReturn): number => Math.max(back.lines.reduce((sum, line) => sum + Math.round((line.orderLine.totalPrice.gross.amount * line.quantity) / line.orderLine.quantity), 0) - back.returnFee.amount, 0);

function Facts({ back }: { back: DeskReturn }) {
  const t = useOrderWords();
  const language = useLanguage();
  const money = (amount: number) => formatWon(amount, language);
  const rows: [string, string | null][] = [
    [t.why, `${t.kinds[back.reasonKind]}${back.reason ? ` · ${back.reason}` : ""}`], [t.asked, formatMoment(back.requestedAt, language)], [t.wayBack, t.bearer[back.returnCostBearer]],
    [t.fee, back.returnFee.amount ? money(back.returnFee.amount) : null], [t.parcelBack, back.trackingNumber ? `${back.courier?.name ?? ""} ${back.trackingNumber}`.trim() : null],
    [t.rejectReason, back.rejectionReason || null], [t.refundDone, back.refundAmount ? money(back.refundAmount.amount) : null], [t.interest, back.lateInterest.amount ? money(back.lateInterest.amount) : null],
  ];
  return (
    <dl className="desk-dl">
      {rows.map(([label, text]) =>
        text ? (
          <div className="pair" key={label}>
            <dt>{label}</dt>
            <dd><Local text={text} /></dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Decide({ back, today, typed }: { back: DeskReturn; today: string; typed: { reason: string } | null }) {
  const t = useOrderWords();
  const canReject = back.status === "REQUESTED" || back.status === "ACCEPTED";
  return (
    <>
      {back.status === "REQUESTED" ? (
        <Panel title={t.accept} note={t.acceptLead}>
          <form method="post" data-once={t.busy}>
            <input type="hidden" name="intent" value="accept" />
            <Button kind="1">{t.accept}</Button>
          </form>
        </Panel>
      ) : null}
      {back.status === "ACCEPTED" ? (
        <Panel title={t.receive}>
          <form method="post" className="stack-form" data-once={t.busy}>
            <input type="hidden" name="intent" value="receive" />
            <p className="sub">{t.receiveLead}</p>
            <p>
              {t.refundPreview} <b className="return-sum" data-testid="return-worth"><Won money={{ amount: worthOf(back) }} /></b>
              <br />
              <span className="sm mute">{t.moreToCome}</span>
            </p>
            <Field label={t.backOn} name="backOn" type="date" defaultValue={today} max={today} />
            <Checkbox label={t.resell} name="resell" />
            <div>
              <Button kind="1">{t.receive}</Button>
            </div>
          </form>
        </Panel>
      ) : null}
      {canReject ? (
        <Panel title={t.reject}>
          <form method="post" className="stack-form" data-once={t.busy}>
            <input type="hidden" name="intent" value="reject" />
            <p className="sub">{t.rejectLead}</p>
            <TextArea label={t.rejectReason} name="reason" rows={2} maxLength={500} required defaultValue={typed?.reason} />
            <div>
              <Button kind="x">{t.reject}</Button>
            </div>
          </form>
        </Panel>
      ) : null}
    </>
  );
}

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  const { withdrawal: back, done, today } = loaderData;
  const t = useOrderWords();
  const language = useLanguage();
  const words: Record<string, string> = t.didReturn;
  return (
    <CentrePage
      title={back.number}
      lead={back.refundBy && back.status === "RECEIVED" ? t.refundBy(formatDate(back.refundBy, language)) : back.statusDisplay}
      crumb={<Link to="/vendor/returns">{t.returnBack}</Link>}
      hasErrors={Boolean(actionData?.errors.length)}
    >
      <Outcome errors={actionData?.errors} done={words[done] ?? null} />
      <div className="desk-grid two">
        <div className="col">
          <Panel title={back.statusDisplay}>
            <Facts back={back} />
          </Panel>
          <Panel
            title={t.goods}
            more={
              <Link className="link sm more" to={orderPath(back.vendorOrder.id)}>
                {back.vendorOrder.number}
              </Link>
            }
          >
            <ul className="order-lines">
              {back.lines.map((line) => (
                <li key={line.id}>
                  <span className="blank" aria-hidden="true" />
                  <span>
                    <Local text={line.orderLine.productName} />
                    <span className="opt">{line.orderLine.variantName}</span>
                  </span>
                  <span className="r">
                    <b>{t.count(line.quantity)}</b>
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <div className="col">
          <Decide back={back} today={today} typed={actionData ?? null} />
        </div>
      </div>
    </CentrePage>
  );
}
