import { expect, test } from "vitest";
import { areSameSteps, readSteps, stepField } from "./steps.ts";

test("steps are read by quantity, empty rows are none", () => {
  expect(readSteps([{ from: "100", price: "8,000" }, { from: " ", price: "" }, { from: "30", price: "9000" }])).toEqual([{ minimumQuantity: 30, price: 9_000 }, { minimumQuantity: 100, price: 8_000 }]);
  expect(readSteps([])).toEqual([]);
});

test("half a step or words are no steps", () => {
  expect(readSteps([{ from: "30", price: "" }])).toBeNull();
  expect(readSteps([{ from: "", price: "9000" }])).toBeNull();
  expect(readSteps([{ from: "서른", price: "9000" }])).toBeNull();
});

test("what was not changed is not sent", () => {
  const steps = [{ minimumQuantity: 30, price: 9_000 }];
  expect(areSameSteps(steps, [{ ...steps[0]! }])).toBe(true);
  expect(areSameSteps(steps, [])).toBe(false);
  expect(areSameSteps(steps, [{ minimumQuantity: 30, price: 8_999 }])).toBe(false);
});

test("each cell has a name of its own", () => {
  expect(stepField("from", "VmE6MQ==", "public", 2)).toBe("from-VmE6MQ==-public-2");
});
