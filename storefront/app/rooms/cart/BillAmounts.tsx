import { Amounts } from "./Amounts.tsx";
import type { Bill } from "./promo.ts";
import { promoWords } from "./promoWords.ts";
import { useVoice } from "./voice.ts";

/** The sum of a cart with its voucher and gift cards. */
export function BillAmounts({ bill, ...rest }: { bill: Bill; totalLabel?: string; hasDelivery?: boolean }) {
  const t = useVoice(promoWords);
  const { promotions, goods, delivery, total, toPay } = bill;
  const cards = promotions.cards.filter((card) => card.amount > 0).map((card) => ({ key: card.id, label: t.card(card.last4), amount: card.amount }));
  return <Amounts {...rest} goods={goods} delivery={delivery} total={total} reductions={{ discount: promotions.discount, discountName: promotions.name, cards, toPay }} />;
}
