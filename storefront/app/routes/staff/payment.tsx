import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { StaffPaymentQuery, TransactionActionEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatWon } from "~/lib/money.ts";
import { AskProvider, Confirm, type Wish } from "~/rooms/payments/AskProvider.tsx";
import { askProvider, loadPayment, parameter } from "~/rooms/payments/desk.server.ts";
import { Outcome, StateTag, useDeskWords, useWon } from "~/rooms/payments/parts.tsx";
import { mostOf, readWon, reasonWords } from "~/rooms/payments/state.ts";
import { eventWords, paymentDeskWords } from "~/rooms/payments/words.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/payment";

export const handle = { islands: [formIsland] };
const KINDS: readonly TransactionActionEnum[] = ["CHARGE", "REFUND", "CANCEL"];

export async function loader({ context, params }: Route.LoaderArgs) {
  return { payment: await loadPayment(context, params.token), isDone: parameter(context, "done", 20) === "asked" };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, ["check", "confirm"]);
  const { language } = appOf(context);
  const t = paymentDeskWords(language);
  const payment = await loadPayment(context, params.token);
  const typed = { kind: readText(form, "kind", 10), amount: readText(form, "amount", 30), reason: readText(form, "reason", 200) };
  const kind = KINDS.find((one) => one === typed.kind);
  if (!kind) throw data(null, { status: 400 });
  const most = mostOf(payment, kind);
  const amount = kind === "CANCEL" ? most : readWon(typed.amount);
  const errors: FieldError[] = [];
  if (!amount || amount > most) errors.push({ field: "amount", code: "INVALID", message: t.needAmount(formatWon(most, language)) });
  if (kind === "REFUND" && !typed.reason) errors.push({ field: "reason", code: "REQUIRED", message: t.needReason });
  if (errors.length || !amount) return data({ errors, typed, wish: null }, { status: 400 });
  if (intent === "check") return { errors: [], typed, wish: { kind, amount, reason: typed.reason } satisfies Wish };
  const refused = await askProvider(context, payment.token, kind, kind === "CANCEL" ? null : amount, typed.reason);
  return refused.length ? data({ errors: refused, typed, wish: null }, { status: 400 }) : redirect(`/staff/payments/${payment.token}?done=asked`, 303);
}

type Payment = NonNullable<StaffPaymentQuery["transaction"]>;

function Facts({ payment }: { payment: Payment }) {
  const t = useDeskWords();
  const won = useWon();
  const details = payment.paymentMethodDetails;
  const amounts: [string, { amount: number }, boolean][] = [
    [t.opened, payment.amount, true],
    [t.chargedAmount, payment.chargedAmount, true],
    [t.pendingAmount, payment.chargePendingAmount, false],
    [t.authorizedAmount, payment.authorizedAmount, false],
    [t.refundedAmount, payment.refundedAmount, false],
    [t.refundPending, payment.refundPendingAmount, false],
    [t.canceledAmount, payment.canceledAmount, false],
  ];
  return (
    <Panel title={t.facts} more={payment.externalUrl ? <a className="more" href={payment.externalUrl} rel="noreferrer">{t.atProvider}</a> : null}>
      <dl className="desk-dl">
        {amounts.map(([label, money, always]) =>
          always || money.amount > 0 ? (
            <div key={label} className="pair">
              <dt>{label}</dt>
              <dd>
                <b>{won(money)}</b>
              </dd>
            </div>
          ) : null,
        )}
        <div className="pair">
          <dt>{t.gateway}</dt>
          <dd>{payment.name}</dd>
        </div>
        {details ? (
          <div className="pair">
            <dt>{t.method}</dt>
            <dd>{[details.name, details.lastDigits ? `•••• ${details.lastDigits}` : null].filter(Boolean).join(" ") || details.kind}</dd>
          </div>
        ) : null}
        {payment.transferReference ? (
          <div className="pair">
            <dt>{t.transferReference}</dt>
            <dd>{payment.transferReference}</dd>
          </div>
        ) : null}
        {payment.pspReference ? (
          <div className="pair">
            <dt>{t.pspReference}</dt>
            <dd className="sm">{payment.pspReference}</dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}

function History({ payment }: { payment: Payment }) {
  const t = useDeskWords();
  const language = useLanguage();
  const words = eventWords(language);
  const won = useWon();
  if (!payment.events.length) return <Nothing head={t.historyNone} />;
  return (
    <ol className="steps-line bd">
      {payment.events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.createdAt}>{formatMoment(event.createdAt, language)}</time>
          <span>
            <b>{event.type ? words[event.type] : "–"}</b>
            <span className="m2">{[event.message, reasonWords(event.reason ?? "", language)].filter(Boolean).join(" · ")}</span>
          </span>
          <span className="r">{event.type === "INFO" ? "" : won(event.amount)}</span>
        </li>
      ))}
    </ol>
  );
}

