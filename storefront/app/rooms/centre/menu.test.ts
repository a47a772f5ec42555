import { expect, it } from "vitest";
import { menuOf } from "./menu.ts";

const paths = (abilities: Parameters<typeof menuOf>[0]) => menuOf(abilities, {}, "ko").flatMap((group) => group.entries.map((entry) => entry.path));

it("leads a clerk to orders and stock, and to nothing else", () => {
  expect(paths(["HANDLE_ORDERS", "MANAGE_STOCK"])).toEqual(["/vendor", "/vendor/orders", "/vendor/returns", "/vendor/quotes", "/vendor/purchase-orders", "/vendor/products"]);
});

it("leads nobody to what the role does not carry", () => {
  expect(paths([])).toEqual(["/vendor"]);
  expect(paths(["MANAGE_MEMBERS"])).toContain("/vendor/members");
  expect(paths(["MANAGE_LISTINGS"])).not.toContain("/vendor/members");
});

it("says how much waits", () => {
  const entries = menuOf(["HANDLE_ORDERS"], { orders: 3, returns: 1, quotes: 2 }, "en").flatMap((group) => group.entries);
  expect(entries.map((entry) => entry.count)).toEqual([undefined, 3, 1, 2, 0]);
});
