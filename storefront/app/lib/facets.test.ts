import { describe, expect, it } from "vitest";
import { apiFilter, apiSort, change, chosenCount, cleared, isPlainSearch, listSearch, pageWindow, readList, samePrice, toggle } from "./facets.ts";

const read = (text: string) => readList(new URLSearchParams(text));

describe("readList", () => {
  it("starts with nothing chosen", () => {
    const state = read("");
    expect(chosenCount(state)).toBe(0);
    expect(listSearch(state)).toBe("");
  });
  it("survives the way there and back", () => {
    const text = "?q=%EB%B9%84%EB%88%84&cert=WOMEN&cert=SMALL&gu=jongno&value=vegan&tax=EXEMPT&kind=goods&min=1000&max=5000&sort=low&qty=600&after=abc&page=3";
    expect(listSearch(read(text))).toBe(text);
  });
  it("drops what it does not know", () => {
    const state = read("sort=evil&kind=x&tax=FREE&cert=%3Cscript%3E&min=-5&max=1e9&qty=0&page=-2");
    expect(state).toMatchObject({ sort: "best", kind: null, taxKinds: [], certificates: [], min: null, max: null, quantity: null, page: 1 });
  });
  it("puts a swapped price range right and ignores separators", () => expect(read("min=50,000&max=1,000")).toMatchObject({ min: 1_000, max: 50_000 }));
  it("names each code once and not without end", () => {
    expect(read("cert=A&cert=A").certificates).toEqual(["A"]);
    expect(read(Array.from({ length: 99 }, (_, i) => `gu=g${i}`).join("&")).districts).toHaveLength(30);
  });
  it("follows one cursor only", () => expect(read("after=a&before=b")).toMatchObject({ after: "a", before: null }));
});

describe("changes", () => {
  it("toggle adds, then takes away, and goes back to the first page", () => {
    const page = read("cert=WOMEN&after=abc&page=4");
    const more = toggle(page, "certificates", "SMALL");
    expect(listSearch(more)).toBe("?cert=WOMEN&cert=SMALL");
    expect(listSearch(toggle(more, "certificates", "WOMEN"))).toBe("?cert=SMALL");
  });
  it("clearing keeps words, order and quantity", () => expect(listSearch(cleared(read("q=soap&cert=A&min=5&sort=low&qty=10")))).toBe("?q=soap&sort=low&qty=10"));
  it("does not touch the state it was given", () => {
    const state = read("cert=A");
    toggle(state, "certificates", "B");
    change(state, { q: "x" });
    expect(state).toEqual(read("cert=A"));
  });
});

describe("what the API is asked", () => {
  it("sends only what is chosen", () => {
    expect(apiFilter(read(""))).toEqual({});
    expect(apiFilter(read("q=a&cert=W&kind=service&min=10"), { categoryId: "C1" })).toEqual({ categories: ["C1"], search: "a", certificates: ["W"], isService: true, minimalPrice: { gte: 10, lte: null } });
  });
  it("a page's own value wins over the address", () => expect(apiFilter(read("value=vegan"), { value: "local" }).values).toEqual(["local"]));
  it("ranks only when there are words", () => {
    expect(apiSort(read("")).field).toBe("PUBLISHED_AT");
    expect(apiSort(read("q=a")).field).toBe("RANK");
    expect(apiSort(read("q=a&sort=low"))).toEqual({ field: "MINIMAL_PRICE", direction: "ASC" });
  });
  it("walks in both directions", () => {
    expect(pageWindow(read(""), 24)).toEqual({ first: 24 });
    expect(pageWindow(read("after=x"), 24)).toEqual({ first: 24, after: "x" });
    expect(pageWindow(read("before=x"), 24)).toEqual({ last: 24, before: "x" });
  });
  it("recognises a price step", () => {
    expect(samePrice(read("min=10000&max=29999"), 10_000, 30_000)).toBe(true);
    expect(samePrice(read("max=9999"), 0, 10_000)).toBe(true);
    expect(samePrice(read(""), 100_000, null)).toBe(false);
  });
});

it("knows a search that nothing narrows", () => {
  expect(isPlainSearch(readList(new URLSearchParams("q=비누")))).toBe(true);
  for (const more of ["q=비누&cert=WOMEN", "q=비누&min=1000", "q=비누&kind=goods", "q=비누&after=x", "q=비누&gu=guro"]) expect(isPlainSearch(readList(new URLSearchParams(more)))).toBe(false);
});

describe("what public buyers ask for", () => {
  const text = "?qty=30&duty=women&duty=green&budget=2000000&quotes=1&by=2026-12-10&to=04524";
  it("survives the way there and back", () => expect(listSearch(read(text))).toBe(text));
  it("asks the API for the quantity and the place", () =>
    expect(apiFilter(read(text))).toEqual({
      countsFor: ["women", "green"],
      fitsBudget: { amount: 2_000_000, quantity: 30, postalCode: "04524" },
      route: { quotes: 1, quantity: 30 },
      deliversBy: { date: "2026-12-10", postalCode: "04524", quantity: 30 },
    }));
  it("a day without a place narrows nothing, and is kept", () => {
    const state = read("by=2026-12-10&to=123");
    expect(apiFilter(state)).toEqual({});
    expect(chosenCount(state)).toBe(0);
    expect(listSearch(state)).toBe("?by=2026-12-10&to=123");
  });
  it("takes no quotes for a choice", () => {
    expect(apiFilter(read("quotes=0")).route).toEqual({ quotes: 0, quantity: 1 });
    expect(chosenCount(read("quotes=0"))).toBe(1);
  });
  it("drops days that there are not and budgets of nothing", () => expect(read("by=2026-02-30&budget=0&quotes=x")).toMatchObject({ by: null, budget: null, quotes: null }));
  it("clearing keeps quantity and place", () => expect(listSearch(cleared(read(text)))).toBe("?qty=30&to=04524"));
  it("is no plain search", () => expect(isPlainSearch(read("q=a&budget=5"))).toBe(false));
});
