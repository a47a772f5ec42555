import { productPath, vendorPath } from "~/lib/channel.ts";
import { addWorkingDays, formatWeekday } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { HolidayNote, isResting, RecheckNote } from "~/rooms/vendors/VendorNotes.tsx";
import { Button } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { clothOf } from "~/ui/cloth.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Price, Won } from "~/ui/Price.tsx";
import { QuantityInput } from "~/ui/QuantityInput.tsx";
import type { ProductFull, Variant } from "./product.server.ts";
import { CertificateList } from "./Proof.tsx";
import { QuantityPrices } from "./QuantityPrices.tsx";
import { stepsText } from "./quantityPrices.ts";
import { exceptionIn, returnTerms } from "./returnTerms.ts";
import { isBuyable } from "./variants.ts";

export const FORM_ID = "buy";
const FEW = 20;

export function Maker({ vendor }: { vendor: ProductFull["vendor"] }) {
  const t = useMessages().product;
  return (
    <div className="mk">
      <span className="t">
        <Artwork url={vendor.artwork} alt="" width={96} height={96} eager />
      </span>
      <span>
        <b>{vendor.name}</b>
        <span className="sm mute">{[vendor.kindName, vendor.district?.name, vendor.memberCount ? t.members(vendor.memberCount) : null].filter(Boolean).join(" · ")}</span>
      </span>
      <Link className="more" to={`/vendors/${vendor.slug}`}>
        {t.seeMaker} <Icon name="r" size="s" />
      </Link>
    </div>
  );
}

