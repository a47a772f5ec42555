import { expect, it } from "vitest";
import { compareGroups } from "./compare.ts";

const quote = (id: string, gross: number, requestId: string | null = "r") => ({ id, number: `Q-${id}`, gross, requestId });

it("sets answers to one request side by side, the lowest first", () => {
  const [group = []] = compareGroups([quote("a", 1_000), quote("b", 800), quote("c", 900)], new Set(["Q-c"]));
  expect(group.map((row) => [row.quote.id, row.isLowest, row.isChosen, row.percent])).toEqual([["b", true, false, 80], ["c", false, true, 90], ["a", false, false, 100]]);
});

it("calls nothing the lowest where nothing is compared", () => {
  const groups = compareGroups([quote("x", 700, null), quote("y", 500, null), quote("a", 1_000)], new Set());
  expect(groups.map((group) => group.map((row) => [row.quote.id, row.isLowest]))).toEqual([[["a", false]], [["y", false], ["x", false]]]);
});
