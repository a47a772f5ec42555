import type { PurchaseOrderFullFragment, PurchaseOrderPageQuery, PurchaseOrderProposalFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { named } from "~/rooms/requests/view.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import { fewerOf, percentOf } from "./change.ts";
import { orderPath } from "./parts.tsx";
import { orderWords } from "./words.ts";

type Order = PurchaseOrderFullFragment;
type Errors = readonly FieldError[] | undefined;

/** What was ordered, how much of it was sent, and the sums. */
export function Goods({ order: { vendorOrder } }: { order: Order }) {
  const t = orderWords(useLanguage());
  const { total, shippingPrice, lines } = vendorOrder;
  const sums = [...(shippingPrice.gross.amount ? [[t.delivery, shippingPrice.gross.amount] as const] : []), [t.net, total.net.amount] as const, [t.tax, total.tax.amount] as const];
  return (
    <Panel title={t.items} count={lines.length} flush>
      <div className="req-lines">
        <Table
          caption={t.items}
          rows={lines}
          keyOf={(line) => line.id}
          columns={[
            {
              head: t.item, isMain: true, cell: (line) => (
                <div className="pd">
                  {line.thumbnail ? <img src={imagePath(line.thumbnail.url)} alt="" width={52} height={52} loading="lazy" /> : <span className="blank" />}
                  <span><b><Local text={line.productName} /></b><small><Local text={line.variantName} /></small></span>
                </div>
              ),
            },
            { head: t.quantity, align: "r", cell: (line) => <span className="num">{formatNumber(line.quantity)}</span> },
            { head: t.shipped, align: "r", cell: (line) => <span className="num">{formatNumber(line.quantityFulfilled)}</span> },
            { head: t.gross, align: "r", cell: (line) => <span className="num">{formatNumber(line.totalPrice.gross.amount)}</span> },
          ]}
        />
      </div>
      <dl className="tots">
        {sums.map(([head, amount]) => (
          <div key={head}><dt>{head}</dt><dd>{formatNumber(amount)}</dd></div>
        ))}
        <div className="big"><dt>{t.total}</dt><dd>{formatNumber(total.gross.amount)}</dd></div>
      </dl>
    </Panel>
  );
}

function useSays(change: PurchaseOrderProposalFragment, order: Order): string[] {
  const language = useLanguage();
  const t = orderWords(language);
  const day = change.deliverBy && change.deliverBy !== order.deliverBy ? [t.newDay(formatDate(order.deliverBy, language), formatDate(change.deliverBy, language))] : [];
  return [...day, ...fewerOf(change.pieces, order.vendorOrder.lines).map((one) => t.fewer(one.name, one.from, one.to)), t.why(change.reason)];
}

/** What the enterprise proposes instead, with the two answers and what each does. */
export function OpenChange({ order, errors, mayAnswer }: { order: Order; errors: Errors; mayAnswer: boolean }) {
  const change = order.openChange;
  return change ? <Proposal order={order} change={change} errors={errors} mayAnswer={mayAnswer} /> : null;
}

function Proposal({ order, change, errors, mayAnswer }: { order: Order; change: PurchaseOrderProposalFragment; errors: Errors; mayAnswer: boolean }) {
  const t = orderWords(useLanguage());
  const says = useSays(change, order);
  return (
    <section className="confirm" aria-labelledby="change-head">
      <h2 id="change-head">{t.change}</h2>
      <ul className="dots">
        {says.map((text) => (
          <li key={text}><Local text={text} /></li>
        ))}
      </ul>
      {mayAnswer ? (
        <form method="post" className="stack-form" data-once={t.busy}>
          <input type="hidden" name="change" value={change.id} />
          <p className="sm">{t.agreeNote}</p>
          <TextArea id="note" name="note" rows={2} maxLength={500} label={t.note} hint={t.noteHint} error={errorOf(errors, "note")?.message} />
          <div className="acts">
            <Button kind="1" name="intent" value="agree">{t.agree}</Button>
            <Button name="intent" value="refuse">{t.refuse}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

/** What was proposed before, and what came of it. */
export function PastChanges({ order }: { order: Order }) {
  const t = orderWords(useLanguage());
  const past = order.changes.filter((change) => change.id !== order.openChange?.id);
  if (!past.length) return null;
  return (
    <Panel title={t.past}>
      <ul className="req-log num">
        {past.map((change) => (
          <Past key={change.id} change={change} order={order} />
        ))}
      </ul>
    </Panel>
  );
}

function Past({ change, order }: { change: PurchaseOrderProposalFragment; order: Order }) {
  const language = useLanguage();
  const t = orderWords(language);
  const says = useSays(change, order);
  return (
    <li>
      <time dateTime={change.proposedAt}>{formatMoment(change.proposedAt, language)}</time>
      <span>
        <Local text={says.join(" · ")} /> <b>{t.decided[change.status]}</b>
        {change.decidedBy ? <span className="role"> · <Local text={named(change.decidedBy)} /></span> : null}
        {change.decisionNote ? <> <q><Local text={change.decisionNote} /></q></> : null}
      </span>
    </li>
  );
}

/** The terms of the order. */
export function Terms({ order }: { order: Order }) {
  const language = useLanguage();
  const t = orderWords(language);
  const facts = [
    [t.vendor, order.vendorOrder.vendor.name], [t.orderedOn, formatDate(order.orderedOn, language)], [t.deliverBy, formatDate(order.deliverBy, language)], [t.place, order.deliveryPlace], [t.requester, named(order.requester)],
    [t.delay, t.delayADay(percentOf(order.delayRatePerDay))], [t.state, order.canceledAt ? t.canceledAt(formatMoment(order.canceledAt, language)) : order.acceptedAt ? t.acceptedAt(formatMoment(order.acceptedAt, language)) : t.notAccepted], [t.cancelReason, order.canceledReason],
  ].filter(([, text]) => text);
  return (
    <Panel title={t.order} note={order.number}>
      <dl className="desk-dl">
        {facts.map(([head, text]) => (
          <div className="pair" key={head}>
            <dt>{head}</dt>
            <dd><Local text={text ?? ""} /></dd>
          </div>
        ))}
      </dl>
      {order.paper ? <p className="order-paper"><ButtonLink size="s" to={`/agency/papers/${encodeURIComponent(order.paper.id)}`}>{t.paper}</ButtonLink></p> : null}
    </Panel>
  );
}

/** What cancelling would free, before it is done. */
export function ConfirmCancel({ order, cancellation, errors }: { order: Order; cancellation: NonNullable<PurchaseOrderPageQuery["purchaseOrderCancelPreview"]>; errors: Errors }) {
  const language = useLanguage();
  const t = orderWords(language);
  return (
    <section className="confirm" aria-labelledby="cancel-head">
      <h2 id="cancel-head">{t.cancelHead}</h2>
      <p>{t.cancelWill(formatWon(cancellation.amount.amount, language), cancellation.pieces)} {cancellation.endsOrder ? t.cancelEnds : null}</p>
      <form method="post" className="stack-form" data-once={t.busy}>
        <Field id="reason" name="reason" label={t.cancelReason} maxLength={500} required error={errorOf(errors, "reason")?.message} />
        <div className="acts">
          <Button kind="x" name="intent" value="cancel">{t.yesCancel}</Button>
          <ButtonLink to={orderPath(order.id)}>{t.keep}</ButtonLink>
        </div>
      </form>
    </section>
  );
}
