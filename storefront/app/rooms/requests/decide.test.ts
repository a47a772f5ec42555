import { expect, it } from "vitest";
import { decisionFaults, readDecision, sumsOf } from "./decide.ts";

const lines = [
  { id: "a", vendorId: "v", net: 5_400_000, gross: 5_940_000 },
  { id: "b", vendorId: "v", net: 4_350_000, gross: 4_785_000 },
  { id: "c", vendorId: "w", net: 1_350_000, gross: 1_485_000 },
];
const say = { reason: "why", comment: "say", allRejected: "all" };

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("follows what is ticked, to the won", () => {
  expect(sumsOf(lines, new Set(["c"]), [])).toEqual({ net: 9_750_000, tax: 975_000, gross: 10_725_000, delivery: 0, cutCount: 1, cutGross: 1_485_000 });
  expect(sumsOf(lines, new Set(), [])).toMatchObject({ gross: 12_210_000, cutCount: 0, cutGross: 0 });
});

it("keeps the delivery of an enterprise that keeps an item, and drops it with the last", () => {
  const deliveries = ["v", "w"].map((vendorId) => ({ vendorId, net: 3_000, gross: 3_300 }));
  expect(sumsOf(lines, new Set(), deliveries)).toMatchObject({ net: 11_106_000, gross: 12_216_600, delivery: 6_600 });
  expect(sumsOf(lines, new Set(["b"]), deliveries)).toMatchObject({ delivery: 6_600, cutGross: 4_785_000 });
  expect(sumsOf(lines, new Set(["c"]), deliveries)).toMatchObject({ gross: 10_728_300, delivery: 3_300, cutGross: 1_488_300 });
  expect(sumsOf(lines, new Set(["a", "b", "c"]), deliveries)).toMatchObject({ gross: 0, tax: 0, delivery: 0, cutGross: 12_216_600 });
});

it("reads which items are refused and why, and only of this request", () => {
  const form = formOf({ comment: " 확인했습니다 ", "line-a": "approve", "line-c": "reject", "reason-c": "남아 있어요", "reason-a": "not refused", "line-z": "reject" });
  expect(readDecision(form, ["a", "b", "c"])).toEqual({ comment: "확인했습니다", rejections: [{ lineId: "c", reason: "남아 있어요" }] });
});

it("wants a reason of who refuses, not of who approves", () => {
  const none = { comment: "", rejections: [] };
  expect(decisionFaults("approve", none, 3, say)).toEqual([]);
  expect(decisionFaults("sendBack", none, 3, say).map((fault) => fault.field)).toEqual(["comment"]);
  expect(decisionFaults("reject", none, 3, say).map((fault) => fault.field)).toEqual(["comment"]);
  expect(decisionFaults("reject", { ...none, comment: "no" }, 3, say)).toEqual([]);
  expect(decisionFaults("approve", { comment: "", rejections: [{ lineId: "a", reason: "" }, { lineId: "b", reason: "x" }] }, 3, say).map((fault) => fault.field)).toEqual(["reason-a"]);
});

it("does not approve a request of which nothing stays", () => {
  const all = { comment: "", rejections: ["a", "b"].map((lineId) => ({ lineId, reason: "x" })) };
  expect(decisionFaults("approve", all, 2, say)).toEqual([{ field: null, code: "INVALID", message: "all" }]);
});
