import type { Language } from "./i18n/index.ts";

export type TaxKind = "TAXABLE" | "ZERO_RATED" | "EXEMPT";

const numbers = new Intl.NumberFormat("ko-KR", { maximumFractionDigits: 0 });

export const formatNumber = (value: number): string => numbers.format(value);

/** "19,800원", "₩19,800": for running text. Where the unit is set apart use <Price>. */
export function formatWon(amount: number, language: Language): string {
  return language === "ko" ? `${numbers.format(amount)}원` : `₩${numbers.format(amount)}`;
}

/** "18억 8,800만" for big sums in Korean; English keeps millions. */
export function formatLargeWon(amount: number, language: Language): { value: string; unit: string } {
  if (language === "en") return { value: `₩${numbers.format(Math.round(amount / 1_000_000))}`, unit: "million" };
  const tenThousands = Math.round(amount / 10_000);
  const hundredMillions = Math.floor(tenThousands / 10_000);
  const rest = tenThousands % 10_000;
  if (hundredMillions === 0) return { value: numbers.format(rest), unit: "만원" };
  if (rest === 0) return { value: numbers.format(hundredMillions), unit: "억원" };
  return { value: `${numbers.format(hundredMillions)}억 ${numbers.format(rest)}`, unit: "만원" };
}

export interface VatSplit {
  supply: number;
  tax: number;
  total: number;
}

/** Splits a sum that includes VAT. Supply = round(total / 1.1) and tax is the rest, so that the two always meet. */
export function splitVat(total: number, taxKind: TaxKind): VatSplit {
  if (taxKind !== "TAXABLE") return { supply: total, tax: 0, total };
  const supply = Math.round((total * 10) / 11);
  return { supply, tax: total - supply, total };
}

/** Whole percent by which a price was cut, or null when it was not. Rounded down: never promise more than is given. */
export function discountPercent(now: number, before: number): number | null {
  if (before <= now || before <= 0) return null;
  const percent = Math.floor(((before - now) * 100) / before);
  return percent > 0 ? percent : null;
}

/** Of one option in one order: what the API takes. */
export const MAX_QUANTITY = 9_999;

/** A quantity someone typed: digits with separators, kept within the allowed range. */
export function readQuantity(value: string | null | undefined, minimum = 1, maximum = MAX_QUANTITY): number {
  const digits = (value ?? "").replace(/[,\s]/g, "");
  if (!/^\d{1,9}$/.test(digits)) return minimum;
  return Math.min(Math.max(Number(digits), minimum), maximum);
}
