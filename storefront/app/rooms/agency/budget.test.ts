import { expect, it } from "vitest";
import { sharesOf } from "./budget.ts";

it("splits a line into what is used, what is held and what is left", () => {
  expect(sharesOf({ appropriated: 48_000_000, held: 12_210_000, used: 21_340_000 })).toEqual({ left: 14_450_000, usedPercent: 44.5, heldPercent: 25.4, isTight: false });
});

it("warns when less than a twentieth is left", () => {
  expect(sharesOf({ appropriated: 20_000_000, held: 990_000, used: 18_010_000 }).isTight).toBe(false);
  expect(sharesOf({ appropriated: 20_000_000, held: 990_000, used: 18_010_001 }).isTight).toBe(true);
});

it("draws nothing of a line without money", () => {
  expect(sharesOf({ appropriated: 0, held: 0, used: 0 })).toEqual({ left: 0, usedPercent: 0, heldPercent: 0, isTight: false });
});
