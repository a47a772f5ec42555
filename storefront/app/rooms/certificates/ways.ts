import type { BuyingWayFragment } from "~/gql/operations";
import type { Language } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";

const [MILLION, TEN_MILLION, HUNDRED_MILLION] = [1_000_000, 10_000_000, 100_000_000] as const;

/** "2천만원", "1억 2천만원", "2백만원"; "₩20 million": as people say amounts of contracts. */
export function shortWon(amount: number, language: Language): string {
  if (amount <= 0 || amount % MILLION) return formatWon(amount, language);
  if (language !== "ko") return `₩${(amount / MILLION).toLocaleString("en")} million`;
  if (amount % TEN_MILLION) return amount < TEN_MILLION ? `${amount / MILLION}백만원` : formatWon(amount, language);
  const [eok, rest] = [Math.floor(amount / HUNDRED_MILLION), (amount % HUNDRED_MILLION) / TEN_MILLION];
  return `${[eok ? `${eok}억` : "", rest ? `${rest}천만` : ""].filter(Boolean).join(" ")}원`;
}

/** The number of the last syllable's final consonant (받침); 0: none. */
function finalOf(name: string): number {
  const code = name.charCodeAt(name.length - 1) - 0xac00;
  return code >= 0 && code <= 11171 ? code % 28 : 0;
}

/** 으로 after a final consonant other than ㄹ, else 로. */
export const asWhat = (name: string): string => `${name}${[0, 8].includes(finalOf(name)) ? "로" : "으로"}`;

/** 이 after a final consonant, else 가. */
export const withSubject = (name: string): string => `${name}${finalOf(name) ? "이" : "가"}`;

/** "12월 3일", "3 December", as a sentence says a day ("2026-12-03"). */
export function sayDay(day: string, language: Language): string {
  const [, month, date] = day.split("-").map(Number);
  if (language === "ko") return `${month}월 ${date}일`;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** The way that reaches highest with at most so many quotes. */
export function highest<T extends Pick<BuyingWayFragment, "quotes" | "upTo">>(ways: readonly T[], quotes: number): T | null {
  const reach = (way: T) => way.upTo?.amount ?? Number.POSITIVE_INFINITY;
  return ways.filter((way) => way.quotes <= quotes).reduce<T | null>((best, way) => (best === null || reach(way) > reach(best) ? way : best), null);
}

/** What stays when one certificate goes: the ways that do not hang on it. */
export const withoutThose = (all: readonly BuyingWayFragment[], gone: readonly BuyingWayFragment[]): BuyingWayFragment[] => all.filter((way) => !gone.some((one) => one.code === way.code));

/** Names of the certificates that open a way; a companion (고용비율) stands beside them, not among them. */
export const openersOf = (way: BuyingWayFragment): string[] => [...new Set(way.certificates.filter((one) => one.kind.code !== "VULNERABLE_RATIO").map((one) => one.kind.shortName))];

/** Of how many days a certificate counts, how many have passed: for the bar. */
export function spent(issuedOn: string, validUntil: string, daysLeft: number): { all: number; passed: number } {
  const all = Math.max(1, Math.round((Date.parse(validUntil) - Date.parse(issuedOn)) / 86_400_000));
  return { all, passed: Math.min(all, Math.max(0, all - daysLeft)) };
}
