import type { PromoFragment } from "~/gql/operations";
import type { CartGroup, Sums } from "./state.ts";
import { cartTotals } from "./state.ts";

export interface CardPayment {
  id: string;
  last4: string;
  /** What it pays of this purchase. */
  amount: number;
  isUsable: boolean;
}

export interface Promotions {
  code: string | null;
  /** What the voucher is called, else its code. */
  name: string;
  /** Why the code does not count now; null where it does or where there is none. */
  refusal: string | null;
  discount: number;
  cards: CardPayment[];
}

export interface Bill {
  /** Goods before the voucher. */
  goods: number;
  /** Delivery before the voucher. */
  delivery: number;
  /** Goods and delivery after the voucher: what papers show. */
  total: Sums;
  promotions: Promotions;
  /** What is left to be paid in money. */
  toPay: number;
}

/** Cards pay in the order they were added, each as much as it can; the delivery of a cart is known before a method is chosen. */
function payments(cards: PromoFragment["giftCardPayments"], total: number): CardPayment[] {
  let left = total;
  return cards.map(({ isUsable, giftCard }) => {
    const amount = isUsable ? Math.min(giftCard.currentBalance.amount, left) : 0;
    left -= amount;
    return { id: giftCard.id, last4: giftCard.last4CodeChars, amount, isUsable };
  });
}

/** What a cart comes to, from the goods' prices to what is to be paid. */
export function billOf(cart: PromoFragment & { vendorGroups: readonly CartGroup[] }, english = false): Bill {
  const { goods, delivery, total } = cartTotals(cart.vendorGroups);
  const discount = cart.discount?.amount ?? 0;
  const offDelivery = cart.vendorGroups.reduce((sum, group) => sum + group.shippingDiscount.amount, 0);
  const cards = payments(cart.giftCardPayments, total.gross.amount);
  const name = (english ? cart.translatedDiscountName : null) ?? cart.discountName ?? cart.voucherCode ?? "";
  return {
    goods: goods.gross.amount + discount - offDelivery,
    delivery: delivery.gross.amount + offDelivery,
    total,
    promotions: { code: cart.voucherCode, name, refusal: cart.voucherRefusal, discount, cards },
    toPay: total.gross.amount - cards.reduce((sum, card) => sum + card.amount, 0),
  };
}

/** Whether a code in use keeps the cart from being ordered. */
export const isRefused = ({ promotions }: Bill): boolean => promotions.refusal !== null || promotions.cards.some((card) => !card.isUsable);
