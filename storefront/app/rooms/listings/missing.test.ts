import { expect, it } from "vitest";
import { emptyDraft } from "./draft.ts";
import { isKcStatement, missingOf } from "./missing.ts";

type Sold = Parameters<typeof missingOf>[0];
const channel = { id: "1", slug: "citizen" };
const variant = { id: "v", name: "기본", sku: null, trackInventory: true, stocks: [{ quantity: 3, quantityAllocated: 0, quantityReserved: 0, warehouse: { id: "w", name: "w" } }], channelListings: [{ channel, price: { amount: 1 }, discountedPrice: null, quantityPrices: [] }] };
const whole: Sold = { isQuoteOnly: false, variants: [variant], channelListings: [{ isPublished: false, channel }], media: [{ id: "m", alt: "비누", url: "" }], category: { id: "c", name: "비누", parent: null } };
const draft = { ...emptyDraft("goods"), name: "비누", summary: "s", description: "d", notice: { maker: "공방", kc: "해당 없음" } };
const fields = [{ code: "maker", label: "제조자", isRequired: true, isSafetyMark: false }, { code: "kc", label: "KC", isRequired: true, isSafetyMark: true }];
const whats = (sold: Sold, given = draft) => missingOf(sold, given, fields).map((one) => one.what);

it("lets a whole listing pass", () => {
  expect(whats(whole)).toEqual([]);
});

it("names every fact the notice lacks, with its field", () => {
  const [first, second] = missingOf(whole, { ...draft, notice: { kc: "있어요" } }, fields);
  expect([first!.at, first!.about, second!.what]).toEqual(["#notice.maker", "제조자", "kc"]);
});

it("asks for a price in each channel, but not of what is sold by quotation", () => {
  const unpriced = { ...whole, variants: [{ ...variant, channelListings: [] }] };
  expect(whats(unpriced)).toEqual(["price"]);
  expect(whats({ ...unpriced, isQuoteOnly: true })).toEqual([]);
});

it("tells musts from what would help", () => {
  const bare = missingOf({ ...whole, media: [], variants: [{ ...variant, stocks: [] }] }, { ...draft, summary: "" }, fields);
  expect(bare.map((one) => [one.what, one.isMust])).toEqual([["pictures", true], ["summary", false], ["stock", false]]);
});

it("reads safety marks as the API does", () => {
  expect(["CB061R123-4001", "해당 없음", "공급자 적합성 확인"].every(isKcStatement)).toBe(true);
  expect(["상세페이지 참조", "있음"].some(isKcStatement)).toBe(false);
});
