import { baseOf, productPath } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { optionName } from "~/rooms/cart/state.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ReturnException } from "~/rooms/product/ReturnException.tsx";
import { SellerIdentity } from "~/rooms/checkout/Sellers.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import { Stepper } from "~/ui/Stepper.tsx";
import { Table, type Column } from "~/ui/Table.tsx";
import { backWords } from "./backWords.ts";
import { boughtName } from "./bought.ts";
import type { OrderFull, VendorPart } from "./orders.server.ts";
import { isExcepted, mayBeFaulty, stepOf } from "./payments.ts";
import { StatusTag } from "./StatusTag.tsx";
import { TrackLink } from "./TrackLink.tsx";
import { Withdrawals } from "./Withdrawals.tsx";
import { orderWords } from "./words.ts";

type Line = VendorPart["lines"][number];
type Tax = VendorPart["taxBreakdown"][number];

function Lines({ part }: { part: VendorPart }) {
  const t = useVoice(orderWords);
  const kinds = useMessages().taxKind;
  const channel = useChannel();
  const isPublic = channel === "public";
  const columns: Column<Line>[] = [
    {
      head: t.item,
      isMain: true,
      cell: (line) => (
        <span className="bought">
          <span className="pic"><Artwork url={line.thumbnail?.url} alt="" width={56} height={56} /></span>
          <span>
            {line.productSlug ? <Link to={productPath(channel, line.productSlug)}><Local text={boughtName(line)} /></Link> : <Local text={boughtName(line)} />}
            <span className="sm sub">{[optionName(line.translatedVariantName || line.variantName, boughtName(line)), isPublic ? kinds[line.taxKind] : ""].filter(Boolean).join(" · ")}</span>
            {line.withdrawalTerms ? <ReturnException policy={line.returnPolicy} /> : null}
          </span>
        </span>
      ),
    },
    { head: t.quantity, align: "r", cell: (line) => (line.quantityCanceled ? <span>{formatNumber(line.quantity)} <span className="sm sub">({t.canceledPieces(line.quantityCanceled)})</span></span> : formatNumber(line.quantity)) },
    { head: t.unit, align: "r", cell: (line) => <span><Won amount={line.unitPrice.gross.amount} /></span> },
    ...(isPublic
      ? ([
          { head: t.supply, align: "r", cell: (line) => <span><Won amount={line.totalPrice.net.amount} /></span> },
          { head: t.tax, align: "r", cell: (line) => <span><Won amount={line.totalPrice.tax.amount} /></span> },
        ] satisfies Column<Line>[])
      : []),
    { head: t.sum, align: "r", cell: (line) => <b><Won amount={line.totalPrice.gross.amount} /></b> },
  ];
  return <Table caption={t.part(part.vendor.name)} columns={columns} rows={part.lines} keyOf={(line) => line.id} />;
}

function TaxTable({ part }: { part: VendorPart }) {
  const t = useVoice(orderWords);
  const kinds = useMessages().taxKind;
  const columns: Column<Tax>[] = [
    { head: t.taxKind, isMain: true, cell: (row) => kinds[row.taxKind] },
    { head: t.supply, align: "r", cell: (row) => <span><Won amount={row.supply.amount} /></span> },
    { head: t.tax, align: "r", cell: (row) => <span><Won amount={row.tax.amount} /></span> },
    { head: t.total, align: "r", cell: (row) => <span><Won amount={row.total.amount} /></span> },
  ];
  return (
    <div className="taxes">
      <h4>{t.taxHead}</h4>
      <Table caption={`${part.vendor.name} ${t.taxHead}`} columns={columns} rows={part.taxBreakdown} keyOf={(row) => row.taxKind} />
    </div>
  );
}

