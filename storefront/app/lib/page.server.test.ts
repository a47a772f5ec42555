import { describe, expect, it } from "vitest";
import { drawnHere } from "./page.server.ts";

describe("data drawn here", () => {
  const page = drawnHere({ listing: [1, 2], total: 2 });
  it("is read by name", () => expect([page.listing, page.total]).toEqual([[1, 2], 2]));
  it("has nothing to pack", () => expect(JSON.stringify(page)).toBe("{}"));
});
