import { expect, it } from "vitest";
import { canFill, moved, pickedOf, piecesOf, quotePath, slotOf } from "./state.ts";

it("takes what was ticked once, with its pieces", () => {
  const form = new FormData();
  for (const id of ["a", "b", "a", ""]) form.append("pick", id);
  form.set("q:a", "1,200");
  form.set("q:b", "x");
  form.set("q:c", "5");
  expect(pickedOf(form, 10)).toEqual([{ variant: "a", quantity: 1200 }, { variant: "b", quantity: 0 }]);
  expect(pickedOf(form, 1)).toHaveLength(1);
});

it("adds up what stands in several places, and guesses no quantity", () => {
  const form = new FormData();
  for (const [place, quantity] of [[1, "10"], [2, "3"]] as const) {
    form.append("pick", slotOf(place, "a"));
    form.set(`q:${slotOf(place, "a")}`, quantity);
  }
  expect(pickedOf(form, 10)).toEqual([{ variant: "a", quantity: 13 }]);
  form.append("pick", slotOf(3, "a"));
  expect(pickedOf(form, 10)).toEqual([{ variant: "a", quantity: 0 }]);
});

it("reads pieces, and nothing else", () => {
  expect(["3", " 1,000 ", "-1", "1.5", "", null].map(piecesOf)).toEqual([3, 1000, 0, 0, 0, 0]);
});

it("moves one place, never over the edge", () => {
  expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});

it("fills with what is there, though less than wanted", () => {
  expect((["BUYABLE", "LESS_STOCK", "QUOTE_ONLY", "GONE"] as const).filter((standing) => canFill({ standing }))).toEqual(["BUYABLE", "LESS_STOCK"]);
});

it("leads to a request for quotes with the things on it", () => {
  expect(quotePath([{ productSlug: "banner-1", quantity: 3, variantId: "v1" }, { productSlug: null, quantity: 1 }, { productSlug: "mug", quantity: 2 }])).toBe("/agency/quotes/new?product=banner-1&quantity=3&variantId=v1&product=mug&quantity=2&variantId=");
});
