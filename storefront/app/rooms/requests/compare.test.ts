import { expect, it } from "vitest";
import { changesBetween, compareGroups } from "./compare.ts";

const quote = (id: string, gross: number, requestId: string | null = "r") => ({ id, number: `Q-${id}`, gross, requestId });

it("sets answers to one request side by side, the lowest first", () => {
  const [group = []] = compareGroups([quote("a", 1_000), quote("b", 800), quote("c", 900)], new Set(["Q-c"]));
  expect(group.map((row) => [row.quote.id, row.isLowest, row.isChosen, row.percent])).toEqual([["b", true, false, 80], ["c", false, true, 90], ["a", false, false, 100]]);
});

it("calls nothing the lowest where nothing is compared", () => {
  const groups = compareGroups([quote("x", 700, null), quote("y", 500, null), quote("a", 1_000)], new Set());
  expect(groups.map((group) => group.map((row) => [row.quote.id, row.isLowest]))).toEqual([[["a", false]], [["y", false], ["x", false]]]);
});

const item = (variantId: string | null, quantity = 1, unitPrice = 100) => ({ variantId, name: `n${variantId ?? ""}`, quantity, unitPrice });

it("says what changed since the last round", () => {
  expect(changesBetween([item("a"), item("b", 2), item("c"), item(null)], [item("a", 1, 120), item("b", 3), item("d")])).toEqual([
    { kind: "price", name: "na", from: 100, to: 120 },
    { kind: "pieces", name: "nb", from: 2, to: 3 },
    { kind: "gone", name: "nc" },
    { kind: "gone", name: "n" },
    { kind: "added", name: "nd" },
  ]);
  expect(changesBetween([item("a")], [item("a")])).toEqual([]);
});
