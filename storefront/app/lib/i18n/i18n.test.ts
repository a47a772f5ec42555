import { expect, it } from "vitest";
import { defineMessages, isLanguage, messagesFor } from "./index.ts";

type Tree = { [key: string]: unknown };
const leaves = (tree: Tree, path = ""): [string, unknown][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === "object" && value !== null ? leaves(value as Tree, `${path}${key}.`) : [[path + key, value] as [string, unknown]]));

const korean = leaves(messagesFor("ko") as unknown as Tree);
const english = new Map(leaves(messagesFor("en") as unknown as Tree));

it("English says everything that Korean says, in the same way", () => {
  expect([...english.keys()].sort()).toEqual(korean.map(([key]) => key).sort());
  for (const [key, value] of korean) expect([key, typeof english.get(key)]).toEqual([key, typeof value]);
});

it("English has no Korean words in it but the two names that switch", () => {
  const allowed = new Set(["nav.language", "nav.languageLabel", "nav.publicHint"]);
  const left = [...english].filter(([key, value]) => typeof value === "string" && /[가-힣]/.test(value) && !allowed.has(key));
  expect(left).toEqual([]);
});

it("no message is empty", () => {
  for (const [key, value] of [...korean, ...english]) if (typeof value === "string") expect([key, value.trim().length > 0]).toEqual([key, true]);
});

it("plurals are English plurals", () => {
  const t = messagesFor("en");
  expect(t.list.found(1)).toBe("1 product");
  expect(t.list.found(14_101)).toBe("14,101 products");
});

it("a room's own words follow the language", () => {
  const words = defineMessages({ ko: { hello: "안녕하세요", count: (n: number) => `${n}개` }, en: { hello: "Hello", count: (n) => String(n) } });
  expect(words("ko").hello).toBe("안녕하세요");
  expect(words("en").count(3)).toBe("3");
});

it("knows its languages", () => {
  expect(isLanguage("ko")).toBe(true);
  expect(isLanguage("fr")).toBe(false);
  expect(isLanguage(null)).toBe(false);
});
