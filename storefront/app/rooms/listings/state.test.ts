import { expect, it } from "vitest";
import { altOf, fieldOf, priceIn, remarksOf, tabOf } from "./state.ts";

it("parts remarks on fields from the rest of a comment", () => {
  const labels = [{ label: "상품 이름", field: "#name" }, { label: "KC 인증", field: "#notice.kc" }];
  expect(remarksOf("[상품 이름] “무독성”을 빼 주세요.\n사진은 좋아요.\n[KC 인증] 번호가 없어요.", labels)).toEqual({
    remarks: [{ label: "상품 이름", field: "#name", text: "“무독성”을 빼 주세요." }, { label: "KC 인증", field: "#notice.kc", text: "번호가 없어요." }],
    rest: "사진은 좋아요.",
  });
});

it("leads to where a change is mended", () => {
  expect(["name", "notice:maker", "variant:7:price:1", "media:new-ab", "variant:new-ab", "originCountry", "listing:1"].map(fieldOf)).toEqual(["#name", "#notice.maker", "/variants#price-7", "/pictures", "/variants", "#origin", ""]);
});

it("names the lowest price of a channel", () => {
  const at = (amount: number, slug = "citizen") => ({ id: String(amount), name: "", sku: null, trackInventory: true, stocks: [], channelListings: [{ channel: { id: slug, slug }, price: { amount }, discountedPrice: null }] });
  expect(priceIn({ variants: [at(300), at(200)] }, "citizen")).toEqual({ amount: 200, isFrom: true });
  expect(priceIn({ variants: [at(300)] }, "public")).toBeNull();
});

it("falls back to all", () => {
  expect([tabOf("sold_out"), tabOf("nonsense"), tabOf(null)]).toEqual(["SOLD_OUT", "ALL", "ALL"]);
});

it("does not read out where a picture is kept", () => {
  expect([altOf("products/a0f5.jpg"), altOf("나무 받침에 놓인 비누"), altOf("앞/뒤 모습")]).toEqual(["", "나무 받침에 놓인 비누", "앞/뒤 모습"]);
});
