import type { AgencyLawEnum } from "~/gql/operations";

/** The amounts of a policy, in the order of a purchase. */
export const LIMITS = ["quoteOmitBelow", "oneQuoteUpTo", "comparisonFrom", "splitWarningFrom", "directOrderUpTo"] as const;
export type Limit = (typeof LIMITS)[number];

export interface Typed {
  effectiveFrom: string;
  law: string;
  holdDays: string;
  amounts: Record<Limit, string>;
}

/** What stands in the form, as it was typed. */
export function readPolicy(form: FormData): Typed {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim().slice(0, 40) : "";
  };
  const amounts = Object.fromEntries(LIMITS.map((name) => [name, text(name)])) as Record<Limit, string>;
  return { effectiveFrom: text("effectiveFrom"), law: text("law"), holdDays: text("holdDays"), amounts };
}

/** Won as people write them: 2,000,000 or 2000000원; null for nothing written, undefined for what is no amount. */
export function wonOf(text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s,원₩]/gu, "");
  if (!digits) return null;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** The fields that hold no amount or day. */
export const brokenIn = (typed: Typed): string[] => [...LIMITS.filter((name) => wonOf(typed.amounts[name]) === undefined), ...(typed.holdDays && !/^\d{1,2}$/.test(typed.holdDays) ? ["holdDays"] : [])];

const isLaw = (text: string): text is AgencyLawEnum => text === "LOCAL" || text === "STATE";

/** The rules as the API takes them; an empty field is the law's own. */
export function policyOf(typed: Typed) {
  const amounts = Object.fromEntries(LIMITS.map((name) => [name, wonOf(typed.amounts[name]) ?? null])) as Record<Limit, number | null>;
  return { ...amounts, law: isLaw(typed.law) ? typed.law : null, holdDays: typed.holdDays ? Number(typed.holdDays) : null };
}

/** The API names rules as Python does: direct_order_up_to. */
export const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
