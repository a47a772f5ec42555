import type { ReactNode } from "react";
import type { ComparedFragment } from "~/gql/operations";
import { wayWords } from "~/rooms/certificates/words.ts";
import { exceptionIn, returnTerms } from "~/rooms/product/returnTerms.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { cartPath, productPath, vendorPath } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { placeOf } from "~/lib/facets.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatWon } from "~/lib/money.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { Link } from "~/ui/Link.tsx";
import { Picture, sourceOf } from "~/ui/Picture.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { attributeLines, COMPARE, comparePath, differ, leastOf, withoutItem, type Comparison } from "./compare.ts";
import { isLater, seoulToday } from "./days.ts";
import { arrivalText, contractText, Duties } from "./Found.tsx";
import { findingWords } from "./words.ts";

interface Props {
  products: readonly ComparedFragment[];
  asked: Comparison;
  /** The item that found no place: to be swapped for one of these. */
  waiting: string | null;
}

interface Row {
  key: string;
  head: string;
  cells: ReactNode[];
  isDifferent: boolean;
}

function RemoveForm({ product, asked, waiting }: { product: ComparedFragment; asked: Comparison; waiting: string | null }) {
  const t = findingWords(useLanguage());
  const name = nameOf(product);
  return (
    <form method="post" action={COMPARE}>
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="item" value={product.id} />
      {waiting ? <input type="hidden" name="then" value={waiting} /> : null}
      <input type="hidden" name="back" value={comparePath({ ...asked, items: [...withoutItem(asked.items, product.id), ...(waiting ? [waiting] : [])] })} />
      <Button kind={waiting ? "2" : "3"} size="xs" aria-label={waiting ? t.swap(name) : t.removeOf(name)}>
        {waiting ? t.swapShort : t.remove}
      </Button>
    </form>
  );
}

/** Unit price at the quantity, and what it falls to with more. */
function UnitPrice({ product }: { product: ComparedFragment }) {
  const language = useLanguage();
  const t = findingWords(language);
  const estimate = product.purchaseEstimate;
  if (!estimate?.unitPrice) return <>{estimate ? t[estimate.obstacles[0] ?? "QUOTE_ONLY"] : t.none}</>;
  const steps = nodesOf(product.productVariants).find((variant) => variant.id === estimate.variantId)?.quantityPrices ?? [];
  return (
    <>
      <span className="num">{formatWon(estimate.unitPrice.amount, language)}</span>
      {steps.map((step) => (
        <small key={step.minimumQuantity} className="num">
          {t.fromPieces(step.minimumQuantity, formatWon(step.price.gross.amount, language))}
        </small>
      ))}
      {estimate.isRaised ? <small>{t.raised(estimate.quantity)}</small> : null}
    </>
  );
}

function Contract({ product }: { product: ComparedFragment }) {
  const language = useLanguage();
  const t = findingWords(language);
  const w = wayWords(language);
  const estimate = product.purchaseEstimate;
  if (!estimate?.goods) return <>{t.none}</>;
  const [best] = estimate.buyingRoutes;
  return (
    <>
      <b>{contractText(estimate.buyingRoutes, t)}</b>
      {best ? <small>{[best.contractArticle, best.needsOwnProduction ? w.own : null].filter(Boolean).join(" · ")}</small> : null}
    </>
  );
}

