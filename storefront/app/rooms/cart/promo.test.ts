import { expect, it } from "vitest";
import { billOf, isRefused } from "./promo.ts";
import type { CartGroup } from "./state.ts";

const sums = (gross: number) => ({ gross: { amount: gross }, net: { amount: gross }, tax: { amount: 0 } });
const group = (goods: number, delivery: number, offDelivery = 0) => ({ subtotalPrice: sums(goods), shippingPrice: sums(delivery), shippingDiscount: { amount: offDelivery }, totalPrice: sums(goods + delivery) }) as unknown as CartGroup;
const card = (id: string, balance: number, isUsable = true) => ({ isUsable, giftCard: { id, last4CodeChars: id, currentBalance: { amount: balance } } });
const plain = { voucherCode: null, voucherRefusal: null, discount: { amount: 0 }, discountName: null, translatedDiscountName: null, giftCardPayments: [] };

it("shows goods and delivery before the voucher and adds up to what is to be paid", () => {
  const bill = billOf({ ...plain, voucherCode: "X", discountName: "첫 주문", discount: { amount: 3_500 }, vendorGroups: [group(17_000, 2_500, 500), group(10_000, 0)] });
  expect([bill.goods, bill.delivery, bill.promotions.discount, bill.total.gross.amount, bill.toPay]).toEqual([30_000, 3_000, 3_500, 29_500, 29_500]);
  expect(bill.goods + bill.delivery - bill.promotions.discount).toBe(bill.toPay);
});

it("lets cards pay in their order, delivery included, and none that may not be used", () => {
  const bill = billOf({ ...plain, giftCardPayments: [card("a", 4_000), card("b", 9_000, false), card("c", 50_000)], vendorGroups: [group(10_000, 3_000)] });
  expect(bill.promotions.cards.map((one) => one.amount)).toEqual([4_000, 0, 9_000]);
  expect(bill.toPay).toBe(0);
  expect(isRefused(bill)).toBe(true);
});

it("names the discount in the reader's language, else as it is called, else by its code", () => {
  const named = { ...plain, voucherCode: "X", discountName: "첫 주문", translatedDiscountName: "First order", vendorGroups: [] };
  expect(billOf(named).promotions.name).toBe("첫 주문");
  expect(billOf(named, true).promotions.name).toBe("First order");
  expect(billOf({ ...named, discountName: null, translatedDiscountName: null }, true).promotions.name).toBe("X");
  expect(isRefused(billOf({ ...named, voucherRefusal: "…" }))).toBe(true);
  expect(isRefused(billOf(named))).toBe(false);
});
