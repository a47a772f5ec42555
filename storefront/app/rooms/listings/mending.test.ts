import { expect, it } from "vitest";
import { editableOf, editsIn, remarksIn } from "./mending.ts";

const form = (entries: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(entries)) made.set(name, value);
  return made;
};
const proposed = new Map<string, unknown>([["name", '"쑥 비누"'], ["variant:7:price:1", '{"price": "12000", "priorPrice": null}'], ["description", '{"blocks": []}']]);

it("shows texts and prices in plain fields, and nothing else", () => {
  expect([...proposed].map(([path, payload]) => editableOf(path, payload)?.text)).toEqual(["쑥 비누", "12000", undefined]);
});

it("makes edits of what was changed, keeping what stands beside a price", () => {
  expect(editsIn(form({ "edit:name": "쑥 비누", "edit:variant:7:price:1": "11,000", "edit:slug": "x" }), proposed)).toEqual({ edits: [{ path: "variant:7:price:1", value: '{"price":"11000","priorPrice":null}' }], wrong: [] });
  expect(editsIn(form({ "edit:variant:7:price:1": "만원" }), proposed).wrong).toEqual(["variant:7:price:1"]);
});

it("parts remarks by whether their field is proposed", () => {
  const given = form({ "reason:name": " 고쳐  주세요 ", "reason:summary": "길어요", "reason:unknown": "?", "reason:notice:kc": "" });
  expect(remarksIn(given, new Set(["name"]), new Map([["summary", "한 줄 소개"]]))).toEqual({ reasons: [{ path: "name", text: "고쳐 주세요" }], lines: ["[한 줄 소개] 길어요"] });
});
