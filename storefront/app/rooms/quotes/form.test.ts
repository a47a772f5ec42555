import { describe, expect, it } from "vitest";
import { emptyDraft, inputOf, momentOf, readDraft, rowOf, wishesOf, withRows } from "./form.ts";

function form(entries: [string, string][]): FormData {
  const made = new FormData();
  for (const [name, value] of entries) made.append(name, value);
  return made;
}

describe("the form of a request for quotes", () => {
  it("keeps what was typed, row by row, and each enterprise once", () => {
    const draft = readDraft(form([["rows", "2"], ["name-0", "비누"], ["quantity-0", "1,000"], ["name-1", ""], ["vendor", "V1|두손|공방"], ["vendor", "V1|두손|공방"], ["vendor", "V2|새벽"]]), false);
    expect(draft.rows.map((row) => row.name)).toEqual(["비누", ""]);
    expect(draft.vendors).toEqual([{ id: "V1", name: "두손|공방" }, { id: "V2", name: "새벽" }]);
    expect(inputOf(draft)).toMatchObject({ items: [{ name: "비누", quantity: 1_000, variantId: null }], vendors: ["V1", "V2"], deliveryBy: null, replyBy: null });
  });

  it("adds rows up to fifty", () => {
    expect(readDraft(form([["rows", "3"]]), true).rows).toHaveLength(8);
    expect(readDraft(form([["rows", "999"]]), true).rows).toHaveLength(50);
    expect(withRows([], 2)).toHaveLength(2);
    expect(emptyDraft().rows).toHaveLength(3);
  });

  it("takes days and times as Seoul sees them", () => {
    expect(momentOf("2026-11-26", "18:00")).toBe("2026-11-26T18:00:00+09:00");
    expect(momentOf("2026-11-26", "")).toBe("2026-11-26T18:00:00+09:00");
    for (const [day, time] of [["", "18:00"], ["2026-13-40", "18:00"], ["x", "y"]] as const) expect(momentOf(day, time)).toBeNull();
  });

  it("begins with everything the address names, pieces and kind beside each", () => {
    const wishes = wishesOf(new URLSearchParams("product=soap&quantity=1,000&variantId=v2&product=mug&quantity=-3&variantId=&product=&product=cap"));
    expect(wishes).toEqual([{ product: "soap", quantity: "1000", variantId: "v2" }, { product: "mug", quantity: "", variantId: "" }, { product: "cap", quantity: "", variantId: "" }]);
    expect(wishesOf(new URLSearchParams(Array.from({ length: 60 }, (_, at) => ["product", `p${at}`])))).toHaveLength(50);
  });

  it("takes the kind that was named, else the only one, and guesses none", () => {
    const [one, two] = [{ id: "v1", name: "흰색" }, { id: "v2", name: "쪽빛" }];
    const kindOf = (variantId: string, variants: { id: string; name: string }[]) => {
      const row = rowOf({ product: "mug", quantity: "3", variantId }, { name: "머그", variants });
      return [row.name, row.quantity, row.variantId, row.specification];
    };
    expect(kindOf("v2", [one, two])).toEqual(["머그", "3", "v2", "쪽빛"]);
    expect(kindOf("", [one])).toEqual(["머그", "3", "v1", "흰색"]);
    expect(kindOf("v9", [one, two])).toEqual(["머그", "3", "", ""]);
  });
});
