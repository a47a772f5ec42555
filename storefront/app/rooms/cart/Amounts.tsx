import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon, type TaxKind } from "~/lib/money.ts";
import { Won } from "~/ui/Price.tsx";
import { promoWords } from "./promoWords.ts";
import type { Sums } from "./state.ts";
import { useChannel, useVoice } from "./voice.ts";
import { cartWords } from "./words.ts";

/** What a voucher takes off and what gift cards pay. */
export interface Reductions {
  discount: number;
  discountName: string;
  cards: readonly { key: string; label: string; amount: number }[];
  toPay: number;
}

interface Props {
  /** Before a voucher, VAT included. */
  goods: number;
  delivery: number;
  /** After a voucher and before gift cards, which are a way to pay: the amounts that papers show. */
  total: Sums;
  reductions?: Reductions;
  /** The words for the last line. */
  totalLabel?: string;
  hasDelivery?: boolean;
}

/** The sum of a purchase. Agencies see supply amount and VAT apart; citizens one price with the VAT named below it. */
export function Amounts({ goods, delivery, total, reductions, totalLabel, hasDelivery = true }: Props) {
  const t = useVoice(cartWords);
  const promo = useVoice(promoWords);
  const language = useLanguage();
  const isPublic = useChannel() === "public";
  return (
    <dl className="amounts num">
      <div>
        <dt>{t.subtotal}</dt>
        <dd><Won amount={goods} /></dd>
      </div>
      <div>
        <dt>{t.delivery}</dt>
        <dd>{!hasDelivery ? "–" : delivery === 0 ? t.free : <Won amount={delivery} />}</dd>
      </div>
      {reductions?.discount ? (
        <div className="off">
          <dt>{promo.discount(reductions.discountName)}</dt>
          <dd data-testid="discount">−<Won amount={reductions.discount} /></dd>
        </div>
      ) : null}
      {isPublic ? (
        <>
          <div className="cut">
            <dt>{t.supply}</dt>
            <dd><Won amount={total.net.amount} /></dd>
          </div>
          <div>
            <dt>{t.tax}</dt>
            <dd><Won amount={total.tax.amount} /></dd>
          </div>
        </>
      ) : null}
      {reductions?.cards.length ? (
        <>
          <div className="cut">
            <dt>{promo.price}</dt>
            <dd><Won amount={total.gross.amount} /></dd>
          </div>
          {reductions.cards.map((card) => (
            <div key={card.key} className="off">
              <dt>{card.label}</dt>
              <dd>−<Won amount={card.amount} /></dd>
            </div>
          ))}
        </>
      ) : null}
      <div className="total">
        <dt>{reductions?.cards.length ? promo.toPay : (totalLabel ?? t.total)}</dt>
        <dd>
          <b data-testid="total"><Won amount={reductions ? reductions.toPay : total.gross.amount} /></b>
          {isPublic || total.tax.amount === 0 ? null : <small>{t.vatNote(formatWon(total.tax.amount, language))}</small>}
        </dd>
      </div>
    </dl>
  );
}

/** Supply amount and VAT apart, for lines in the public channel; a line that bears no VAT says why. */
export function SplitAmount({ sums, taxKind }: { sums: Sums; taxKind?: TaxKind }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  const tax = taxKind === "EXEMPT" ? t.exempt : taxKind === "ZERO_RATED" ? t.zeroRated : formatWon(sums.tax.amount, language);
  return (
    <span className="split xs num">
      <span>{t.supply} {formatWon(sums.net.amount, language)}</span>
      <span>{t.tax} {tax}</span>
    </span>
  );
}
