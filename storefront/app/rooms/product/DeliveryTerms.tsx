import type { SellerFragment } from "~/gql/operations";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Local } from "~/ui/Local.tsx";
import type { ProductFull } from "./product.server.ts";
import { exceptionIn, returnTerms } from "./returnTerms.ts";

interface Props {
  product: Pick<ProductFull, "dispatchDays" | "isService" | "returnPolicy"> & { vendor: Pick<SellerFragment, "name" | "deliveryTerms"> };
}

/** Delivery, withdrawal and refund in one table, before the order. */
export function DeliveryTerms({ product }: Props) {
  const t = useMessages().product;
  const language = useLanguage();
  const terms = product.vendor.deliveryTerms;
  const won = (amount: number) => (amount === 0 ? t.free : formatWon(amount, language));
  const r = useVoice(returnTerms);
  const exception = exceptionIn(r, product.returnPolicy);
  const excepted = exception && `${exception}. ${product.returnPolicy.note} ${r.fault}`;
  const rows: [string, string][] = product.isService
    ? [
        [t.dispatchTime, t.service],
        [t.withdrawalHead, excepted ?? `${t.withdrawalService}. ${t.withdrawalServiceNote}`],
        [t.refund, t.refundNote],
      ]
    : [
        [t.deliveryFee, won(terms.fee.amount)],
        ...(terms.freeFrom ? ([[t.deliveryFree, t.freeFrom(product.vendor.name, formatWon(terms.freeFrom.amount, language))]] as [string, string][]) : []),
        [t.dispatchTime, t.dispatchNote(product.dispatchDays)],
        [t.carrier, terms.carrier],
        [t.remoteFee, terms.remoteAreaSurcharge.amount ? formatWon(terms.remoteAreaSurcharge.amount, language) : t.none],
        [t.returnFee, won(terms.returnFee.amount)],
        [t.withdrawalHead, excepted ?? `${t.withdrawal}. ${t.withdrawalNote(won(terms.returnFee.amount))} ${t.withdrawalExempt}`],
        [t.refund, t.refundNote],
      ];
  return (
    <table className="spec">
      <caption className="vh">{t.deliveryHead}</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td><Local text={value} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
