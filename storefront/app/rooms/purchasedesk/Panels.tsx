import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { percentOf } from "~/rooms/purchaseorders/change.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import { historyOf, type Moment } from "./history.ts";
import { PurchaseTag, purchasePath, Won } from "./parts.tsx";
import type { Purchase } from "./purchasedesk.server.ts";
import { amountNow } from "./wish.ts";
import { usePurchaseWords } from "./words.ts";

/** Where it stands and what can be done: accept, or propose something else. */
export function StandingBox({ purchase, isProposing }: { purchase: Purchase; isProposing: boolean }) {
  const t = usePurchaseWords();
  const language = useLanguage();
  const day = formatDate(purchase.deliverBy, language);
  const { status } = purchase;
  const [head, body] = {
    ISSUED: [t.waitsHead, t.waitsBody(day)], CHANGE_PROPOSED: [t.proposedHead, t.proposedBody], CANCELED: [t.canceledHead, purchase.canceledReason],
    ACCEPTED: [t.status.ACCEPTED, purchase.acceptedAt ? t.acceptedBody(formatMoment(purchase.acceptedAt, language)) : ""],
  }[status];
  const mayPropose = status !== "CANCELED" && purchase.vendorOrder.lines.some((line) => line.quantityToFulfill);
  return (
    <div className={`due-box${status === "ISSUED" ? " is-today" : ""}`}>
      <PurchaseTag status={status} />
      <span className="say">
        <b>{head}</b>
        {body ? <><br /><span className="sm sub"><Local text={body} /></span></> : null}
      </span>
      <span className="acts">
        {mayPropose && !isProposing ? <ButtonLink to={purchasePath(purchase.id, "?propose=1#propose")}>{status === "CHANGE_PROPOSED" ? t.proposeAgain : t.propose}</ButtonLink> : null}
        {status === "ISSUED" || status === "CHANGE_PROPOSED" ? (
          <form method="post" action={purchasePath(purchase.id)} data-once={t.busy}>
            <Button kind={status === "ISSUED" && !isProposing ? "1" : "2"} name="intent" value="accept">{status === "ISSUED" ? t.accept : t.acceptAsOrdered}</Button>
          </form>
        ) : null}
      </span>
    </div>
  );
}

type Line = Purchase["vendorOrder"]["lines"][number];

function Item({ line }: { line: Line }) {
  const t = usePurchaseWords();
  const more = [line.variantName, line.quantityFulfilled ? t.sent(line.quantityFulfilled) : "", line.quantityCanceled ? t.gone(line.quantityCanceled) : ""].filter(Boolean).join(" · ");
  return (
    <span className="order-goods">
      {line.thumbnail ? <img src={imagePath(line.thumbnail.url)} alt="" width={44} height={44} loading="lazy" /> : <span className="blank" />}
      <span>
        <Local text={line.productName} />
        {more ? <small className="mute"><Local text={more} /></small> : null}
      </span>
    </span>
  );
}

/** What was ordered and the sums, as the purchase order prints them. */
export function Goods({ purchase: { vendorOrder } }: { purchase: Purchase }) {
  const t = usePurchaseWords();
  const { lines, total, shippingPrice } = vendorOrder;
  const now = amountNow(vendorOrder);
  return (
    <Panel title={t.goods} count={lines.length} flush>
      <Table
        caption={t.goods}
        rows={lines}
        keyOf={(line) => line.id}
        columns={[
          { head: t.item, isMain: true, cell: (line) => <Item line={line} /> },
          { head: t.unit, align: "r", cell: (line) => <span className="num"><Won amount={line.unitPrice.gross.amount} /></span> },
          { head: t.quantity, align: "r", cell: (line) => <span className="num">{line.quantity}</span> },
          { head: t.sum, align: "r", cell: (line) => <span className="num"><Won amount={line.totalPrice.gross.amount} /></span> },
        ]}
      />
      <div className="purchase-sum">
        <dl className="order-sum">
          {shippingPrice.gross.amount ? <><dt>{t.delivery}</dt><dd><Won amount={shippingPrice.gross.amount} /></dd></> : null}
          <dt>{t.supply}</dt>
          <dd><Won amount={total.net.amount} /></dd>
          <dt>{t.tax}</dt>
          <dd><Won amount={total.tax.amount} /></dd>
          <dt className="sum">{t.total}</dt>
          <dd className="sum"><Won amount={total.gross.amount} /></dd>
          {now < total.gross.amount ? (
            <>
              <dt>{t.less}</dt>
              <dd>−<Won amount={total.gross.amount - now} /></dd>
              <dt className="sum">{t.now}</dt>
              <dd className="sum"><Won amount={now} /></dd>
            </>
          ) : null}
        </dl>
      </div>
    </Panel>
  );
}

