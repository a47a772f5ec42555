import type { RowFindingFragment, RowFragment } from "~/gql/operations";
import { isSoldOut } from "~/rooms/catalog/variety.ts";
import { CompareButton } from "~/rooms/finding/CompareForms.tsx";
import { arrivalText, contractText, Duties } from "~/rooms/finding/Found.tsx";
import { findingWords } from "~/rooms/finding/words.ts";
import { cartPath, productPath } from "~/lib/channel.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatDay } from "~/lib/dates.ts";
import { ListButton } from "~/rooms/lists/ListButton.tsx";
import { formatWon } from "~/lib/money.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { Link } from "~/ui/Link.tsx";
import { Picture, sourceOf } from "~/ui/Picture.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { QuantityInput } from "~/ui/QuantityInput.tsx";
import { AmountList } from "./AmountList.tsx";
import { amountsFor, type Amounts } from "./amounts.ts";

interface Props {
  product: RowFragment;
  /** What buying the quantity means; left out where nobody asked. */
  finding?: RowFindingFragment;
  isCompared?: boolean;
  quantity: number | null;
  /** The place that was typed. */
  to?: string;
  eager?: boolean;
  level?: 2 | 3;
}

function Facts({ product, finding }: { product: RowFragment; finding?: RowFindingFragment }) {
  const t = useMessages();
  const language = useLanguage();
  const f = findingWords(language);
  const estimate = finding?.purchaseEstimate;
  const { fee, freeFrom } = product.vendor.deliveryTerms;
  const won = (amount: number) => (amount === 0 ? t.pub.deliveryFree : formatWon(amount, language));
  const charge = estimate?.delivery?.gross.amount ?? fee.amount;
  const arrival = estimate ? arrivalText(estimate, f, (iso) => formatDay(iso, language)) : null;
  const rows: [string, string | null][] = [
    [t.pub.documents, product.taxKind === "EXEMPT" ? t.pub.bill : t.pub.invoice],
    [t.pub.delivery, product.isService ? (arrival ?? t.pub.schedule) : t.pub.deliveryDays(product.dispatchDays)],
    [f.arrival, product.isService ? null : arrival],
    [t.pub.deliveryFee, product.isService ? null : won(charge)],
    [t.product.deliveryFree, product.isService || !freeFrom || charge === 0 ? null : t.pub.deliveryFreeFrom(won(freeFrom.amount))],
    [f.contract, estimate?.goods ? contractText(estimate.buyingRoutes, f) : null],
  ];
  return (
    <dl className="facts">
      {rows.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Action({ product, amounts, to: place }: { product: RowFragment; amounts: Amounts | null; to: string }) {
  const t = useMessages();
  const variants = nodesOf(product.productVariants);
  const only = variants.length === 1 ? variants[0] : null;
  const to = productPath("public", product.slug) + asked(amounts, place);
  const name = nameOf(product);
  if (isSoldOut(product)) return <p className="sm mute">{t.product.soldOut}</p>;
  if (product.isQuoteOnly || !only || !amounts) {
    return (
      <ButtonLink size="s" wide to={to} aria-label={`${name}: ${product.isQuoteOnly ? t.pub.view : t.pub.choose}`}>
        {product.isQuoteOnly ? t.pub.view : t.pub.choose}
      </ButtonLink>
    );
  }
  return (
    <form className="q" method="post" action={cartPath("public")}>
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="variantId" value={only.id} />
      <QuantityInput value={amounts.quantity} minimum={Math.max(1, product.minimumOrderQuantity)} label={`${name} ${t.product.quantity}`} />
      <Button size="s" aria-label={`${name}: ${t.pub.add}`}>
        {t.pub.add}
      </Button>
      <ListButton name={name} />
    </form>
  );
}

/** What was asked in the list goes on to the item: the quantity, and the place. */
function asked(amounts: Amounts | null, place: string): string {
  const params = new URLSearchParams();
  if (amounts) params.set("quantity", String(amounts.quantity));
  if (place) params.set("to", place);
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** One item as an agency reads it: certificates, name, maker; amounts apart; papers and delivery. */
export function Row({ product, finding, isCompared = false, quantity, to = "", eager, level = 2 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  const t = useMessages();
  const unit = finding?.purchaseEstimate?.unitPrice?.amount ?? product.pricing?.priceRange?.start?.gross.amount;
  const amounts = unit !== undefined ? amountsFor(unit, product.taxKind, quantity, product.minimumOrderQuantity) : null;
  const summary = product.translation?.summary || product.summary;
  return (
    <article className="row">
      <Link className="pic" to={productPath("public", product.slug)} tabIndex={-1} aria-hidden="true">
        <Picture avif={[sourceOf(product.small, 256)]} fallback={product.plain} alt="" sizes="120px" width={256} height={256} eager={eager} />
      </Link>
      <div className="tx">
        <div className="certs">
          {sortCertificates(product.vendor.certificates).map((certificate) => (
            <Certificate key={certificate.id} certificate={certificate} withDate />
          ))}
        </div>
        <Heading className="h">
          <Link to={productPath("public", product.slug) + (quantity || to ? asked(amounts, to) : "")}>{nameOf(product)}</Link>
        </Heading>
        <p className="by">
          <b>{product.vendor.name}</b> {product.vendor.district?.name}
        </p>
        {summary ? <p className="spec1">{summary}</p> : null}
        {finding ? <Duties counted={finding.countsFor} label /> : null}
        <p className="tags">
          <span className="tag">{product.isService ? t.pub.kindOf.service : t.pub.kindOf.goods}</span>
          <span className="tag">{t.taxKind[product.taxKind]}</span>
          {product.isQuoteOnly ? <span className="tag acc">{t.pub.quote}</span> : null}
          {product.minimumOrderQuantity > 1 ? <span className={amounts?.isRaised ? "tag warn" : "tag"}>{t.pub.fromMinimum(product.minimumOrderQuantity)}</span> : null}
        </p>
      </div>
      {amounts ? <AmountList amounts={amounts} taxKind={product.taxKind} /> : <p className="amt quote-only">{t.pub.quote}</p>}
      <div className="do">
        <Facts product={product} finding={finding} />
        <Action product={product} amounts={amounts} to={to} />
        {finding ? <CompareButton id={product.id} name={nameOf(product)} isIn={isCompared} /> : null}
      </div>
    </article>
  );
}
