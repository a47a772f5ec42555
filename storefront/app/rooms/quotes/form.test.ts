import { describe, expect, it } from "vitest";
import { emptyDraft, inputOf, momentOf, readDraft, withRows } from "./form.ts";

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
});