/** Options as a list of radios: every price is seen before choosing. */
export function Options({ variants, chosen, legend }: { variants: readonly Variant[]; chosen: Variant | null; legend: string }) {
  const t = useMessages().product;
  return (
    <fieldset className="opt">
      <legend>{legend}</legend>
      <div className="ro">
        {variants.map((variant) => {
          const canBuy = isBuyable(variant);
          const left = variant.quantityAvailable ?? 0;
          const price = variant.pricing?.price?.gross.amount;
          return (
            <label key={variant.id} className={cx(!canBuy && "off")}>
              <input type="radio" name="variantId" value={variant.id} defaultChecked={variant.id === chosen?.id} disabled={!canBuy} data-price={price} data-steps={stepsText(variant.quantityPrices)} />
              <span>
                {variant.translation?.name || variant.name}
                {canBuy && left <= FEW ? <small>{t.left(left)}</small> : null}
                {canBuy ? null : <small>{t.soldOut}</small>}
              </span>
              {price === undefined ? null : (
                <b className="num">
                  <Won amount={price} />
                </b>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Promises({ product, now }: { product: ProductFull; now: number }) {
  const t = useMessages().product;
  const language = useLanguage();
  const terms = product.vendor.deliveryTerms;
  const fee = terms.fee.amount === 0 ? t.free : formatWon(terms.fee.amount, language);
  const returnFee = terms.returnFee.amount === 0 ? t.free : formatWon(terms.returnFee.amount, language);
  const exception = exceptionIn(useVoice(returnTerms), product.returnPolicy);
  const day = formatWeekday(addWorkingDays(new Date(now), product.dispatchDays), language);
  return (
    <div className="ship">
      <Icon name="truck" />
      <p>
        <b>{product.isService ? t.service : t.arrival(day)}</b>
        {product.isService ? null : (
          <span>
            {t.arrivalNote(fee, terms.carrier)}
            {terms.freeFrom ? <> · {t.freeFrom(product.vendor.name, formatWon(terms.freeFrom.amount, language))}</> : null}
          </span>
        )}
      </p>
      <Icon name="return" />
      <p>
        <b>{exception ?? (product.isService ? t.withdrawalService : t.withdrawal)}</b>
        <span>{exception ? <Local text={product.returnPolicy.note} /> : product.isService ? t.withdrawalServiceNote : t.withdrawalNote(returnFee)}</span>
      </p>
    </div>
  );
}

interface Props {
  product: ProductFull;
  name: string;
  variants: Variant[];
  chosen: Variant | null;
  now: number;
  /** The public channel sells it too. */
  isElsewhere: boolean;
}

function VatLine({ product, chosen }: Pick<Props, "product" | "chosen">) {
  const t = useMessages().product;
  const language = useLanguage();
  const tax = chosen?.pricing?.price?.tax.amount ?? 0;
  const text = product.taxKind === "EXEMPT" ? t.exempt : product.taxKind === "ZERO_RATED" ? t.zeroRated : t.vatIncluded(formatWon(tax, language));
  return <p className="vat num">{text}</p>;
}

function OrderPart({ product, variants, chosen, now }: Omit<Props, "name" | "isElsewhere">) {
  const t = useMessages().product;
  const canBuy = variants.some(isBuyable);
  const minimum = Math.max(1, product.minimumOrderQuantity);
  if (product.isQuoteOnly) {
    return (
      <p className="note info quote">
        <Icon name="info" />
        <span>
          <b>{t.askQuote}</b> {product.vendor.phone} · {product.vendor.email}
        </span>
      </p>
    );
  }
  if (isResting(product.vendor)) return <HolidayNote vendor={product.vendor} />;
  if (!canBuy) {
    return (
      <p className="note warn quote">
        <Icon name="info" />
        <span>
          <b>{t.soldOut}</b> {t.soldOutNote}{" "}
          <Link className="link" to={vendorPath("citizen", product.vendor.slug)}>
            {t.moreVendor(product.vendor.name)}
          </Link>
        </span>
      </p>
    );
  }
  return (
    <form method="post" action="/cart" id={FORM_ID} data-buy>
      <input type="hidden" name="intent" value="add" />
      <HolidayNote vendor={product.vendor} />
      {variants.length > 1 ? <Options variants={variants} chosen={chosen} legend={t.options} /> : <input type="hidden" name="variantId" value={chosen?.id ?? ""} data-price={chosen?.pricing?.price?.gross.amount} data-steps={stepsText(chosen?.quantityPrices ?? [])} />}
      <Promises product={product} now={now} />
      <QuantityPrices variants={variants} chosen={chosen} />
      <div className="sum">
        <div>
          <QuantityInput value={minimum} minimum={minimum} />
          {minimum > 1 ? <p className="xs mute">{t.minimum(minimum)}</p> : null}
        </div>
        <p className="tot">
          <span className="sm sub" data-total-label={t.total}>
            {t.totalFrom}
          </span>
          <br />
          <b className="num" data-total>
            <Won amount={chosen?.pricing?.price?.gross.amount ?? 0} />
          </b>
        </p>
      </div>
      <div className="acts">
        <Button size="l">{t.addToCart}</Button>
        <Button kind="1" size="l" name="then" value="checkout">
          {t.buyNow}
        </Button>
      </div>
    </form>
  );
}

export function BuyBox({ product, name, variants, chosen, now, isElsewhere }: Props) {
  const t = useMessages().product;
  const price = chosen?.pricing?.price?.gross.amount;
  const themes = product.valueClaims.filter((claim, at, all) => all.findIndex((other) => other.theme.code === claim.theme.code) === at);
  return (
    <div className="buy">
      <Maker vendor={product.vendor} />
      <h1>{name}</h1>
      <p className="one-line">{product.text?.summary || product.summary}</p>
      {themes.length ? (
        <p className="rt">
          {themes.map((claim) => (
            <span key={claim.id} className={`val v-${clothOf(claim.theme.cloth)}`}>
              {claim.theme.name}
            </span>
          ))}
        </p>
      ) : null}
      {price === undefined ? <p className="price big">{t.quoteOnly}</p> : <Price className="big" now={price} before={chosen?.pricing?.priceUndiscounted?.gross.amount} />}
      {price === undefined ? null : <VatLine product={product} chosen={chosen} />}
      <CertificateList certificates={product.vendor.certificates} />
      <RecheckNote vendor={product.vendor} />
      <OrderPart product={product} variants={variants} chosen={chosen} now={now} />
      {isElsewhere ? (
        <p className="sm mute to-public">
          {t.toPublic}{" "}
          <Link className="link" to={productPath("public", product.slug)}>
            {t.toPublicLink}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
