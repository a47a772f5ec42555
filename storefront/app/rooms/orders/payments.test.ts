import { describe, expect, it } from "vitest";
import type { OrderFull, VendorPart } from "./orders.server.ts";
import { broughtIn, isExcepted, mayBeFaulty, methodName, moneyState, paidAt, stepOf, wayBack, type Payment } from "./payments.ts";

const sum = (amount: number) => ({ amount });
const payment = (more: object = {}) =>
  ({ createdAt: "2026-11-20T01:00:00Z", paymentMeans: "CARD", chargedAmount: sum(0), authorizedAmount: sum(0), refundedAmount: sum(0), refundPendingAmount: sum(0), paymentMethodDetails: null, events: [], ...more }) as unknown as Payment;
const order = (more: object = {}) => ({ status: "UNFULFILLED", paymentMeans: "CARD", totalBalance: sum(0), totalCharged: sum(1000), transactions: [], ...more }) as unknown as OrderFull;
const part = (more: object = {}) => ({ status: "UNFULFILLED", fulfillments: [], lines: [], faultWithdrawableUntil: null, ...more }) as unknown as VendorPart;
const digits = (text: string) => `끝자리 ${text}`;

describe("methodName", () => {
  const named = (kind: string, name: string | null, lastDigits: string | null) => payment({ paymentMethodDetails: { kind, name, lastDigits } });
  it("writes brands as people do, and wallets by their names", () => {
    expect(methodName(named("card", "visa", "4242"), digits, "ko")).toBe("VISA 끝자리 4242");
    expect(methodName(named("card", "mastercard", null), digits, "ko")).toBe("Mastercard");
    expect(methodName(named("kakao_pay", null, null), digits, "ko")).toBe("카카오페이");
    expect(methodName(named("kakao_pay", null, null), digits, "en")).toBe("Kakao Pay");
    expect(methodName(payment(), digits, "ko")).toBe("");
  });
});

it("counts what came in, and not twice what is on its way back", () => {
  expect(broughtIn(payment({ chargedAmount: sum(700), refundedAmount: sum(300) }))).toBe(1000);
  expect(broughtIn(payment({ chargedAmount: sum(1000), refundPendingAmount: sum(300) }))).toBe(1000);
});

it("knows when the money came, however late", () => {
  expect(paidAt(payment({ events: [{ type: "CHARGE_REQUEST", createdAt: "a" }, { type: "CHARGE_SUCCESS", createdAt: "b" }] }))).toBe("b");
  expect(paidAt(payment())).toBe("2026-11-20T01:00:00Z");
});

it.each([
  [order(), "paid"],
  [order({ totalBalance: sum(-400) }), "partly"],
  [order({ totalBalance: sum(-1000), totalCharged: sum(0) }), "unpaid"],
  [order({ totalBalance: sum(-1000), totalCharged: sum(0), paymentMeans: "DEFERRED" }), "later"],
  [order({ paymentMeans: "GIFT_CARD" }), "nothing"],
  [order({ status: "EXPIRED", totalBalance: sum(-1000) }), "ended"],
] as const)("tells where the money stands (%#)", (given, state) => expect(moneyState(given)).toBe(state));

it("sends money back the way it last came", () => {
  expect(wayBack(order({ paymentMeans: "BANK_TRANSFER" }))).toBe("account");
  expect(wayBack(order({ paymentMeans: "BANK_TRANSFER", transactions: [payment({ chargedAmount: sum(1) })] }))).toBe("card");
});

describe("stepOf", () => {
  const parcel = (deliveredAt: string | null, status = "FULFILLED") => ({ deliveredAt, status });
  it.each([
    [part({ status: "UNCONFIRMED" }), false, 0],
    [part(), true, 0],
    [part(), false, 1],
    [part({ status: "PARTIALLY_FULFILLED", fulfillments: [parcel("x")] }), false, 2],
    [part({ status: "FULFILLED", fulfillments: [parcel("x"), parcel(null)] }), false, 2],
    [part({ status: "FULFILLED", fulfillments: [parcel("x"), parcel(null, "CANCELED")] }), false, 4],
    [part({ status: "CANCELED" }), false, null],
  ] as const)("%#", (given, waits, step) => expect(stepOf(given, waits)).toBe(step));
});

it("lets faulty goods go back until the last day, and only what is still there", () => {
  const until = (lines: object[]) => part({ faultWithdrawableUntil: "2026-12-01", lines });
  expect(mayBeFaulty(until([{ quantityWithdrawable: 1 }]), "2026-12-01")).toBe(true);
  expect(mayBeFaulty(until([{ quantityWithdrawable: 1 }]), "2026-12-02")).toBe(false);
  expect(mayBeFaulty(until([{ quantityWithdrawable: 0 }]), "2026-12-01")).toBe(false);
});

it("tells terms that left only a fault from a time that is over", () => {
  const line = (quantityWithdrawable: number, withdrawalTerms: string | null) => ({ quantityWithdrawable, withdrawalTerms });
  expect(isExcepted({ lines: [line(1, "주문 제작"), line(0, null)] })).toBe(true);
  expect(isExcepted({ lines: [line(1, "주문 제작"), line(1, null)] })).toBe(false);
  expect(isExcepted({ lines: [line(0, "주문 제작")] })).toBe(false);
});