function Parcels({ part }: { part: VendorPart }) {
  const t = useVoice(orderWords);
  const b = useVoice(backWords);
  const language = useLanguage();
  const sent = part.fulfillments.filter((one) => one.status !== "CANCELED");
  if (sent.length === 0) return null;
  const arrival = (one: (typeof sent)[number]) => (one.deliveredAt ? (one.isDeliveryAssumed ? b.assumed : b.delivered)(formatDate(one.deliveredAt, language)) : b.onTheWay);
  return (
    <ul className="sent sm">
      {sent.map((one) => (
        <li key={one.id}>
          <b className="num">{t.sent(formatDate(one.created, language))} · {arrival(one)}</b>
          <span className="num">
            {one.trackingNumber ? `${one.courier?.name ?? part.vendor.deliveryTerms.carrier} · ${t.tracking} ${one.trackingNumber} ` : t.noTracking}
            <TrackLink url={one.trackingUrl} number={one.trackingNumber} />
          </span>
          <span className="sub">{(one.lines ?? []).map((line) => `${line.orderLine ? boughtName(line.orderLine) : ""} ${t.sentPieces(line.quantity)}`).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

/** How far the part has come, or how it ended. */
function Progress({ part, isAwaitingMoney }: { part: VendorPart; isAwaitingMoney: boolean }) {
  const b = useVoice(backWords);
  const step = stepOf(part, isAwaitingMoney);
  if (step !== null) return <Stepper steps={[b.s1, b.s2, b.s3, b.s4]} current={step} label={b.progress} />;
  if (part.status === "CANCELED") return <Notice kind="plain">{b.gone}</Notice>;
  return part.status === "EXPIRED" ? <Notice kind="plain">{b.lapsed}</Notice> : null;
}

/** Cancelling and sending back, with the day until which it goes. */
function Ways({ part, order }: { part: VendorPart; order: OrderFull }) {
  const b = useVoice(backWords);
  const language = useLanguage();
  const here = `${baseOf(useChannel())}/orders/${encodeURIComponent(order.id)}`;
  const canFault = mayBeFaulty(part);
  if (!part.canCancel && !part.canWithdraw && !canFault) return null;
  const partId = encodeURIComponent(part.id);
  return (
    <div className="owner-ways">
      {part.canCancel ? <ButtonLink size="s" to={`${here}/cancel?part=${partId}`}>{b.cancelPart}</ButtonLink> : null}
      {part.canWithdraw || canFault ? <ButtonLink size="s" to={`${here}/withdraw/${partId}`}>{b.askBack}</ButtonLink> : null}
      <span className="sm sub num">
        {part.canCancel ? b.notYet : null}
        {part.canWithdraw && part.withdrawableUntil ? b.until(formatDate(part.withdrawableUntil, language)) : null}
        {!part.canWithdraw && canFault && part.faultWithdrawableUntil ? (isExcepted(part) ? b.faultOnly : b.faultUntil)(formatDate(part.faultWithdrawableUntil, language)) : null}
      </span>
    </div>
  );
}

/** One enterprise's part: its number, goods, parcels, sums and tax; a paper of its own. */
export function OrderPart({ part, order, isBuyer }: { part: VendorPart; order: OrderFull; isBuyer: boolean }) {
  const t = useVoice(orderWords);
  const headId = `part-${part.number}`;
  return (
    <section className="opart" aria-labelledby={headId} data-testid="vendor-order">
      <header>
        <h3 id={headId}>{part.vendor.name}</h3>
        <StatusTag status={part.status} text={part.statusDisplay} />
        <p className="sm sub num">
          {t.partNumber} <b>{part.number}</b>
        </p>
      </header>
      <Progress part={part} isAwaitingMoney={order.bankTransfer !== null} />
      <Lines part={part} />
      <div className="osum">
        <div className="osum-left">
          <Parcels part={part} />
          {isBuyer ? <Ways part={part} order={order} /> : null}
          <Withdrawals part={part} isBuyer={isBuyer} />
        </div>
        <dl className="amounts num">
          <div>
            <dt>{t.subtotal}</dt>
            <dd><Won amount={part.subtotal.gross.amount} /></dd>
          </div>
          <div>
            <dt>{t.delivery}</dt>
            <dd>{part.shippingPrice.gross.amount === 0 ? t.free : <Won amount={part.shippingPrice.gross.amount} />}</dd>
          </div>
          <div className="total">
            <dt>{t.total}</dt>
            <dd><b><Won amount={part.total.gross.amount} /></b></dd>
          </div>
        </dl>
      </div>
      <TaxTable part={part} />
      <details className="seller-fold">
        <summary>{t.seller}</summary>
        <SellerIdentity vendor={part.vendor} />
      </details>
    </section>
  );
}
