import { expect, it } from "vitest";
import { combine, lacking, readValues, variantName } from "./options.ts";

it("reads values parted by commas or lines, each once", () => {
  expect(readValues("100g, 200g\n 100g ,,  큰   것")).toEqual(["100g", "200g", "큰 것"]);
});

it("makes every pair of two dimensions", () => {
  const choices = combine([{ name: "크기", values: ["100g", "200g"] }, { name: "향", values: ["쑥", "무향"] }]);
  expect(choices.map(variantName)).toEqual(["100g / 쑥", "100g / 무향", "200g / 쑥", "200g / 무향"]);
});

it("makes one variant without options, and skips an empty dimension", () => {
  expect(combine([])).toEqual([[]]);
  expect(combine([{ name: "향", values: [] }, { name: "크기", values: ["100g"] }])).toEqual([["100g"]]);
});

it("names what is not there yet", () => {
  expect(lacking([["100g"], ["200g"]], ["100g"])).toEqual([["200g"]]);
});