function Buy({ product, quantity }: { product: ComparedFragment; quantity: number }) {
  const t = findingWords(useLanguage());
  const p = useMessages().product;
  const name = nameOf(product);
  const estimate = product.purchaseEstimate;
  const [only, ...more] = nodesOf(product.productVariants);
  const ask = (
    <ButtonLink size="s" to={`/agency/quotes/new?${new URLSearchParams({ product: product.slug, quantity: String(quantity) })}`} aria-label={`${name}: ${t.ask}`}>
      {t.ask}
    </ButtonLink>
  );
  if (product.isQuoteOnly || !estimate) return ask;
  if (product.isAvailable === false) return <>{p.soldOut}</>;
  return (
    <>
      {only && more.length === 0 ? (
        <form method="post" action={cartPath("public")}>
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="variantId" value={only.id} />
          <input type="hidden" name="quantity" value={estimate.quantity} />
          <Button kind="1" size="s" disabled={estimate.obstacles.length > 0} aria-label={`${name}: ${t.basket}`}>
            {t.basket}
          </Button>
        </form>
      ) : (
        <ButtonLink kind="1" size="s" to={`${productPath("public", product.slug)}?quantity=${estimate.quantity}`} aria-label={`${name}: ${t.choose}`}>
          {t.choose}
        </ButtonLink>
      )}
      {ask}
    </>
  );
}

const mark = (is: boolean | undefined, text: string) => (is ? <span className="mark">{text}</span> : null);

/** The facts of buying: value by item, and whether they differ. */
function useRows(products: readonly ComparedFragment[]): Row[] {
  const language = useLanguage();
  const t = findingWords(language);
  const r = useVoice(returnTerms);
  const won = (amount: number | undefined) => (amount === undefined ? t.none : formatWon(amount, language));
  const estimates = products.map((product) => product.purchaseEstimate);
  const cheapest = leastOf(estimates.map((one) => one?.total?.gross.amount));
  const soonest = leastOf(estimates.map((one) => one?.arrivesOn));
  const row = (key: string, head: string, texts: (string | null)[], cells?: ReactNode[]): Row => ({ key, head, cells: cells ?? texts.map((text) => text ?? t.none), isDifferent: differ(texts) });
  const amounts = (key: string, head: string, of: (one: NonNullable<(typeof estimates)[number]>) => number | undefined) => {
    const texts = estimates.map((one) => (one ? won(of(one)) : null));
    return row(key, head, texts, texts.map((text) => <span key={key} className="num">{text ?? t.none}</span>));
  };
  const arrivals = estimates.map((one) => arrivalText(one, t, (iso) => formatDate(iso, language)));
  const returns = products.map(({ returnPolicy, vendor, isService }) => exceptionIn(r, returnPolicy) ?? (isService ? t.returnsUsual : `${t.returnsUsual} · ${t.returnFee(won(vendor.deliveryTerms.returnFee.amount))}`));
  return [
    row("unit", t.price, estimates.map((one) => (one?.unitPrice ? won(one.unitPrice.amount) : null)), products.map((product) => <UnitPrice key={product.id} product={product} />)),
    amounts("supply", t.supply, (one) => one.goods?.net.amount),
    amounts("tax", t.tax, (one) => one.goods?.tax.amount),
    row("delivery", t.delivery, estimates.map((one) => (one?.delivery ? won(one.delivery.gross.amount) : null)), estimates.map((one, at) => <span key={products[at]?.id} className="num">{one?.delivery ? (one.delivery.gross.amount === 0 ? t.free : won(one.delivery.gross.amount)) : t.none}</span>)),
    row("total", t.total, estimates.map((one) => won(one?.total?.gross.amount)), estimates.map((one, at) => (
      <span key={products[at]?.id}>
        <span className="num big">{won(one?.total?.gross.amount)}</span>
        {mark(cheapest[at], t.lowest)}
        {one?.total ? <small className="num">{t.pieces(one.quantity)}</small> : null}
      </span>
    ))),
    row("arrival", t.arrival, arrivals, estimates.map((one, at) => (
      <span key={products[at]?.id}>
        {arrivals[at]}
        {mark(soonest[at], t.earliest)}
        {one?.orderableOn && one.arrivesOn && isLater(one.orderableOn) ? <small>{t.orderableFrom(formatDate(one.orderableOn, language))}</small> : null}
      </span>
    ))),
    row("contract", t.contract, estimates.map((one) => (one?.goods ? contractText(one.buyingRoutes, t) : null)), products.map((product) => <Contract key={product.id} product={product} />)),
    row("duty", t.countsHead, products.map((product) => product.countsFor.map(({ scheme }) => scheme.code).join()), products.map((product) => (product.countsFor.length ? <Duties key={product.id} counted={product.countsFor} /> : t.countsNone))),
    row("certificates", t.certificates, products.map(({ vendor }) => vendor.certificates.map(({ kind, validUntil }) => `${kind.code} ${validUntil}`).join()), products.map(({ id, vendor }) => (
      <span key={id} className="certs">
        {vendor.certificates.length ? sortCertificates(vendor.certificates).map((certificate) => <Certificate key={certificate.id} certificate={certificate} withDate />) : t.none}
      </span>
    ))),
    row("vendor", t.vendor, products.map(({ vendor }) => vendor.slug), products.map(({ id, vendor }) => (
      <span key={id}>
        <Link className="link" to={vendorPath("public", vendor.slug)}>
          {vendor.name}
        </Link>
        <small>{[vendor.kindName, vendor.district?.name].filter(Boolean).join(" · ")}</small>
      </span>
    ))),
    row("lead", t.preparation, products.map((product) => t.leadDays(product.dispatchDays))),
    row("returns", t.returns, returns),
    row("origin", t.origin, products.map((product) => product.originCountry)),
  ];
}

