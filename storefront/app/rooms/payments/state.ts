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

const BOOK_WORDS_KO: Record<string, string> = {
  charged: "받음", authorized: "승인", pending: "처리 중", action_required: "구매자 기다림", failed: "실패", canceled: "취소", open: "열림", ended: "끝남",
};
const BOOK_WORDS_EN: Record<string, string> = {
  charged: "received", authorized: "authorised", pending: "under way", action_required: "waits for the buyer", failed: "failed", canceled: "cancelled", open: "open", ended: "ended",
};

/** What a side of the books says ("charged 27,000") in the reader's words. */
export function bookWords(text: string, language: "ko" | "en"): string {
  const [word = "", ...rest] = text.split(" ");
  const known = (language === "ko" ? BOOK_WORDS_KO : BOOK_WORDS_EN)[word];
  return known ? [known, ...rest].join(" ") : text;
}

const REASONS_KO: Record<string, string> = { cancelled: "주문 취소", expired: "입금 기한 지남", granted: "환불 승인", superseded: "다른 결제로 바뀜", abandoned: "구매자가 그만둠", "the total has changed": "금액이 바뀜" };

/** Why something was asked: our own short words in Korean, what people wrote as it is. */
export const reasonWords = (reason: string, language: "ko" | "en"): string => (language === "ko" ? (REASONS_KO[reason] ?? reason) : reason);
