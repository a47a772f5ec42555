import { expect, it } from "vitest";
import { seoulToday } from "./days.ts";

it("is the day in Seoul, which begins at 15:00 UTC", () => {
  expect(seoulToday(new Date("2026-12-31T14:59:59Z"))).toBe("2026-12-31");
  expect(seoulToday(new Date("2026-12-31T15:00:00Z"))).toBe("2027-01-01");
});
