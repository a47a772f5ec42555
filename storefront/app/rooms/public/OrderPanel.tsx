import { Options } from "~/rooms/product/BuyBox.tsx";
import type { ProductFull, Variant } from "~/rooms/product/product.server.ts";
import { QuantityPrices } from "~/rooms/product/QuantityPrices.tsx";
import { isBuyable } from "~/rooms/product/variants.ts";
import { cartPath, productPath } from "~/lib/channel.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { ListButton } from "~/rooms/lists/ListButton.tsx";
import { AskButton, AskLink } from "~/rooms/quotes/AskLink.tsx";
import { HolidayNote, isResting } from "~/rooms/vendors/VendorNotes.tsx";
import { Button } from "~/ui/Button.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { QuantityInput } from "~/ui/QuantityInput.tsx";
import { AmountList } from "./AmountList.tsx";
import { amountsOf } from "./amounts.ts";

interface Props {
  product: ProductFull;
  variants: readonly Variant[];
  chosen: Variant | null;
  quantity: number | null;
  /** The postcode that was typed, kept when the amounts are worked out again. */
  place?: string;
}

/** One form, two ways: work the amounts out again (GET, stays here) or put the item on the list (POST). */
export function OrderPanel({ product, variants, chosen, quantity, place }: Props) {
  const t = useMessages();
  const unit = chosen?.pricing?.price?.gross.amount;
  if (product.isQuoteOnly || unit === undefined) {
    return (
      <div className="order-panel">
        <AskLink slug={product.slug} name={nameOf(product)} />
        <Notice kind="info" head={t.pub.quoteNote}>
          {t.pub.askSeller} {product.vendor.phone} · {product.vendor.email}
        </Notice>
      </div>
    );
  }
  const amounts = amountsOf(unit, chosen?.quantityPrices ?? [], product.taxKind, quantity, product.minimumOrderQuantity);
  const isOnHoliday = isResting(product.vendor);
  const canBuy = !isOnHoliday && variants.some(isBuyable);
  return (
    <form method="post" action={cartPath("public")} className="order-panel">
      <input type="hidden" name="intent" value="add" />
      {place ? <input type="hidden" name="to" value={place} /> : null}
      <HolidayNote vendor={product.vendor} />
      {variants.length > 1 ? <Options variants={variants} chosen={chosen} legend={t.pub.option} /> : <input type="hidden" name="variantId" value={chosen?.id ?? ""} />}
      <div className="order-q">
        <label htmlFor="order-qty">{t.pub.plan}</label>
        <span className="plan-q">
          <QuantityInput id="order-qty" value={amounts.quantity} minimum={Math.max(1, product.minimumOrderQuantity)} label={t.pub.quantity} />
          <Button size="s" formMethod="get" formAction={productPath("public", product.slug)}>
            {t.pub.recalc}
          </Button>
        </span>
        {product.minimumOrderQuantity > 1 ? <p className="xs mute">{t.pub.fromMinimum(product.minimumOrderQuantity)}</p> : null}
      </div>
      <QuantityPrices variants={variants} chosen={chosen} quantity={amounts.quantity} />
      <AmountList amounts={amounts} taxKind={product.taxKind} />
      <Button kind="1" size="l" wide disabled={!canBuy}>
        {canBuy || isOnHoliday ? t.pub.add : t.product.soldOut}
      </Button>
      <ListButton name={nameOf(product)} wide />
      <AskButton slug={product.slug} name={nameOf(product)} />
      <p className="sm mute">{t.pub.agencyOnly}</p>
    </form>
  );
}
