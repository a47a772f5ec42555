import { describe, expect, it } from "vitest";
import type { ComparedFragment } from "~/gql/operations";
import { attributeLines, comparePath, leastOf, needsOf, readComparison, readIds, withItem, withoutItem } from "./compare.ts";

const id = (number: number) => btoa(`Product:${number}`);
const read = (text: string) => readComparison(new URLSearchParams(text));

describe("what is compared", () => {
  it("survives the way there and back", () => {
    const asked = { items: [id(1), id(22)], quantity: 30, to: "04524", isDifferentOnly: true };
    expect(read(comparePath(asked).split("?")[1] ?? "")).toEqual(asked);
  });
  it("has a bare address when nothing is chosen", () => expect(comparePath({ items: [], quantity: 1, to: "" })).toBe("/public/compare"));
  it("takes ids of products only, each once, five at most", () => {
    expect(readIds(`${id(1)},${id(1)},x,${btoa("Order:1")},${btoa("Product:1 OR 1")},<script>,${id(2)}`)).toEqual([id(1), id(2)]);
    expect(readIds([1, 2, 3, 4, 5, 6].map(id).join(","))).toHaveLength(5);
    expect(readIds(null)).toEqual([]);
  });
  it("reads items named once or many times", () => expect(read(`items=${id(1)}&items=${id(2)}`).items).toEqual([id(1), id(2)]));
  it("keeps the quantity within what can be bought", () => expect([read("qty=0").quantity, read("qty=1e9").quantity, read("qty=99999").quantity]).toEqual([1, 1, 9_999]));
});

it("takes quantity and place along from a list or an item", () => {
  expect(needsOf("/public/c?qty=30&to=04524")).toEqual({ quantity: 30, to: "04524" });
  expect(needsOf("/public/p/soap?quantity=5")).toEqual({ quantity: 5, to: "" });
  expect(needsOf("/public/c")).toEqual({ quantity: 1, to: "" });
});

describe("putting in and taking out", () => {
  const five = [1, 2, 3, 4, 5].map(id);
  it("adds at the end and changes nothing it was given", () => {
    const items = [id(1)];
    expect(withItem(items, id(2))).toEqual({ items: [id(1), id(2)], isFull: false });
    expect(items).toEqual([id(1)]);
  });
  it("refuses a sixth and says so", () => expect(withItem(five, id(6))).toEqual({ items: five, isFull: true }));
  it("what is in already is no sixth", () => expect(withItem(five, id(3))).toEqual({ items: five, isFull: false }));
  it("takes out", () => expect(withoutItem(five, id(3))).toEqual([1, 2, 4, 5].map(id)));
});

describe("side by side", () => {
  const item = (...attributes: [string, string[]][]) =>
    ({ attributes: attributes.map(([slug, values]) => ({ attribute: { slug, name: slug }, values: values.map((name) => ({ name, boolean: null })) })) }) as unknown as ComparedFragment;
  it("shows every attribute of any item, and marks what differs", () => {
    const lines = attributeLines([item(["size", ["L"]], ["colour", ["red", "blue"]], ["empty", []]), item(["size", ["L"]], ["weight", ["1kg"]])], { yes: "yes", no: "no" });
    expect(lines).toEqual([
      { slug: "size", name: "size", values: ["L", "L"], isDifferent: false },
      { slug: "colour", name: "colour", values: ["red, blue", null], isDifferent: true },
      { slug: "weight", name: "weight", values: [null, "1kg"], isDifferent: true },
    ]);
  });
  it("says yes and no in words", () => {
    const yes = { attributes: [{ attribute: { slug: "vegan", name: "비건" }, values: [{ name: "", boolean: true }] }] } as unknown as ComparedFragment;
    expect(attributeLines([yes], { yes: "예", no: "아니요" })[0]?.values).toEqual(["예"]);
  });
  it("finds the least, unless all are alike or nothing is there to compare", () => {
    expect(leastOf([3, 1, null, 1])).toEqual([false, true, false, true]);
    expect(leastOf(["2026-12-03", "2026-11-30"])).toEqual([false, true]);
    expect(leastOf([2, 2])).toEqual([false, false]);
    expect(leastOf([2, null])).toEqual([false, false]);
  });
});
