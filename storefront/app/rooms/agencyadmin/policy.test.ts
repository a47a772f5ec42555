import { expect, it } from "vitest";
import { brokenIn, camel, policyOf, readPolicy, wonOf } from "./policy.ts";

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

it("reads won as people write them", () => {
  expect(["2,000,000", " 2000000원 ", "₩0", "", "12.5", "-1", "삼백만"].map(wonOf)).toEqual([2_000_000, 2_000_000, 0, null, undefined, undefined, undefined]);
});

it("takes an empty field for the law's own and keeps zero", () => {
  const typed = readPolicy(form({ effectiveFrom: "2026-12-01", directOrderUpTo: "0", law: "STATE", holdDays: "" }));
  expect(policyOf(typed)).toEqual({ quoteOmitBelow: null, oneQuoteUpTo: null, comparisonFrom: null, splitWarningFrom: null, directOrderUpTo: 0, law: "STATE", holdDays: null });
  expect(policyOf(readPolicy(form({ law: "NO LAW" }))).law).toBeNull();
});

it("names what is no amount", () => {
  expect(brokenIn(readPolicy(form({ quoteOmitBelow: "many", holdDays: "x" })))).toEqual(["quoteOmitBelow", "holdDays"]);
  expect(brokenIn(readPolicy(form({})))).toEqual([]);
});

it("reads the API's names of rules", () => {
  expect(["law", "direct_order_up_to", "hold_days"].map(camel)).toEqual(["law", "directOrderUpTo", "holdDays"]);
});
