import { expect, it } from "vitest";
import { formatNumber } from "~/lib/money.ts";
import { seoulYear, signed, wonOf } from "./state.ts";

it("reads won as people type them, and nothing else", () => {
  expect(["48,000,000", "48000000원", " 1 000 ", "0"].map(wonOf)).toEqual([48_000_000, 48_000_000, 1_000, 0]);
  expect(["", "-1", "1.5", "1e6", "많이", "1234567890123456"].map(wonOf)).toEqual([null, null, null, null, null, null]);
});

it("begins a year at midnight in Seoul", () => {
  expect(seoulYear(new Date("2026-12-31T14:59:59Z"))).toBe(2026);
  expect(seoulYear(new Date("2026-12-31T15:00:00Z"))).toBe(2027);
});

it("gives a movement its sign", () => {
  expect([1200, -300, 0].map((amount) => signed(amount, formatNumber))).toEqual(["+1,200", "−300", "0"]);
});
