import { expect, it } from "vitest";
import { bookWords, mostOf, readWon, reasonWords, stateOf, type PaymentFacts } from "./state.ts";

const money = (amount: number) => ({ amount });
const payment = (changes: Partial<Record<keyof PaymentFacts, number | boolean>> = {}): PaymentFacts =>
  ({
    isOpen: true, isDisputed: false, amount: money(100), chargedAmount: money(0), chargePendingAmount: money(0), authorizedAmount: money(0), refundedAmount: money(0), refundPendingAmount: money(0),
    ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, typeof value === "number" ? money(value) : value])),
  }) as PaymentFacts;

it("names where a payment stands, the most pressing first", () => {
  expect(stateOf(payment())).toBe("waiting");
  expect(stateOf(payment({ isOpen: false }))).toBe("closed");
  expect(stateOf(payment({ authorizedAmount: 100 }))).toBe("promised");
  expect(stateOf(payment({ chargedAmount: 100 }))).toBe("charged");
  expect(stateOf(payment({ chargedAmount: 40, chargePendingAmount: 60 }))).toBe("partly");
  expect(stateOf(payment({ chargedAmount: 100, refundPendingAmount: 20 }))).toBe("refunding");
  expect(stateOf(payment({ refundedAmount: 100, isOpen: false }))).toBe("refunded");
  expect(stateOf(payment({ chargedAmount: 100, isDisputed: true, refundPendingAmount: 5 }))).toBe("disputed");
});

it("never offers more than is left", () => {
  expect(mostOf(payment({ chargedAmount: 100, refundPendingAmount: 30 }), "REFUND")).toBe(70);
  expect(mostOf(payment({ chargedAmount: 10, refundPendingAmount: 30 }), "REFUND")).toBe(0);
  expect(mostOf(payment({ authorizedAmount: 50 }), "CHARGE")).toBe(50);
});

it("reads won as people type them", () => {
  expect(readWon("13,000원")).toBe(13_000);
  expect(readWon("₩ 13 000")).toBe(13_000);
  for (const text of ["", "-5", "1.5", "천원", "1e9", "9999999999999"]) expect(readWon(text)).toBeNull();
});

it("says in the reader's words what the books and reasons hold", () => {
  expect(bookWords("charged 27,000", "ko")).toBe("받음 27,000");
  expect(bookWords("action_required 0", "en")).toBe("waits for the buyer 0");
  expect(bookWords("42,700", "ko")).toBe("42,700");
  expect(reasonWords("cancelled", "ko")).toBe("주문 취소");
  expect(reasonWords("한 개가 부서져 왔어요", "ko")).toBe("한 개가 부서져 왔어요");
  expect(reasonWords("cancelled", "en")).toBe("cancelled");
});
