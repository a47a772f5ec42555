import { describe, expect, it } from "vitest";
import { partWorth, piecesPrice, planBack, withdrawalWorth } from "./moneyBack.ts";

const books = (total: number, charged: number, granted = 0, cards = 0) => ({ total: { gross: { amount: total } }, totalCharged: { amount: charged }, totalGrantedRefund: { amount: granted }, giftCardAmount: { amount: cards } });

describe("planBack", () => {
  it("gives back what was paid", () => expect(planBack(books(30_000, 30_000), 12_000)).toEqual({ money: 12_000, cards: 0, waived: 0 }));
  it("gives nothing back where nothing was paid, and lets it go", () => expect(planBack(books(30_000, 0), 12_000)).toEqual({ money: 0, cards: 0, waived: 12_000 }));
  it("sends to gift cards what money does not cover", () => expect(planBack(books(5_000, 5_000, 0, 20_000), 25_000)).toEqual({ money: 5_000, cards: 20_000, waived: 0 }));
  it("counts what was granted before", () => expect(planBack(books(10_000, 2_000, 8_000, 20_000), 6_000)).toEqual({ money: 2_000, cards: 4_000, waived: 0 }));
  it("counts what is on its way back from before", () => expect(planBack(books(10_000, 10_000, 8_000), 2_000)).toEqual({ money: 2_000, cards: 0, waived: 0 }));
  it("of a half-paid order only lets go what was not paid", () => expect(planBack(books(10_000, 4_000), 8_000)).toEqual({ money: 2_000, cards: 0, waived: 6_000 }));
});

describe("piecesPrice", () => {
  it("makes the pieces sum to the line, the first ones a won dearer", () => {
    expect([0, 1, 2].map((gone) => piecesPrice(10_000, 3, gone, 1))).toEqual([3_334, 3_333, 3_333]);
    expect(piecesPrice(10_001, 3, 0, 2)).toBe(6_668);
    expect(piecesPrice(10_001, 3, 1, 2)).toBe(6_667);
    expect(piecesPrice(10_000, 3, 0, 3)).toBe(10_000);
  });
});

const line = (id: string, quantity: number, total: number, more = {}) => ({ id, quantity, quantityReturned: 0, quantityCanceled: 0, isShippingRequired: true, totalPrice: { gross: { amount: total } }, ...more });
const part = (more = {}) => ({ lines: [line("a", 2, 20_000), line("b", 1, 5_000)], returnFee: { amount: 3_000 }, shippingPrice: { gross: { amount: 2_500 } }, withdrawals: [], ...more });

describe("withdrawalWorth", () => {
  const all = new Map([["a", 2], ["b", 1]]);
  it("keeps the way back of goods that are sound", () => expect(withdrawalWorth(part(), all, false)).toEqual({ goods: 25_000, fee: 3_000, delivery: 0, all: 22_000 }));
  it("gives everything back where all is at fault", () => expect(withdrawalWorth(part(), all, true)).toEqual({ goods: 25_000, fee: 0, delivery: 2_500, all: 27_500 }));
  it("keeps the delivery while a piece stays, or one went back for another reason", () => {
    expect(withdrawalWorth(part(), new Map([["a", 2]]), true).delivery).toBe(0);
    const earlier = part({ lines: [line("a", 2, 20_000, { quantityReturned: 1 }), line("b", 1, 5_000)], withdrawals: [{ status: "REFUNDED", reasonKind: "OTHER" }] });
    expect(withdrawalWorth(earlier, new Map([["a", 1], ["b", 1]]), true)).toMatchObject({ goods: 15_000, delivery: 0 });
  });
  it("is never less than nothing, and a service needs no way back", () => {
    expect(withdrawalWorth(part({ returnFee: { amount: 90_000 } }), all, false).all).toBe(0);
    expect(withdrawalWorth(part({ lines: [line("s", 1, 9_000, { isShippingRequired: false })] }), new Map([["s", 1]]), false).fee).toBe(0);
  });
});

describe("pieces that the enterprise cancelled", () => {
  const canceled = { lines: [line("a", 3, 10_000, { quantityCanceled: 1 }), line("b", 1, 5_000)] };
  it("are not given back again when the buyer cancels the rest", () => {
    expect(partWorth(part())).toBe(27_500);
    expect(partWorth(part(canceled))).toBe(6_666 + 5_000 + 2_500);
  });
  it("need not come back for the delivery to be paid back", () =>
    expect(withdrawalWorth(part(canceled), new Map([["a", 2], ["b", 1]]), true)).toMatchObject({ goods: 11_666, delivery: 2_500 }));
});
