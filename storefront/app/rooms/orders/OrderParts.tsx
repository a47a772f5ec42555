import { productPath } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { optionName } from "~/rooms/cart/state.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { SellerIdentity } from "~/rooms/checkout/Sellers.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import { Table, type Column } from "~/ui/Table.tsx";
import type { VendorPart } from "./orders.server.ts";
import { boughtName } from "./bought.ts";
import { StatusTag } from "./StatusTag.tsx";
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
          </span>
        </span>
      ),
    },
    { head: t.quantity, align: "r", cell: (line) => formatNumber(line.quantity) },
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
  const language = useLanguage();
  const sent = part.fulfillments.filter((one) => one.status !== "CANCELED");
  if (sent.length === 0) return <p className="sm sub">{t.notSent}</p>;
  return (
    <ul className="sent sm">
      {sent.map((one) => (
        <li key={one.id}>
          <b className="num">{t.sent(formatDate(one.created, language))}</b>
          <span className="num">{one.trackingNumber ? `${part.vendor.deliveryTerms.carrier} · ${t.tracking} ${one.trackingNumber}` : t.noTracking}</span>
          <span className="sub">{(one.lines ?? []).map((line) => `${line.orderLine ? boughtName(line.orderLine) : ""} ${t.sentPieces(line.quantity)}`).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

/** One enterprise's part: its number, goods, parcels, sums and tax; a paper of its own. */
export function OrderPart({ part }: { part: VendorPart }) {
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
      <Lines part={part} />
      <div className="osum">
        <Parcels part={part} />
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
