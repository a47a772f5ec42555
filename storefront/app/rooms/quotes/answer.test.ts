import { describe, expect, it } from "vitest";
import { inputOf, readAnswer, startOf, totalOf, type Asked } from "./answer.ts";

const asked = {
  items: [{ id: "a", quantity: 300, variantId: null }, { id: "b", quantity: 2, variantId: "own" }],
  listings: [{ id: "one" }, { id: "own" }],
  quotes: [],
} as unknown as Asked;

function form(entries: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(entries)) made.set(name, value);
  return made;
}
const typed = { "price-0": "17,600", "goods-0": "one", "price-1": "500원", "goods-1": "own", validUntil: "2026-12-24", days: "5", delivery: "3,000", remarks: "" };

describe("an answer to a request for quotes", () => {
  it("adds up lines and delivery", () => {
    expect(totalOf(readAnswer(form(typed), asked), asked)).toBe(17_600 * 300 + 1_000 + 3_000);
    expect(totalOf(readAnswer(form({ ...typed, delivery: "" }), asked), asked)).toBe(17_600 * 300 + 1_000);
  });

  it("is nothing while something is no number", () => {
    for (const wrong of [{ "price-0": "" }, { "price-1": "-1" }, { delivery: "1.5" }]) {
      const answer = readAnswer(form({ ...typed, ...wrong }), asked);
      expect(totalOf(answer, asked)).toBeNull();
      expect(inputOf(answer)).toBeNull();
    }
    for (const wrong of [{ days: "" }, { validUntil: "내일" }]) expect(inputOf(readAnswer(form({ ...typed, ...wrong }), asked))).toBeNull();
  });

  it("goes to the API as whole won for each item", () => {
    expect(inputOf(readAnswer(form(typed), asked))).toMatchObject({ items: [{ itemId: "a", unitPrice: 17_600 }, { itemId: "b", unitPrice: 500 }], deliveryDays: 5, delivery: 3_000 });
  });

  it("begins with the own goods the request began with, or with the answer that stands", () => {
    expect(startOf(asked).lines.map((line) => line.variantId)).toEqual(["", "own"]);
    const quote = { isStanding: true, lines: [{ itemId: "a", unitPrice: { amount: 7 }, variantId: "one", remark: "x" }], validUntil: "2026-12-24", deliveryDays: 0, delivery: { gross: { amount: 0 } }, remarks: "" };
    const again = startOf({ ...asked, quotes: [quote] } as unknown as Asked);
    expect(again.lines[0]).toEqual({ itemId: "a", price: "7", variantId: "one", remark: "x" });
    expect([again.days, again.delivery]).toEqual(["0", "0"]);
  });
});