const ACTION_TAGS: Record<string, string> = { WAITING: "tag info", SENT: "tag info", DONE: "tag ok", FAILED: "tag bad", DEAD: "tag bad" };

function Asked({ actions }: { actions: NonNullable<Payment["providerActions"]> }) {
  const t = useDeskWords();
  const language = useLanguage();
  const won = useWon();
  if (!actions.length) return <Nothing head={t.askedNone} />;
  return (
    <ol className="steps-line bd">
      {actions.map((row) => (
        <li key={row.id}>
          <time dateTime={row.createdAt}>{formatMoment(row.createdAt, language)}</time>
          <span>
            <b>{t[row.kind]}</b> <span className={ACTION_TAGS[row.status]}>{t[row.status]}</span>
            <span className="m2">{[reasonWords(row.reason, language), row.lastError].filter(Boolean).join(" · ")}</span>
          </span>
          <span className="r">{won(row.amount)}</span>
        </li>
      ))}
    </ol>
  );
}

function Deposits({ deposits }: { deposits: NonNullable<Payment["deposits"]> }) {
  const t = useDeskWords();
  const language = useLanguage();
  const won = useWon();
  if (!deposits.length) return null;
  return (
    <Panel title={t.matchedDeposits} count={deposits.length} flush>
      <ol className="steps-line bd">
        {deposits.map((row) => (
          <li key={row.id}>
            <time dateTime={row.bookedAt}>{formatMoment(row.bookedAt, language)}</time>
            <span>
              <b>{row.depositor}</b>
              <span className="m2">{row.memo}</span>
            </span>
            <span className="r">{won(row.amount)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export default function PaymentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { payment, isDone } = loaderData;
  const t = useDeskWords();
  const language = useLanguage();
  const here = `/staff/payments/${payment.token}`;
  const errors = actionData?.errors;
  const general = errors?.filter((error) => !["amount", "reason"].includes(error.field ?? ""));
  return (
    <StaffPage
      title={t.payment(payment.order?.number ?? null)}
      lead={
        <>
          <StateTag payment={payment} /> {formatMoment(payment.createdAt, language)}
          {payment.order ? ` · ${payment.order.statusDisplay}` : ""}
        </>
      }
      crumb={<Link to="/staff/payments">{t.title}</Link>}
      acts={payment.order ? <ButtonLink kind="2" size="s" to={`/orders/${payment.order.id}`}>{t.seeOrder}</ButtonLink> : null}
      hasErrors={Boolean(errors?.length)}
    >
      <Outcome errors={general} done={isDone && !actionData ? t.didAsk : null} />
      {actionData?.wish ? <Confirm wish={actionData.wish} payment={payment} here={here} /> : null}
      <div className="desk-grid two">
        <div className="col">
          <Panel title={t.history} flush>
            <History payment={payment} />
          </Panel>
          <Panel title={t.asked} flush>
            <Asked actions={payment.providerActions ?? []} />
          </Panel>
        </div>
        <div className="col">
          <Facts payment={payment} />
          <AskProvider payment={payment} errors={errors} wish={actionData?.typed} />
          <Deposits deposits={payment.deposits ?? []} />
        </div>
      </div>
    </StaffPage>
  );
}
