import { imagePath } from "~/lib/images.ts";
import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { formatDate } from "~/lib/dates.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { CancelPanel, CancelPreview } from "~/rooms/orderdesk/CancelPanel.tsx";
import { handlingVendor, loadOrder, workOn, type DeskOrder } from "~/rooms/orderdesk/orderdesk.server.ts";
import { History } from "~/rooms/orderdesk/History.tsx";
import { Parcels } from "~/rooms/orderdesk/Parcels.tsx";
import { DueDay, OrderState, Won } from "~/rooms/orderdesk/parts.tsx";
import { SendPanel } from "~/rooms/orderdesk/SendPanel.tsx";
import { useOrderWords } from "~/rooms/orderdesk/words.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { PurchaseNotice } from "~/rooms/purchasedesk/parts.tsx";
import { purchaseOfOrder } from "~/rooms/purchasedesk/purchasedesk.server.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Field } from "~/ui/Field.tsx";
import type { Route } from "./+types/order";
import "~/styles/orderdesk.css";

export const handle = { islands: [formIsland] };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const loaded = await loadOrder(context, request, params.id);
  return { ...loaded, purchase: await purchaseOfOrder(context, request, loaded.order) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  await handlingVendor(context, request);
  const form = await request.formData();
  const intent = readIntent(form, ["confirm", "prepare", "ship", "cancel", "agree", "tracking", "undo", "delivered"]);
  const done = await workOn(context, params.id, intent, form);
  return done instanceof Response ? done : data({ errors: done, intent, courier: String(form.get("courier") ?? ""), number: String(form.get("number") ?? "") }, { status: 400 });
}

function DueBox({ order }: { order: DeskOrder }) {
  const t = useOrderWords();
  const language = useLanguage();
  const can = (step: "CONFIRM" | "PREPARE") => order.availableActions?.includes(step);
  const paper = (kind: string) => `/vendor/papers.pdf?kind=${kind}&id=${encodeURIComponent(order.id)}`;
  return (
    <div className={`due-box${order.dueState === "LATE" ? " is-late" : order.dueState === "DUE_TODAY" ? " is-today" : ""}`}>
      <OrderState state={order.state} />
      {order.dueState && order.dueOn ? (
        <span>
          <b>{t.sendByOn(formatDate(order.dueOn, language))}</b> <DueDay on={order.dueState === "IN_TIME" ? null : order.dueOn} state={order.dueState} />
          <br />
          <span className="sm sub">
            {order.dueReason ? t.dueReason[order.dueReason] : null}
            {order.statutoryDueOn && order.dueReason !== "AGREED" ? ` · ${t.statutory(formatDate(order.statutoryDueOn, language))}` : null}
          </span>
        </span>
      ) : null}
      <span className="acts">
        {can("CONFIRM") ? (
          <form method="post">
            <Button name="intent" value="confirm">{t.confirm}</Button>
          </form>
        ) : null}
        {can("PREPARE") ? (
          <form method="post">
            <Button name="intent" value="prepare">{t.prepare}</Button>
          </form>
        ) : null}
        <ButtonLink to={paper("packing")} target="_blank">
          <Icon name="print" size="s" />
          {t.packing}
        </ButtonLink>
        {order.state === "CANCELED" ? null : (
          <ButtonLink to={paper("statement")} target="_blank">
            <Icon name="doc" size="s" />
            {t.statement}
          </ButtonLink>
        )}
      </span>
    </div>
  );
}

function Lines({ order }: { order: DeskOrder }) {
  const t = useOrderWords();
  return (
    <>
      <ul className="order-lines">
        {order.lines.map((line) => (
          <li key={line.id}>
            {line.thumbnail ? <img src={imagePath(line.thumbnail.url)} alt="" width={52} height={52} /> : <span className="blank" />}
            <span>
              <Local text={line.productName} />
              <span className="opt">
                {[line.variantName, line.productSku].filter(Boolean).join(" · ")}
                {line.quantityFulfilled ? ` · ${t.sent(line.quantityFulfilled)}` : null}
                {line.quantityCanceled ? ` · ${t.canceledPieces(line.quantityCanceled)}` : null}
                {line.quantityReturned ? ` · ${t.returnedPieces(line.quantityReturned)}` : null}
              </span>
            </span>
            <span className="r">
              <b>{t.count(line.quantity)}</b>
              <span className="opt">
                <Won money={line.totalPrice.gross} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <dl className="order-sum">
        <dt>{t.delivery}</dt>
        <dd>{order.shippingPrice.gross.amount ? <Won money={order.shippingPrice.gross} /> : t.free}</dd>
        <dt>{t.supply}</dt>
        <dd><Won money={order.total.net} /></dd>
        <dt>{t.tax}</dt>
        <dd><Won money={order.total.tax} /></dd>
        <dt className="sum">{t.total}</dt>
        <dd className="sum"><Won money={order.total.gross} /></dd>
      </dl>
    </>
  );
}

function Where({ order }: { order: DeskOrder }) {
  const t = useOrderWords();
  const { receiver } = order;
  const rows: [string, string | null | undefined][] = [
    [t.agency, order.buyerOrganization], [t.receiver, receiver ? [receiver.name, receiver.organization].filter(Boolean).join(" · ") : null], [t.phone, receiver?.phone],
    [t.address, receiver ? `${receiver.postalCode ? `(${receiver.postalCode}) ` : ""}${receiver.address}` : null], [t.note, order.customerNote],
  ];
  return (
    <Panel title={t.where}>
      {receiver ? null : <p className="sub sm">{t.noPlace}</p>}
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
      {receiver ? <p className="sm mute">{receiver.isMasked ? t.masked : t.noted}</p> : null}
    </Panel>
  );
}

function Agree({ order }: { order: DeskOrder }) {
  const t = useOrderWords();
  if (!order.isPaidLater || !order.availableActions?.includes("SHIP")) return null;
  return (
    <Panel title={t.agreeTitle}>
      <form method="post" className="field-row">
        <input type="hidden" name="intent" value="agree" />
        <Field label={t.agreedOn} hint={t.agreeLead} name="agreedOn" type="date" defaultValue={order.agreedOn ?? ""} />
        <Button>{t.save}</Button>
      </form>
    </Panel>
  );
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, isCancelling, preview, lines, asked, done, purchase } = loaderData;
  const t = useOrderWords();
  const language = useLanguage();
  const canShip = order.availableActions?.includes("SHIP") ?? false;
  const words: Record<string, string> = t.did;
  return (
    <CentrePage title={order.number} lead={`${t.placed} ${order.placedAt ? formatMoment(order.placedAt, language) : ""}`} crumb={<Link to="/vendor/orders">{t.back}</Link>} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={actionData?.errors} done={words[done] ?? null} />
      <PurchaseNotice purchase={purchase} />
      <DueBox order={order} />
      {isCancelling && asked.isAsked ? <CancelPreview order={order} preview={preview ?? null} lines={lines} asked={asked} /> : null}
      <div className="desk-grid two">
        <div className="col">
          {canShip && !isCancelling ? <SendPanel order={order} typed={actionData?.intent === "ship" ? actionData : null} /> : null}
          <Panel title={t.goods} count={order.lines.length}>
            <Lines order={order} />
          </Panel>
          {order.fulfillments.length ? <Parcels order={order} /> : null}
          {canShip ? <CancelPanel order={order} isOpen={isCancelling} lines={lines} asked={asked} /> : null}
        </div>
        <div className="col">
          <Where order={order} />
          <Agree order={order} />
          <History order={order} />
        </div>
      </div>
    </CentrePage>
  );
}
