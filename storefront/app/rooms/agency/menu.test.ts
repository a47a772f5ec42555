import { expect, it } from "vitest";
import { currentOf } from "~/rooms/desk/menu.ts";
import { ABILITIES, inOrder } from "./abilities.ts";
import { menuOf } from "./menu.ts";

const paths = (abilities: Parameters<typeof menuOf>[0]) => menuOf(abilities, {}, "ko").flatMap((group) => group.entries.map((entry) => entry.path));

it("leads who approves to the shop, requests, orders, budgets and deputies, and to nothing else", () => {
  expect(paths(["APPROVE"])).toEqual(["/agency", "/public", "/agency/requests", "/agency/orders", "/agency/budgets", "/agency/deputies"]);
});

it("leads who asks for purchases to quotes and lists, yet not to the agency's settings", () => {
  expect(paths(["REQUEST"])).toEqual(["/agency", "/public", "/public/cart", "/agency/lists", "/agency/quick-order", "/agency/quotes", "/agency/requests", "/agency/orders", "/agency/budgets", "/agency/deputies"]);
});

it("leads only administrators to people, approval lines and rules", () => {
  const only = ["/agency/members", "/agency/departments", "/agency/approval-lines", "/agency/settings"];
  expect(paths(["ADMINISTER"])).toEqual(expect.arrayContaining(only));
  for (const ability of ABILITIES.filter((one) => one !== "ADMINISTER")) expect(paths([ability]).filter((path) => only.includes(path))).toEqual([]);
});

it("says how much waits, each and together", () => {
  const entries = menuOf(["REQUEST"], { quotes: 3, requests: 4, orders: 2 }, "en").flatMap((group) => group.entries);
  expect(entries.filter((entry) => entry.count).map((entry) => [entry.path, entry.count])).toEqual([["/agency", 9], ["/agency/quotes", 3], ["/agency/requests", 4], ["/agency/orders", 2]]);
});

it("takes the pages of one request for the list of requests, not for the first page", () => {
  expect(currentOf(menuOf(["REQUEST"], {}, "ko"), "/agency/requests/new")).toBe("/agency/requests");
});

it("names abilities in the order of a purchase", () => {
  expect(inOrder(["PAY", "REQUEST"])).toEqual(["REQUEST", "PAY"]);
});
