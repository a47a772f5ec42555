import { expect, it } from "vitest";
import { documentOf } from "./describe.ts";
import { hintsOf, isJump } from "./hints.ts";

const plain = { name: "쌀겨 비누", pictures: 1 };

it("finds claims wherever they stand, each once", () => {
  const description = JSON.stringify(documentOf("무독성이에요. 무독성!\n\n100% 천연 재료"));
  expect(hintsOf({ ...plain, description, notice: [{ label: "주의", value: "아토피 완화" }] }).map((hint) => hint.about)).toEqual(["무독성", "100% 천연", "아토피 완화"]);
});

it("lets the notice name a telephone, but not the description", () => {
  const value = "02-353-3553";
  expect(hintsOf({ ...plain, notice: [{ label: "A/S", value }] })).toEqual([]);
  expect(hintsOf({ ...plain, summary: `전화 ${value}` })).toEqual([{ kind: "contact", about: value }]);
});

it("tells of prices that move by more than half", () => {
  expect(isJump(10_000, 15_000)).toBe(false);
  expect(isJump(10_000, 15_001)).toBe(true);
  expect(isJump(10_000, 4_999)).toBe(true);
  expect(isJump(0, 5_000)).toBe(false);
  expect(hintsOf({ ...plain, prices: [{ about: "100g", from: 10_000, to: 30_000 }] })).toEqual([{ kind: "jump", about: "100g", from: 10_000, to: 30_000 }]);
});

it("says what is missing, and nothing of a clean listing", () => {
  expect(hintsOf({ ...plain, lacking: ["KC 인증"], pictures: 0 }).map((hint) => hint.kind)).toEqual(["notice", "picture"]);
  expect(hintsOf(plain)).toEqual([]);
});