/** Who ordered, by when, where to, and on which terms. */
export function Terms({ purchase }: { purchase: Purchase }) {
  const t = usePurchaseWords();
  const language = useLanguage();
  const { agency, department, requester } = purchase;
  const facts = [
    [t.who, [agency.name, department?.name].filter(Boolean).join(" ")], [t.agencyNumber, agency.registrationNumber], [t.asker, [requester.name, requester.jobTitle].filter(Boolean).join(" ")],
    [t.requestNumber, purchase.requestNumber], [t.orderedOn, formatDate(purchase.orderedOn, language)], [t.deliverBy, formatDate(purchase.deliverBy, language)], [t.place, purchase.deliveryPlace || t.placeAsked],
    [t.delay, t.delayADay(percentOf(purchase.delayRatePerDay))], [t.orderNumber, purchase.vendorOrder.number],
  ];
  return (
    <Panel title={t.terms}>
      <dl className="desk-dl">
        {facts.map(([head, text]) => (
          <div className="pair" key={head}>
            <dt>{head}</dt>
            <dd><Local text={text ?? ""} /></dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** The paper of the purchase order, and the way to the order that is sent. */
export function Papers({ purchase: { paper, vendorOrder } }: { purchase: Purchase }) {
  const t = usePurchaseWords();
  const order = `/vendor/orders/${encodeURIComponent(vendorOrder.id)}`;
  const canShip = vendorOrder.availableActions?.includes("SHIP") ?? false;
  return (
    <Panel title={t.papers} note={t.sendNote}>
      <p className="purchase-acts">
        {paper ? (
          <ButtonLink to={`/vendor/papers/${encodeURIComponent(paper.id)}`}>
            <Icon name="doc" size="s" />
            {t.paper}
          </ButtonLink>
        ) : null}
        <ButtonLink to={canShip ? `${order}#send` : order}>
          <Icon name="truck" size="s" />
          {canShip ? t.send : t.seeOrder}
        </ButtonLink>
      </p>
    </Panel>
  );
}

type Told = Moment<Purchase["changes"][number]>;

function useSays(purchase: Purchase): (change: Purchase["changes"][number]) => string[] {
  const t = usePurchaseWords();
  const language = useLanguage();
  const names = new Map(purchase.vendorOrder.lines.map((line) => [line.id, line.productName]));
  return (change) => [
    ...(change.deliverBy ? [`${t.deliverBy} ${formatDate(change.deliverBy, language)}`] : []),
    ...change.pieces.map((piece) => `${names.get(piece.orderLineId) ?? ""} ${t.openPieces(piece.quantity)}`),
    t.becauseOf(change.reason),
  ];
}

function Happened({ row, says }: { row: Told; says: (change: Purchase["changes"][number]) => string[] }) {
  const t = usePurchaseWords();
  const language = useLanguage();
  const text = row.kind === "proposed" ? says(row.change).join(" · ") : row.kind === "canceled" ? row.said : "change" in row ? row.change.decisionNote : "";
  return (
    <li>
      <time className="num" dateTime={row.at}>{formatMoment(row.at, language)}</time>
      <span>
        <b>{t.told[row.kind]}</b>
        {text ? <><br /><Local text={text} /></> : null}
      </span>
    </li>
  );
}

/** What happened to it, oldest first. */
export function PurchaseHistory({ purchase }: { purchase: Purchase }) {
  const t = usePurchaseWords();
  const says = useSays(purchase);
  return (
    <Panel title={t.history}>
      <ol className="steps-line">
        {historyOf(purchase).map((row) => (
          <Happened key={`${row.at}-${row.kind}`} row={row} says={says} />
        ))}
      </ol>
    </Panel>
  );
}
