import type { CartFragment } from "~/gql/operations";
import { baseOf } from "~/lib/channel.ts";
import type { FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { BillAmounts } from "./BillAmounts.tsx";
import { billOf, isRefused } from "./promo.ts";
import { PromoBox } from "./PromoBox.tsx";
import { promoWords } from "./promoWords.ts";
import { useChannel, useVoice } from "./voice.ts";
import { cartWords } from "./words.ts";

/** To the agency's desk, with what is in the basket. */
const deskPath = (page: string, cart: CartFragment, way = ""): string => `/agency/${page}?checkout=${encodeURIComponent(cart.id)}${way ? `&way=${way}` : ""}`;

export function CartSummary({ cart, isBlocked, errors }: { cart: CartFragment; isBlocked: boolean; errors?: readonly FieldError[] }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  const promo = useVoice(promoWords);
  const channel = useChannel();
  const bill = billOf(cart, language === "en");
  const hasDelivery = cart.vendorGroups.some((group) => group.lines.some((line) => !line.variant.product.isService));
  const label = t.order(formatWon(bill.toPay, language));
  return (
    <aside className="summary" aria-label={t.summary}>
      <h2>{t.summary}</h2>
      <BillAmounts bill={bill} hasDelivery={hasDelivery} />
      <PromoBox promotions={bill.promotions} errors={errors} />
      {isBlocked || isRefused(bill) ? (
        <>
          <p className="sm" id="why-not">{isBlocked ? t.blocked : promo.howToGoOn}</p>
          <Button kind="1" size="l" wide disabled aria-describedby="why-not">{label}</Button>
        </>
      ) : (
        <>
          {channel === "public" ? <ButtonLink kind="1" size="l" wide to={deskPath("requests/new", cart)}>{t.request}</ButtonLink> : null}
          <ButtonLink kind={channel === "public" ? "2" : "1"} size="l" wide to={`${baseOf(channel)}/checkout`}>{label}</ButtonLink>
        </>
      )}
      {channel === "public" ? (
        <div className="quote-ways">
          <ButtonLink to={deskPath("quotes/new", cart, "instant")}>{t.instantQuote}</ButtonLink>
          <ButtonLink to={deskPath("quotes/new", cart)}>{t.askQuotes}</ButtonLink>
        </div>
      ) : null}
      <ButtonLink kind="3" wide to={`${baseOf(channel)}/c`}>{t.more}</ButtonLink>
      {channel === "public" ? <p className="xs sub">{t.agencyNote}</p> : null}
      <p className="xs sub">{t.remoteNote}</p>
    </aside>
  );
}
