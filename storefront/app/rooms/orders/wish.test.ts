import { expect, it } from "vitest";
import { fieldOf, readWish, wishFaults } from "./wish.ts";

const lines = [{ id: "a", quantityWithdrawable: 2 }, { id: "b", quantityWithdrawable: 1 }];
const say = { needPieces: "P", needWhy: "W", needWords: "O" };

function form(fields: Record<string, string>): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
}

it("reads pieces of the lines it was asked about, and never more than can go back", () => {
  const wish = readWish(form({ [fieldOf("a")]: "9", [fieldOf("b")]: "0", [fieldOf("c")]: "1", reasonKind: "FAULTY", knownOn: "2026-11-20" }), lines);
  expect([...wish.pieces]).toEqual([["a", 2]]);
  expect(wish).toMatchObject({ reasonKind: "FAULTY", knownOn: "2026-11-20" });
  expect(wishFaults(wish, say)).toEqual([]);
});

it("reads that sealed goods are whole only where it was ticked", () => {
  expect(readWish(form({}), lines).isUnopened).toBe(false);
  expect(readWish(form({ isUnopened: "1" }), lines).isUnopened).toBe(true);
});

it("asks for what is missing", () => {
  const nothing = readWish(form({ reasonKind: "SOMETHING", knownOn: "yesterday" }), lines);
  expect(nothing.knownOn).toBe("");
  expect(wishFaults(nothing, say).map((fault) => fault.field)).toEqual(["pieces", "reasonKind"]);
  const other = readWish(form({ [fieldOf("b")]: "1", reasonKind: "OTHER", reason: "  " }), lines);
  expect(wishFaults(other, say).map((fault) => fault.message)).toEqual(["O"]);
});
