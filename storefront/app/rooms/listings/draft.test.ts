import { expect, it } from "vitest";
import { draftErrors, draftOf, emptyDraft, inputOf, readWhole } from "./draft.ts";

const filled = { ...emptyDraft("goods"), name: "쌀겨 비누", price: "12,000", notice: { maker: "두손공방" } };

it("reads whole numbers as people write them", () => {
  expect([readWhole("12,000원"), readWhole("1 200"), readWhole("-3"), readWhole("1.5"), readWhole("")]).toEqual([12_000, 1_200, null, null, null]);
});

it("keeps what was typed, and takes nothing that cannot be chosen", () => {
  const form = new FormData();
  for (const [name, value] of [["name", " 비누 "], ["taxKind", "FREE"], ["channels", "public"], ["channels", "elsewhere"], ["notice.maker", "공방"], ["price", "만원"]] as const) form.append(name, value);
  const draft = draftOf(form);
  expect([draft.name, draft.taxKind, draft.channels, draft.notice, draft.price]).toEqual(["비누", "TAXABLE", ["public"], { maker: "공방" }, "만원"]);
});

it("lets a draft be empty, but not wrong", () => {
  expect(draftErrors(filled, "ko")).toEqual([]);
  const wrong = { ...filled, name: "", price: "만원", minimum: "0", channels: [], returnKind: "PERISHABLE" as const, values1: "100g" };
  expect(draftErrors(wrong, "en").map((error) => error.field)).toEqual(["name", "price", "minimum", "channels", "returnNote", "option1"]);
});

it("refuses more variants than anybody chooses from", () => {
  const many = Array.from({ length: 9 }, (_, at) => `v${at}`).join(",");
  expect(draftErrors({ ...filled, option1: "a", values1: many, option2: "b", values2: many }, "ko").map((error) => error.field)).toEqual(["values1"]);
});

it("tells the API only what is different", () => {
  expect(inputOf({ ...filled, summary: "새 글", notice: { maker: "두손공방", size: "5cm" } }, [], filled)).toEqual({ summary: "새 글", legalNotice: { values: [{ code: "size", value: "5cm" }] } });
  expect(inputOf(filled, [], filled)).toEqual({});
  expect(inputOf(filled, []).name).toBe("쌀겨 비누");
});
