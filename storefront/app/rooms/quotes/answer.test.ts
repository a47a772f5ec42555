import { describe, expect, it } from "vitest";
import { faultsOf, inputOf, isSame, knownOf, optionsOf, readAnswer, readTyped, startOf, sumsOf, wonOf, type Asked, type Goods } from "./answer.ts";

const goods = (id: string, taxKind: Goods["taxKind"] = "TAXABLE"): Goods => ({ id, name: id, sku: null, taxKind, isQuoteOnly: false });
const asked = {
  items: [{ id: "a", quantity: 300, variantId: null }, { id: "b", quantity: 3, variantId: "own" }],
  listings: [goods("one"), goods("own")],
  quotes: [],
} as unknown as Asked;
const known = knownOf(asked.listings, [goods("book", "EXEMPT")]);

function form(entries: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(entries)) made.set(name, value);
  return made;
}
const typed = { "price-0": "17,600", "goods-0": "one", "price-1": "500원", "goods-1": "own", validUntil: "2026-12-24", days: "5", delivery: "3,000", remarks: "" };
const answerOf = (changes: Record<string, string> = {}) => readAnswer(form({ ...typed, ...changes }), asked);

describe("won as they are written", () => {
  it("reads whole numbers, with commas where they belong", () => {
    expect(["0", "1200", "1,200", "1,200원", " 1,234,567 원", "1,000,000,000"].map(wonOf)).toEqual([0, 1_200, 1_200, 1_200, 1_234_567, 1_000_000_000]);
  });

  it("refuses what may mean something else", () => {
    for (const wrong of ["", "1,2,0,0", "12,00", ",100", "1.5", "-1", "천원", "1 200", "1,000,000,001"]) expect(wonOf(wrong), wrong).toBeNull();
  });
});

describe("the amounts of an answer", () => {
  it("split VAT once a line, by what it is sold as", () => {
    // 3 × 500 = 1,500: 1,364 + 136, where three times the split of one would be 1,365 + 135.
    const sums = sumsOf(answerOf(), asked, known);
    expect(sums.lines).toEqual([{ supply: 4_800_000, tax: 480_000, total: 5_280_000 }, { supply: 1_364, tax: 136, total: 1_500 }]);
    expect(sums.delivery).toEqual({ supply: 2_727, tax: 273, total: 3_000 });
    expect(sums.total).toEqual({ supply: 4_804_091, tax: 480_409, total: 5_284_500 });
    expect(sumsOf(answerOf({ "goods-1": "book" }), asked, known).lines[1]).toEqual({ supply: 1_500, tax: 0, total: 1_500 });
  });

  it("have an exempt delivery where all goods are, and none where none is named", () => {
    expect(sumsOf(answerOf({ "goods-0": "book", "goods-1": "book" }), asked, known).delivery).toEqual({ supply: 3_000, tax: 0, total: 3_000 });
    expect(sumsOf(answerOf({ "goods-0": "book" }), asked, known).delivery?.tax).toBe(273);
    expect(sumsOf(answerOf({ delivery: "" }), asked, known).total?.total).toBe(5_281_500);
  });

  it("show what can be added while something is missing, and no sum", () => {
    const sums = sumsOf(answerOf({ "price-0": "1,2,0,0", "goods-1": "" }), asked, known);
    expect([sums.lines, sums.total]).toEqual([[null, null], null]);
    expect(sumsOf(answerOf({ "goods-1": "gone" }), asked, known).lines[0]?.total).toBe(5_280_000);
    expect(sumsOf(answerOf({ delivery: "x" }), asked, known).total).toBeNull();
  });
});

describe("what is wrong with an answer", () => {
  const kinds = (changes: Record<string, string>, isWhole = true) => faultsOf(answerOf(changes), known, isWhole).map(({ field, kind, at }) => [field, kind, at]);

  it("is nothing when all is there", () => expect(kinds({})).toEqual([]));

  it("is told at its field and item, in the order of the page", () => {
    expect(kinds({ "price-0": "", "goods-0": "", "price-1": "1,2,0,0", "goods-1": "gone", "remark-1": "x".repeat(201), delivery: "-1", days: "", validUntil: "" })).toEqual([
      ["price-0", "priceMissing", 0], ["goods-0", "goodsMissing", 0], ["price-1", "priceWrong", 1], ["goods-1", "goodsGone", 1], ["remark-1", "remarkLong", 1],
      ["delivery", "deliveryWrong", null], ["days", "daysMissing", null], ["validUntil", "validMissing", null],
    ]);
    expect(kinds({ days: "soon" })).toEqual([["days", "daysWrong", null]]);
  });

  it("does not ask for days and validity to add up", () => expect(kinds({ days: "", validUntil: "", delivery: "x" }, false)).toEqual([["delivery", "deliveryWrong", null]]));
});

describe("an answer to a request for quotes", () => {
  it("goes to the API as whole won for each item", () => {
    expect(inputOf(answerOf())).toMatchObject({ items: [{ itemId: "a", unitPrice: 17_600 }, { itemId: "b", unitPrice: 500 }], deliveryDays: 5, delivery: 3_000 });
  });

  it("begins with the own goods the request began with, or with the answer that stands", () => {
    expect(startOf(asked).lines.map((line) => line.variantId)).toEqual(["", "own"]);
    const quote = { isStanding: true, lines: [{ itemId: "a", unitPrice: { amount: 7 }, variantId: "one", remark: "x" }], validUntil: "2026-12-24", deliveryDays: 0, delivery: { gross: { amount: 0 } }, remarks: "" };
    const again = startOf({ ...asked, quotes: [quote] } as unknown as Asked);
    expect(again.lines[0]).toEqual({ itemId: "a", price: "7", variantId: "one", remark: "x", find: "" });
    expect([again.days, again.delivery]).toEqual(["0", "0"]);
  });

  it("keeps what was chosen among what was found", () => {
    const [line] = answerOf({ "goods-0": "book", "search-0": "비누" }).lines;
    if (!line) throw new Error("no line");
    expect(line.find).toBe("비누");
    expect(optionsOf(line, [goods("soap")], known).map((one) => one.id)).toEqual(["book", "soap"]);
    expect(optionsOf(line, [goods("soap"), goods("book")], known).map((one) => one.id)).toEqual(["soap", "book"]);
    expect(optionsOf({ ...line, variantId: "gone" }, [], known)).toEqual([]);
  });

  it("is another when a price is, not when something was looked for", () => {
    expect(isSame(answerOf(), answerOf({ "search-0": "비누" }))).toBe(true);
    const changes: Record<string, string>[] = [{ "price-0": "1" }, { "remark-1": "x" }, { remarks: "x" }];
    for (const change of changes) expect(isSame(answerOf(), answerOf(change))).toBe(false);
  });

  it("comes with the question and the reason that stand on the page", () => {
    expect(readTyped(form({ ...typed, question: "몇 도 인쇄인가요?", reason: "바빠요" }), asked)).toMatchObject({ question: "몇 도 인쇄인가요?", reason: "바빠요", answer: { days: "5" } });
  });
});
