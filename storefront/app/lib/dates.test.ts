import { describe, expect, it } from "vitest";
import { addWorkingDays, formatDate, timeLeft } from "./dates.ts";

describe("days are Seoul's", () => {
  it("a late evening in UTC is the next day", () => expect(formatDate("2026-09-08T16:00:00Z", "ko")).toBe("2026.\u00a09.\u00a09."));
  it("and by date alone", () => expect(formatDate("2026-09-08", "ko")).toBe("2026.\u00a09.\u00a08."));
  it("a day alone reads like any other", () => expect(formatDate("2026-11-30", "ko")).toBe(formatDate("2026-11-30T00:00:00+09:00", "ko")));
});

describe("timeLeft", () => {
  it("counts down", () => expect(timeLeft("2026-09-18T14:59:00Z", new Date("2026-09-08T06:00:00Z"))).toEqual({ days: 10, hours: 8, minutes: 59 }));
  it("is over when it is over", () => {
    expect(timeLeft("2026-09-08T06:00:00Z", new Date("2026-09-08T06:00:00Z"))).toBeNull();
    expect(timeLeft("nonsense", new Date())).toBeNull();
  });
});

describe("addWorkingDays", () => {
  it("skips the weekend", () => expect(addWorkingDays(new Date("2026-11-20T03:00:00Z"), 1).toISOString().slice(0, 10)).toBe("2026-11-23"));
  it("a Friday evening in UTC is already Saturday in Seoul", () => expect(addWorkingDays(new Date("2026-11-20T16:00:00Z"), 1).toISOString().slice(0, 10)).toBe("2026-11-22"));
  it("none is the same day", () => expect(addWorkingDays(new Date("2026-11-20T03:00:00Z"), 0).toISOString().slice(0, 10)).toBe("2026-11-20"));
});
