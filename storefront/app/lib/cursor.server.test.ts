import { describe, expect, it } from "vitest";
import { fromCursor } from "./cursor.server.ts";
import { ApiError } from "./graphql.server.ts";

const refusing = (code: string) => (after: string | null) => (after ? Promise.reject(new ApiError([{ message: "no", code }])) : Promise.resolve("first page"));

describe("a page of a list", () => {
  it("is the one its cursor names", async () => {
    expect(await fromCursor("abc", (after) => Promise.resolve(after))).toEqual({ found: "abc", isFirst: false });
    for (const none of [null, ""]) expect(await fromCursor(none, (after) => Promise.resolve(after))).toEqual({ found: null, isFirst: true });
  });

  it("is the first where the API does not know the cursor", async () => {
    expect(await fromCursor("zzz", refusing("GraphQLError"))).toEqual({ found: "first page", isFirst: true });
  });

  it("hides no other failure", async () => {
    await expect(fromCursor("zzz", refusing("InternalServerError"))).rejects.toBeInstanceOf(ApiError);
    await expect(fromCursor(null, () => Promise.reject(new ApiError([{ message: "no", code: "GraphQLError" }])))).rejects.toBeInstanceOf(ApiError);
  });
});
