import { expect, it } from "vitest";
import { EMPTY_ADDRESS } from "~/rooms/account/address.ts";
import { placeText, readRequest, requestFaults, titleOf } from "./form.ts";

const words = new Proxy({} as Parameters<typeof requestFaults>[2], { get: (_, name) => String(name) });
const filled = { title: "사무용품", purpose: "행사", budgetLine: "1", deliverBy: "2026-12-01", choiceReason: "", splitReason: "", quotes: [], place: "p", shipping: EMPTY_ADDRESS };
const fields = (...given: Parameters<typeof requestFaults> extends [infer V, infer O, unknown] ? [V, O] : never) => requestFaults(...given, words).map((fault) => fault.field);

it("lets a draft be saved with a title alone, and wants the rest of what is put up", () => {
  const bare = { ...filled, purpose: "", budgetLine: "", deliverBy: "" };
  expect(fields(bare, { isPutUp: false, hasPlace: false })).toEqual([]);
  expect(fields(bare, { isPutUp: true, hasPlace: true })).toEqual(["purpose", "budgetLine", "deliverBy"]);
  expect(fields({ ...filled, title: "" }, { isPutUp: false, hasPlace: false })).toEqual(["title"]);
  expect(fields(filled, { isPutUp: true, hasPlace: true })).toEqual([]);
});

it("wants an address where no saved place was chosen", () => {
  expect(fields(filled, { isPutUp: true, hasPlace: false }).length).toBeGreaterThan(2);
});

it("takes only days that are days", () => {
  expect(fields({ ...filled, deliverBy: "다음 주" }, { isPutUp: false, hasPlace: true })).toEqual(["deliverBy"]);
});

it("reads several quotes and cuts what is too long", () => {
  const form = new FormData();
  form.append("quotes", "a");
  form.append("quotes", "b");
  form.append("title", "가".repeat(200));
  form.append("purpose", "한 줄\r\n두 줄");
  expect(readRequest(form)).toMatchObject({ quotes: ["a", "b"], title: "가".repeat(150), purpose: "한 줄\n두 줄", place: "new" });
});

it("begins with a title from the basket", () => {
  const more = (first: string, count: number) => `${first} 외 ${count}건`;
  expect([titleOf(["비누"], more), titleOf(["비누", "수건", "컵"], more), titleOf([], more)]).toEqual(["비누", "비누 외 2건", ""]);
});

it("writes a place in one line", () => {
  expect(placeText({ ...EMPTY_ADDRESS, company: "새솔시청", countryArea: "서울특별시", city: "중구", street: "중앙로 1" })).toBe("새솔시청, 서울특별시 중구 중앙로 1");
});
