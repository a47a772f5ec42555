import type { Reductions } from "~/rooms/cart/Amounts.tsx";
import type { Sums } from "~/rooms/cart/state.ts";
import type { OrderFull } from "./orders.server.ts";

interface Bill {
  goods: number;
  delivery: number;
  total: Sums;
  reductions: Reductions;
}

/** What an order came to: goods and delivery before the voucher, what papers show, and what was left to pay in money. */
export function orderBill(order: OrderFull, giftCard: string): Bill {
  const discount = order.discounts.reduce((sum, one) => sum + one.amount.amount, 0);
  const offDelivery = order.vendorOrders.reduce((sum, part) => sum + part.shippingDiscount.amount, 0);
  const both = (pick: (sums: Sums) => number) => ({ amount: pick(order.subtotal) + pick(order.shippingPrice) });
  const paid = order.giftCardAmount.amount;
  const first = order.discounts[0];
  const named = order.giftCards.map((card) => `…${card.last4CodeChars}`).join(", ");
  return {
    goods: order.subtotal.gross.amount + discount - offDelivery,
    delivery: order.shippingPrice.gross.amount + offDelivery,
    total: { gross: both((sums) => sums.gross.amount), net: both((sums) => sums.net.amount), tax: both((sums) => sums.tax.amount) },
    reductions: {
      discount,
      discountName: first?.translatedName ?? first?.name ?? order.voucherCode ?? "",
      cards: paid > 0 ? [{ key: "cards", label: [giftCard, named].filter(Boolean).join(" "), amount: paid }] : [],
      toPay: order.total.gross.amount,
    },
  };
}