function Lines({ rows, isDifferentOnly }: { rows: readonly Row[]; isDifferentOnly: boolean }) {
  const t = findingWords(useLanguage());
  return rows
    .filter((row) => row.isDifferent || !isDifferentOnly)
    .map((row) => (
      <tr key={row.key} className={row.isDifferent ? "differs" : undefined}>
        <th scope="row">
          {row.head}
          {row.isDifferent ? <span className="diff">{t.differs}</span> : null}
        </th>
        {row.cells.map((cell, at) => (
          <td key={at}>{cell}</td>
        ))}
      </tr>
    ));
}

/** Up to five items side by side; on narrow screens it scrolls sideways under a first column that stays. */
export function CompareTable({ products, asked, waiting }: Props) {
  const language = useLanguage();
  const t = findingWords(language);
  const rows = useRows(products);
  const attributes: Row[] = attributeLines(products, t).map((line) => ({ key: `a-${line.slug}`, head: line.name, cells: line.values.map((value) => value ?? t.none), isDifferent: line.isDifferent }));
  const only = asked.isDifferentOnly && products.length > 1;
  return (
    <>
      <p className="sm mute cmp-asof num">{t.asOf(formatDate(seoulToday(), language), asked.quantity, placeOf(asked) ?? "")}</p>
      <p className="cmp-hint" id="cmp-hint">
        {t.tableHint}
      </p>
      {/* A region that scrolls is reached and moved with the keyboard as well. */}
      {/* oxlint-disable-next-line no-noninteractive-tabindex */}
      <div className="cmp-wrap" role="region" aria-label={t.table} tabIndex={0}>
        <table className="cmp">
          <caption className="vh">{t.table}</caption>
          <colgroup>
            <col className="head" />
            {products.map((product) => (
              <col key={product.id} className="one" />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td className="corner">
                <span className="vh">{t.item}</span>
              </td>
              {products.map((product) => (
                <th key={product.id} scope="col">
                  <span className="pic">
                    <Picture avif={[sourceOf(product.small, 256)]} fallback={product.plain} alt="" sizes="120px" width={256} height={256} eager />
                  </span>
                  <Link to={`${productPath("public", product.slug)}?quantity=${product.purchaseEstimate?.quantity ?? asked.quantity}`}>{nameOf(product)}</Link>
                  <RemoveForm product={product} asked={asked} waiting={waiting} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Lines rows={rows} isDifferentOnly={only} />
            {attributes.length ? (
              <tr className="group">
                <th colSpan={products.length + 1}>{t.attributes}</th>
              </tr>
            ) : null}
            <Lines rows={attributes} isDifferentOnly={only} />
            <tr className="act">
              <th scope="row">{t.action}</th>
              {products.map((product) => (
                <td key={product.id}>
                  <Buy product={product} quantity={asked.quantity} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}
