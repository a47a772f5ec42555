/** What a row of a workbook would do, the worst first. */
export const OUTCOMES = ["WRONG", "NEW", "CHANGED", "UNCHANGED"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_TAGS: Record<Outcome, string> = { WRONG: "tag bad", NEW: "tag ok", CHANGED: "tag acc", UNCHANGED: "tag" };
export const RUN_TAGS = { CHECKED: "tag acc", APPLIED: "tag ok", UNDONE: "tag" } as const;

const SEOUL_MS = 9 * 3_600_000;

/** The fiscal year is the calendar year in Seoul. */
export const seoulYear = (now: Date = new Date()): number => new Date(now.getTime() + SEOUL_MS).getUTCFullYear();

/** Whole won from what people type ("48,000,000원"); null for everything else. */
export function wonOf(text: string): number | null {
  const plain = text.replace(/[,\s]/g, "").replace(/원$/, "");
  return /^\d{1,15}$/.test(plain) ? Number(plain) : null;
}

/** "+1,200" and "−300": a movement carries its sign. */
export const signed = (amount: number, format: (value: number) => string): string => (amount > 0 ? `+${format(amount)}` : amount < 0 ? `−${format(-amount)}` : "0");

export const linePath = (id: string): string => `/agency/budgets/${encodeURIComponent(id)}`;
export const runPath = (id: string): string => `/agency/budgets/import?run=${encodeURIComponent(id)}`;
