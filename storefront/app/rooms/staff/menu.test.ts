import { expect, it } from "vitest";
import { currentOf, menuOf } from "./menu.ts";

const counted = { unmatched: { count: 3 }, refunds: { count: 2 }, differences: 1, deadActions: 4, deadMessages: 5 };

it("says how much waits behind each entry", () => {
  const counts = menuOf(counted, "ko").flatMap((group) => group.entries.map((entry) => entry.count));
  expect(counts).toEqual([9, 3, 2, 1]);
  expect(menuOf(null, "en")[0]?.entries[0]?.count).toBe(0);
});

it("marks the nearest entry as current", () => {
  const groups = menuOf(counted, "ko");
  expect(currentOf(groups, "/staff/payments")).toBe("/staff/payments");
  expect(currentOf(groups, "/staff/payments/deposits")).toBe("/staff/payments/deposits");
  expect(currentOf(groups, "/staff/payments/0c1f")).toBe("/staff/payments");
  expect(currentOf(groups, "/staff/paymentsX")).toBeUndefined();
});
