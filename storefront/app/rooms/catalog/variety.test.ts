import { describe, expect, it } from "vitest";
import { isSoldOut, oneOfEach } from "./variety.ts";

const item = (name: string, maker: string, isAvailable = true, isQuoteOnly = false) => ({ name, isAvailable, isQuoteOnly, vendor: { slug: maker } });

describe("a varied shelf", () => {
  const shelf = [item("a1", "a"), item("a2", "a"), item("b1", "b", false), item("b2", "b"), item("c1", "c", false, true)];
  const names = (count: number) => oneOfEach(shelf, count).map(({ name }) => name);
  it("takes one of each maker before a second", () => expect(names(3)).toEqual(["a1", "b2", "c1"]));
  it("fills up with the rest", () => expect(names(5)).toEqual(["a1", "b2", "c1", "a2", "b1"]));
  it("does not call an estimate sold out", () => expect(shelf.filter(isSoldOut).map(({ name }) => name)).toEqual(["b1"]));
});
