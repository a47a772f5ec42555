import { describe, expect, it } from "vitest";
import { errorOf, fieldErrors, readFlag, readIntent, readReturnPath, readText } from "./form.ts";

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.append(name, value);
  return data;
}

describe("readIntent", () => {
  it("takes one of the list", () => expect(readIntent(form({ intent: "add" }), ["add", "remove"])).toBe("add"));
  it("answers anything else with 400", () => {
    for (const entries of [{}, { intent: "" }, { intent: "drop" }] as Record<string, string>[]) {
      try {
        readIntent(form(entries), ["add"]);
        expect.unreachable();
      } catch (error) {
        expect((error as Response).status).toBe(400);
      }
    }
  });
});

describe("fields", () => {
  it("trims and cuts", () => {
    expect(readText(form({ name: "  고은채 " }), "name")).toBe("고은채");
    expect(readText(form({ name: "가".repeat(50) }), "name", 10)).toHaveLength(10);
    expect(readText(form({}), "name")).toBe("");
  });
  it("does not take a file for a text", () => {
    const data = new FormData();
    data.append("name", new File(["x"], "x.txt"));
    expect(readText(data, "name")).toBe("");
  });
  it("reads a tick", () => {
    expect(readFlag(form({ agree: "on" }), "agree")).toBe(true);
    expect(readFlag(form({}), "agree")).toBe(false);
  });
});

describe("readReturnPath", () => {
  it("keeps a path of ours", () => expect(readReturnPath("/cart?x=1", "/")).toBe("/cart?x=1"));
  it("refuses every way out", () => {
    for (const bad of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil", "/a\nb", "", null]) expect(readReturnPath(bad, "/home")).toBe("/home");
  });
});

it("errors find their field", () => {
  const errors = fieldErrors([{ field: "email", code: "UNIQUE", message: null }]);
  expect(errorOf(errors, "email")).toEqual({ field: "email", code: "UNIQUE", message: "" });
  expect(errorOf(errors, "name")).toBeUndefined();
  expect(fieldErrors(null)).toEqual([]);
});
