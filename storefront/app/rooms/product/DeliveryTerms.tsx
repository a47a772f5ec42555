import type { SellerFragment } from "~/gql/operations";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import type { ProductFull } from "./product.server.ts";

interface Props {
  product: Pick<ProductFull, "dispatchDays" | "isService"> & { vendor: Pick<SellerFragment, "name" | "deliveryTerms"> };
}

/** Delivery, withdrawal and refund in one table, before the order. */
export function DeliveryTerms({ product }: Props) {
  const t = useMessages().product;
  const language = useLanguage();
  const terms = product.vendor.deliveryTerms;
  const won = (amount: number) => (amount === 0 ? t.free : formatWon(amount, language));
  const rows: [string, string][] = product.isService
    ? [
        [t.dispatchTime, t.service],
        [t.withdrawalHead, `${t.withdrawalService}. ${t.withdrawalServiceNote}`],
        [t.refund, t.refundNote],
      ]
    : [
        [t.deliveryFee, won(terms.fee.amount)],
        ...(terms.freeFrom ? ([[t.deliveryFree, t.freeFrom(product.vendor.name, formatWon(terms.freeFrom.amount, language))]] as [string, string][]) : []),
        [t.dispatchTime, t.dispatchNote(product.dispatchDays)],
        [t.carrier, terms.carrier],
        [t.remoteFee, terms.remoteAreaSurcharge.amount ? formatWon(terms.remoteAreaSurcharge.amount, language) : t.none],
        [t.returnFee, won(terms.returnFee.amount)],
        [t.withdrawalHead, `${t.withdrawal}. ${t.withdrawalNote(won(terms.returnFee.amount))} ${t.withdrawalExempt}`],
        [t.refund, t.refundNote],
      ];
  return (
    <table className="spec">
      <caption className="vh">{t.deliveryHead}</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
