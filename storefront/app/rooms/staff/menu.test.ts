import { expect, it } from "vitest";
import { currentOf } from "~/rooms/desk/menu.ts";
import { menuOf } from "./menu.ts";

const counted = { unmatched: { count: 3 }, refunds: { count: 2 }, differences: 1, deadActions: 4, deadMessages: 5 };

it("says how much waits behind each entry", () => {
  const counts = menuOf(["HANDLE_PAYMENTS"], counted, "ko").flatMap((group) => group.entries.map((entry) => entry.count));
  expect(counts).toEqual([9, 3, 2, 1]);
  expect(menuOf(["HANDLE_PAYMENTS"], null, "en")[0]?.entries[0]?.count).toBe(0);
});

it("shows what the person may open, and nothing else", () => {
  const paths = (may: Parameters<typeof menuOf>[0]) => menuOf(may, null, "ko").flatMap((group) => group.entries.map((entry) => entry.path));
  expect(paths([])).toEqual([]);
  expect(paths(["MANAGE_PRODUCTS"])).toEqual(["/staff/proposals"]);
  expect(paths(["MANAGE_VENDORS"])).toContain("/staff/applications");
  expect(paths(["MANAGE_VENDORS"])).not.toContain("/staff/payments");
});

it("marks the nearest entry as current", () => {
  const groups = menuOf(["HANDLE_PAYMENTS"], counted, "ko");
  expect(currentOf(groups, "/staff/payments")).toBe("/staff/payments");
  expect(currentOf(groups, "/staff/payments/deposits")).toBe("/staff/payments/deposits");
  expect(currentOf(groups, "/staff/payments/0c1f")).toBe("/staff/payments");
  expect(currentOf(groups, "/staff/paymentsX")).toBeUndefined();
});
