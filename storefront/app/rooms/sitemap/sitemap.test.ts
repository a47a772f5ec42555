import { expect, it } from "vitest";
import { addressIn } from "~/lib/i18n/addresses.ts";
import { shelf } from "./shelf.ts";
import { robots, sitemapIndex, urlSet } from "./xml.ts";

const ORIGIN = "https://shop.example";
const never = () => new Promise<void>(() => undefined);
const atOnce = () => Promise.resolve();

it("gives each language its own address", () => {
  expect(addressIn("/c/food", "ko")).toBe("/c/food");
  expect(addressIn("/c/food", "en")).toBe("/c/food?lang=en");
  expect(addressIn("/c/food?after=x", "en")).toBe("/c/food?after=x&lang=en");
});

it("names every place in both languages, each with both alternates", () => {
  const text = urlSet(ORIGIN, [{ path: "/p/a?b=1&c=<2>", changed: "2026-11-20T00:00:00+00:00" }]);
  expect(text.match(/<url>/g)).toHaveLength(2);
  expect(text.match(/hreflang="en"/g)).toHaveLength(2);
  expect(text).toContain("<loc>https://shop.example/p/a?b=1&amp;c=&lt;2&gt;&amp;lang=en</loc><lastmod>2026-11-20T00:00:00+00:00</lastmod>");
});

it("leads from the robots file to the index and from there to the parts", () => {
  expect(robots(ORIGIN)).toContain("Disallow: /public/checkout\n");
  expect(robots(ORIGIN)).toMatch(/Sitemap: https:\/\/shop\.example\/sitemap\.xml\n$/);
  expect(sitemapIndex(ORIGIN, ["products-1.xml", "products-2.xml"]).match(/<loc>[^<]+/g)).toEqual([
    "<loc>https://shop.example/sitemap/products-1.xml",
    "<loc>https://shop.example/sitemap/products-2.xml",
  ]);
});

it("answers with what it has while the API is slow, and keeps the last whole walk when it fails", async () => {
  let clock = 1;
  let finish = () => undefined as void;
  let fails = false;
  const read = shelf(
    async (add) => {
      if (fails) throw new Error("down");
      add({ path: "/first" });
      await new Promise<void>((resolve) => void (finish = resolve));
      add({ path: "/second" });
    },
    () => clock,
    atOnce,
  );
  expect(await read()).toEqual({ places: [{ path: "/first" }], isWhole: false });
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await read()).toEqual({ places: [{ path: "/first" }, { path: "/second" }], isWhole: true });
  [clock, fails] = [10_000_000, true];
  expect((await read()).places).toHaveLength(2);
  await new Promise((resolve) => setImmediate(resolve));
  expect((await read()).isWhole).toBe(true);
});

it("an API that is down from the start means an empty list, not a failure", async () => {
  const read = shelf(() => Promise.reject(new Error("down")), () => 1, never);
  expect(await read()).toEqual({ places: [], isWhole: false });
});
