import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { purchasePath, Won } from "./parts.tsx";
import type { Asking, Purchase } from "./purchasedesk.server.ts";
import { amountNow, dayAfter, type Fault } from "./wish.ts";
import { usePurchaseWords } from "./words.ts";

/** The later day and the fewer pieces. It changes nothing yet: the next page shows what it means. */
export function ProposeForm({ purchase, asking }: { purchase: Purchase; asking: Asking | null }) {
  const t = usePurchaseWords();
  const language = useLanguage();
  const typed = asking?.typed ?? {};
  const errorOf = (...faults: Fault[]) => faults.filter((fault) => asking?.wish.faults.includes(fault)).map((fault) => t.faults[fault])[0];
  const fault = errorOf("pieces", "all", "nothing");
  const open = purchase.vendorOrder.lines.filter((line) => line.quantityToFulfill);
  return (
    <Panel title={t.proposeTitle} note={t.proposeLead}>
      <form method="get" action={`${purchasePath(purchase.id)}#propose`} className="stack-form" id="propose">
        <input type="hidden" name="propose" value="check" />
        <Field id="deliverBy" label={t.newDay} hint={t.newDayHint(formatDate(purchase.deliverBy, language))} name="deliverBy" type="date" min={dayAfter(purchase.deliverBy)} defaultValue={typed["deliverBy"] ?? ""} error={errorOf("day")} />
        <fieldset className="purchase-pieces">
          <legend>{t.canSend}</legend>
          <ul className="order-lines">
            {open.map((line) => (
              <li key={line.id}>
                {line.thumbnail ? <img src={imagePath(line.thumbnail.url)} alt="" width={52} height={52} loading="lazy" /> : <span className="blank" />}
                <span>
                  <Local text={line.productName} />
                  <span className="opt">{[line.variantName, t.openPieces(line.quantityToFulfill)].filter(Boolean).join(" · ")}</span>
                </span>
                <span>
                  <label className="vh" htmlFor={`q-${line.id}`}>{t.quantityOf(line.productName)}</label>
                  <input id={`q-${line.id}`} className="in num q" type="number" name={`q-${line.id}`} min={0} max={line.quantityToFulfill} defaultValue={typed[`q-${line.id}`] ?? line.quantityToFulfill} inputMode="numeric" aria-describedby={fault ? "pieces-error" : undefined} />
                </span>
              </li>
            ))}
          </ul>
          {fault ? <p className="err" id="pieces-error">{fault}</p> : null}
          <p className="sm sub">
            {t.declineNote} <Link className="link" to={`/vendor/orders/${encodeURIComponent(purchase.vendorOrder.id)}?cancel=1`}>{t.decline}</Link>.
          </p>
        </fieldset>
        <TextArea id="reason" label={t.reason} name="reason" rows={2} maxLength={500} required defaultValue={typed["reason"] ?? ""} error={errorOf("reason")} />
        <div className="purchase-acts">
          <Button kind={asking && !asking.wish.faults.length ? "2" : "1"}>{t.preview}</Button>
          <ButtonLink to={purchasePath(purchase.id)}>{t.leave}</ButtonLink>
        </div>
      </form>
    </Panel>
  );
}

function Amounts({ purchase, asking }: { purchase: Purchase; asking: Asking }) {
  const t = usePurchaseWords();
  const now = amountNow(purchase.vendorOrder);
  const less = new Map(asking.less.map((line) => [line.orderLineId, line.amount]));
  const open = new Map(purchase.vendorOrder.lines.map((line) => [line.id, line]));
  return (
    <dl className="order-sum">
      <dt>{t.amountBefore}</dt>
      <dd><Won amount={now} /></dd>
      {asking.wish.pieces.map((piece) => {
        const line = open.get(piece.orderLineId);
        return line ? (
          <div key={piece.orderLineId} className="pair">
            <dt><Local text={line.productName} /> · {t.piecesFrom(line.quantityToFulfill, piece.quantity)}</dt>
            <dd>−<Won amount={less.get(piece.orderLineId) ?? 0} /></dd>
          </div>
        ) : null;
      })}
      <dt className="sum">{t.amountAfter}</dt>
      <dd className="sum" data-testid="amount-after"><Won amount={now - asking.total} /></dd>
    </dl>
  );
}

/** What the agency would agree to, before it is sent. */
export function ProposePreview({ purchase, asking }: { purchase: Purchase; asking: Asking }) {
  const t = usePurchaseWords();
  const language = useLanguage();
  const { wish, isCounted } = asking;
  if (!isCounted) return <Notice kind="bad" live>{t.cannotCount}</Notice>;
  return (
    <section className="confirm" aria-labelledby="propose-ask" id="propose" data-testid="propose-preview">
      <h2 id="propose-ask">{t.askTitle}</h2>
      <p>{wish.deliverBy ? t.dayFrom(formatDate(purchase.deliverBy, language), formatDate(wish.deliverBy, language)) : t.dayStays}</p>
      {wish.pieces.length ? <Amounts purchase={purchase} asking={asking} /> : <p>{t.amountStays}</p>}
      <p className="sub"><Local text={t.becauseOf(wish.reason)} /></p>
      <p className="sm sub">{t.askNote}</p>
      <form method="post" action={purchasePath(purchase.id, `?propose=check&${new URLSearchParams(asking.typed).toString()}`)} className="acts" data-once={t.busy}>
        {Object.entries(asking.typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button kind="1" name="intent" value="propose">{t.sendProposal}</Button>
        <ButtonLink to={purchasePath(purchase.id)}>{t.leave}</ButtonLink>
      </form>
    </section>
  );
}
