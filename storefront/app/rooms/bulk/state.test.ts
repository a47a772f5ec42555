import { expect, it } from "vitest";
import { actionOf, changedFields, countOf, percentOf, tabOf } from "./state.ts";

const counts = [{ status: "BAD" as const, count: 2 }, { status: "GOOD" as const, count: 5 }];

it("names what a row changes, each thing once", () => {
  expect(changedFields(["name", "variant:7:price:1", "variant:7:price:2", "notice:material", "variant:7:name", "stock"])).toEqual(["name", "price", "notice", "variant", "stock"]);
  expect(changedFields(["variant:new-2", "attribute:3"])).toEqual(["variant", "other"]);
});

it("opens with what is to be mended, and with everything where nothing is", () => {
  expect(tabOf(null, { status: "CHECKED", counts })).toBe("BAD");
  expect(tabOf(null, { status: "DONE", counts: [...counts, { status: "FAILED", count: 1 }] })).toBe("FAILED");
  expect(tabOf(null, { status: "UNDONE", counts })).toBe("ALL");
  expect(tabOf(null, { status: "UNDONE", counts: [...counts, { status: "KEPT", count: 1 }] })).toBe("KEPT");
  expect(tabOf("good", { status: "CHECKED", counts })).toBe("GOOD");
  expect(tabOf("all", { status: "CHECKED", counts })).toBe("ALL");
  expect(tabOf("nonsense", { status: "CHECKED", counts: [] })).toBe("ALL");
});

it("is not through before it is", () => {
  expect(percentOf({ processed: 1, rowCount: 3 })).toBe(33);
  expect(percentOf({ processed: 3, rowCount: 3 })).toBe(99);
  expect(percentOf({ processed: 0, rowCount: 0 })).toBe(0);
});

it("adds what stands alike and finds what is done", () => {
  expect(countOf({ counts }, "BAD", "GOOD")).toBe(7);
  expect(actionOf({ actions: [{ action: "CREATE", rowCount: 3, productCount: 1 }] }, "CREATE")).toEqual({ rows: 3, products: 1 });
  expect(actionOf({ actions: [] }, "UPDATE")).toEqual({ rows: 0, products: 0 });
});
