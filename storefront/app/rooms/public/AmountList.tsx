import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatNumber, type TaxKind } from "~/lib/money.ts";
import type { Amounts } from "./amounts.ts";

/** Unit price, supply amount, tax and total, one under the other with figures aligned. */
export function AmountList({ amounts, taxKind }: { amounts: Amounts; taxKind: TaxKind }) {
  const t = useMessages().pub;
  const language = useLanguage();
  const tax = taxKind === "EXEMPT" ? t.exempt : taxKind === "ZERO_RATED" ? t.zero : formatNumber(amounts.tax);
  return (
    <dl className="amt">
      <div>
        <dt>{t.unit}</dt>
        <dd>{formatNumber(amounts.unit)}</dd>
      </div>
      <div>
        <dt>{t.supply}</dt>
        <dd>{formatNumber(amounts.supply)}</dd>
      </div>
      <div>
        <dt>{t.tax}</dt>
        <dd>{tax}</dd>
      </div>
      <div className="t">
        <dt>{t.totalFor(amounts.quantity)}</dt>
        <dd>
          {language === "en" ? "₩" : null}
          <b>{formatNumber(amounts.total)}</b>
          {language === "ko" ? "원" : null}
        </dd>
      </div>
    </dl>
  );
}
