import { expect, it } from "vitest";
import type { FrameMenusQuery } from "~/gql/operations";
import { menusOf } from "./menus.ts";

const item = (given: object) => ({ id: "1", name: "이름", url: null, translation: null, category: null, page: null, ...given });
const footerOf = (...items: object[]) => menusOf({ navbar: null, footer: { items } } as unknown as FrameMenusQuery, "citizen").footer;

it("leads to pages, categories and addresses", () => {
  const links = footerOf(item({ page: { slug: "terms" } }), item({ page: { slug: "배송" } }), item({ category: { slug: "food" } }), item({ url: "/help#ask" }));
  expect(links.map((link) => link.to)).toEqual(["/terms", "/pages/%EB%B0%B0%EC%86%A1", "/c/food", "/help#ask"]);
});

it("shows English names where there are any", () => {
  expect(footerOf(item({ url: "/a", translation: { name: "Name" } }), item({ url: "/b" })).map((link) => link.label)).toEqual(["Name", "이름"]);
});

it("leaves out what leads nowhere and holds nothing, and addresses that could run", () => {
  expect(footerOf(item({}), item({ url: "javascript:alert(1)" }), item({ children: [item({})] }))).toEqual([]);
  const [group] = footerOf(item({ children: [item({ url: "/a" })] }));
  expect([group?.to, group?.children.length]).toEqual([null, 1]);
});

it("bears an API that has no menus", () => {
  expect(menusOf({ navbar: null, footer: null }, "public")).toEqual({ navbar: [], footer: [] });
});
