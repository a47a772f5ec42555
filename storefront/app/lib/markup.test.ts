import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const app = new URL("..", import.meta.url).pathname;
const pages = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));

/** The policy of our pages lets no style in markup through: what is drawn with one is not seen in the built shop. */
it("no component writes a style into its markup", () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter((name) => /\sstyle=\{/.test(readFileSync(join(app, name), "utf8")))).toEqual([]);
});

/** Pictures come through our own address: those of the API are another origin's. */
it("no picture is taken from an address of the API as it stands", () => {
  const bare = /<img[^>]*src=\{(?!imagePath\()[a-zA-Z.?]*[uU]rl\}/;
  expect(pages.filter((name) => bare.test(readFileSync(join(app, name), "utf8")))).toEqual([]);
});
