import type { CardFragment } from "~/gql/operations";
import { productPath, type Channel } from "~/lib/channel.ts";
import { isSoldOut } from "~/rooms/catalog/variety.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Certificate, sortCertificates } from "./Certificate.tsx";
import { cx } from "./cx.ts";
import { Link } from "./Link.tsx";
import { Picture, sourceOf } from "./Picture.tsx";
import { Price } from "./Price.tsx";
import { ValueTag } from "./ValueTag.tsx";

const SIZES = "(max-width: 767px) 46vw, (max-width: 1023px) 31vw, 284px";

export const nameOf = (item: { name: string; translation?: { name: string | null } | null }): string => item.translation?.name || item.name;

export interface PriceFacts {
  now: number;
  before: number | null;
  isFrom: boolean;
}

export function priceOf(product: Pick<CardFragment, "pricing">): PriceFacts | null {
  const now = product.pricing?.priceRange?.start?.gross.amount;
  if (now === undefined) return null;
  const stop = product.pricing?.priceRange?.stop?.gross.amount ?? now;
  return { now, before: product.pricing?.priceRangeUndiscounted?.start?.gross.amount ?? null, isFrom: stop > now };
}

const ONE_LINE = 8;

/** As many value names as stay on one line beside a certificate. */
const shownValues = (values: CardFragment["valueClaims"]): number => ((values[0]?.theme.name.length ?? 0) + (values[1]?.theme.name.length ?? 0) <= ONE_LINE ? 2 : 1);

interface Props {
  product: CardFragment;
  channel: Channel;
  eager?: boolean;
  /** The heading level that fits where the card stands. */
  level?: 2 | 3;
}

/** Picture, maker, name, price, proof: always in this order. */
export function ProductCard({ product, channel, eager, level = 3 }: Props) {
  const t = useMessages().product;
  const price = priceOf(product);
  const Heading = level === 2 ? "h2" : "h3";
  const values = product.valueClaims.filter((claim, at, all) => all.findIndex((other) => other.theme.code === claim.theme.code) === at);
  const isOut = isSoldOut(product);
  return (
    <article className={cx("pcard", isOut && "is-out")}>
      <div className="pic">
        <Picture avif={[sourceOf(product.small, 256), sourceOf(product.large, 512)]} fallback={product.plain} alt="" sizes={SIZES} width={512} height={512} eager={eager} />
        {product.isQuoteOnly ? <span className="flag">{t.quoteOnly}</span> : product.dispatchDays === 0 && !isOut ? <span className="flag">{t.dispatch(0)}</span> : null}
      </div>
      <p className="by">
        <b>{product.vendor.name}</b>
        {product.vendor.district ? <span>{product.vendor.district.name}</span> : null}
      </p>
      <Heading className="h">
        <Link className="cover" to={productPath(channel, product.slug)}>
          {nameOf(product)}
        </Link>
      </Heading>
      {isOut ? <p className="price mute">{t.soldOut}</p> : price ? <Price {...price} /> : <p className="price mute">{t.quoteOnly}</p>}
      <div className="proof">
        {sortCertificates(product.vendor.certificates).slice(0, 1).map((certificate) => (
          <Certificate key={certificate.id} certificate={certificate} />
        ))}
        {values.slice(0, shownValues(values)).map((claim) => (
          <ValueTag key={claim.id} cloth={claim.theme.cloth} name={claim.theme.name} />
        ))}
      </div>
    </article>
  );
}

export function ProductGrid({ products, channel, eagerCount = 0, level }: { products: readonly CardFragment[]; channel: Channel; eagerCount?: number; level?: 2 | 3 }) {
  return (
    <ul className="pgrid">
      {products.map((product, at) => (
        <li key={product.id}>
          <ProductCard product={product} channel={channel} eager={at < eagerCount} level={level} />
        </li>
      ))}
    </ul>
  );
}
