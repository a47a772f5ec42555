import { expect, it } from "vitest";
import { holdOf, unitsOf } from "./hold.ts";

const now = new Date("2026-09-08T06:00:00Z");

it("says how much of the term is left", () => {
  expect(holdOf("2026-09-12T06:00:00Z", now, "2026-09-04T06:00:00Z")).toMatchObject({ percent: 50, isPressing: false });
  expect(holdOf("2026-09-15T06:00:00Z", now).percent).toBe(100);
  expect(holdOf("2026-10-15T06:00:00Z", now, "2026-10-14T06:00:00Z").percent).toBe(100);
});

it("presses within a day, to the minute, and is over afterwards", () => {
  expect(holdOf("2026-09-09T06:00:00Z", now).isPressing).toBe(true);
  expect(holdOf("2026-09-09T06:01:00Z", now).isPressing).toBe(false);
  expect(holdOf("2026-09-08T06:00:00Z", now)).toEqual({ left: null, isPressing: false, percent: 0 });
});

it("names the two largest units, and days alone once there are enough of them", () => {
  expect(unitsOf({ days: 2, hours: 3, minutes: 40 })).toEqual([{ unit: "day", count: 2 }, { unit: "hour", count: 3 }]);
  expect(unitsOf({ days: 6, hours: 3, minutes: 40 })).toEqual([{ unit: "day", count: 6 }]);
  expect(unitsOf({ days: 0, hours: 5, minutes: 0 })).toEqual([{ unit: "hour", count: 5 }]);
  expect(unitsOf({ days: 0, hours: 0, minutes: 0 })).toEqual([{ unit: "minute", count: 1 }]);
});
