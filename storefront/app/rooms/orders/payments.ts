import type { Language } from "~/lib/i18n/index.ts";
import type { OrderFull } from "./orders.server.ts";

export type Payment = OrderFull["transactions"][number];

const WALLETS: Readonly<Record<string, readonly [string, string]>> = { kakao_pay: ["카카오페이", "Kakao Pay"], naver_pay: ["네이버페이", "Naver Pay"], samsung_pay: ["삼성페이", "Samsung Pay"], payco: ["페이코", "PAYCO"] };
const SHORT = 5; // "visa" and "amex" are written in capitals, longer names as names

/** What was paid with, in words: "VISA 끝자리 4242", "카카오페이"; empty where the provider has not told. */
export function methodName(payment: Pick<Payment, "paymentMethodDetails"> | undefined, digits: (digits: string) => string, language: Language): string {
  const details = payment?.paymentMethodDetails;
  if (!details) return "";
  const wallet = WALLETS[details.kind ?? ""]?.[language === "ko" ? 0 : 1] ?? "";
  const name = details.name ?? "";
  const brand = name.length <= SHORT ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1);
  return [wallet || brand, details.lastDigits ? digits(details.lastDigits) : ""].filter(Boolean).join(" ");
}

/** Attempts that came to something: money came, is promised, or went back. */
export const realPayments = (order: OrderFull): Payment[] =>
  order.transactions.filter((one) => one.chargedAmount.amount + one.authorizedAmount.amount + one.refundedAmount.amount + one.refundPendingAmount.amount > 0);

/** When the money came. */
export const paidAt = (payment: Payment): string => payment.events.find((event) => event.type === "CHARGE_SUCCESS" || event.type === "AUTHORIZATION_SUCCESS")?.createdAt ?? payment.createdAt;

/** What came in all, whatever went back since; what is on its way back is still among what is charged. */
export const broughtIn = (payment: Payment): number => payment.chargedAmount.amount + payment.authorizedAmount.amount + payment.refundedAmount.amount;

/** Where an order's money stands. */
export function moneyState(order: OrderFull): "paid" | "partly" | "unpaid" | "ended" | "later" | "nothing" {
  if (order.status === "CANCELED" || order.status === "EXPIRED") return "ended";
  if (order.paymentMeans === "FREE" || order.paymentMeans === "GIFT_CARD") return "nothing";
  if (order.totalBalance.amount >= 0) return "paid";
  if (order.paymentMeans === "DEFERRED") return "later";
  return order.totalCharged.amount > 0 ? "partly" : "unpaid";
}

/** Which way money goes back: to a card, by transfer, or (where a guest may not see how it was paid) as it came. */
export function wayBack(order: OrderFull): "card" | "account" {
  const last = realPayments(order).at(-1)?.paymentMeans ?? order.paymentMeans;
  return last === "BANK_TRANSFER" || last === "DEFERRED" ? "account" : "card";
}

/** Whether goods of a part could still go back for a fault. The API decides; the fault may have been known earlier. */
export function mayBeFaulty(part: OrderFull["vendorOrders"][number], today = seoulToday()): boolean {
  return part.faultWithdrawableUntil !== null && today <= part.faultWithdrawableUntil && part.lines.some((line) => line.quantityWithdrawable > 0);
}

/** Whether a fault is the only reason there ever was to send back what could go: the terms said so before the order. */
export function isExcepted(part: { lines: readonly { quantityWithdrawable: number; withdrawalTerms: string | null }[] }): boolean {
  const open = part.lines.filter((line) => line.quantityWithdrawable > 0);
  return open.length > 0 && open.every((line) => line.withdrawalTerms);
}

const seoulToday = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

const STEPS: Partial<Record<string, number>> = { UNCONFIRMED: 0, UNFULFILLED: 1, PARTIALLY_FULFILLED: 2, FULFILLED: 2 };

/** How far a part has come: 0 confirmed … 3 arrived, 4 all done; null where it ended otherwise. */
export function stepOf(part: OrderFull["vendorOrders"][number], isAwaitingMoney: boolean): number | null {
  const step = STEPS[part.status] ?? null;
  if (step === 1 && isAwaitingMoney) return 0;
  const sent = part.fulfillments.filter((one) => one.status !== "CANCELED");
  return part.status === "FULFILLED" && sent.every((one) => one.deliveredAt) ? 4 : step;
}
