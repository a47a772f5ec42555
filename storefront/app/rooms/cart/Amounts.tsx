import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon, type TaxKind } from "~/lib/money.ts";
import { Won } from "~/ui/Price.tsx";
import type { Sums } from "./state.ts";
import { useChannel, useVoice } from "./voice.ts";
import { cartWords } from "./words.ts";

interface Props {
  goods: Sums;
  delivery: Sums;
  total: Sums;
  /** The words for the last line. */
  totalLabel?: string;
  hasDelivery?: boolean;
}

/** The sum of a purchase. Agencies see supply amount and VAT apart; citizens one price with the VAT named below it. */
export function Amounts({ goods, delivery, total, totalLabel, hasDelivery = true }: Props) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  const isPublic = useChannel() === "public";
  return (
    <dl className="amounts num">
      <div>
        <dt>{t.subtotal}</dt>
        <dd><Won amount={goods.gross.amount} /></dd>
      </div>
      <div>
        <dt>{t.delivery}</dt>
        <dd>{!hasDelivery ? "–" : delivery.gross.amount === 0 ? t.free : <Won amount={delivery.gross.amount} />}</dd>
      </div>
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
      <div className="total">
        <dt>{totalLabel ?? t.total}</dt>
        <dd>
          <b data-testid="total"><Won amount={total.gross.amount} /></b>
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
