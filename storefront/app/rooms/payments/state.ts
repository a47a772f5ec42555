import type { StaffPaymentQuery, TransactionActionEnum } from "~/gql/operations";

type Amount = { amount: number };
export interface PaymentFacts {
  isOpen: boolean;
  isDisputed: boolean;
  amount: Amount;
  chargedAmount: Amount;
  chargePendingAmount: Amount;
  authorizedAmount: Amount;
  refundedAmount: Amount;
  refundPendingAmount: Amount;
}
export type PaymentState = "disputed" | "refunding" | "refunded" | "charged" | "partly" | "promised" | "waiting" | "closed";

/** One word for where a payment stands: what staff have to act on comes first. */
export function stateOf(payment: PaymentFacts): PaymentState {
  if (payment.isDisputed) return "disputed";
  if (payment.refundPendingAmount.amount > 0) return "refunding";
  if (payment.chargedAmount.amount > 0) return payment.chargePendingAmount.amount > 0 ? "partly" : "charged";
  if (payment.refundedAmount.amount > 0) return "refunded";
  if (payment.authorizedAmount.amount > 0) return "promised";
  return payment.isOpen ? "waiting" : "closed";
}

export const TAGS: Record<PaymentState, string> = {
  disputed: "tag bad", refunding: "tag warn", refunded: "tag", charged: "tag ok", partly: "tag warn", promised: "tag info", waiting: "tag info", closed: "tag",
};

/** The most that can be asked for: what is left of what was received, or promised. */
export function mostOf(payment: PaymentFacts, action: TransactionActionEnum): number {
  if (action === "REFUND") return Math.max(payment.chargedAmount.amount - payment.refundPendingAmount.amount, 0);
  return payment.authorizedAmount.amount;
}

/** Won as typed: digits, perhaps with separators; null for everything else. */
export function readWon(text: string): number | null {
  const digits = text.replace(/[,\s원₩]/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

export const byHand = (payment: Pick<NonNullable<StaffPaymentQuery["transaction"]>, "gateway">): boolean => payment.gateway.startsWith("ieum.payment.");
