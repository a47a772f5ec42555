import { expect, test } from "vitest";
import { changedSteps, readSteps, stepField, stepsText } from "./steps.ts";

test("steps are read by quantity, empty rows are none", () => {
  expect(readSteps([{ from: "100", price: "8,000" }, { from: " ", price: "" }, { from: "30", price: "9000" }])).toEqual([{ minimumQuantity: 30, price: 9_000 }, { minimumQuantity: 100, price: 8_000 }]);
  expect(readSteps([])).toEqual([]);
});

test("half a step or words are no steps", () => {
  expect(readSteps([{ from: "30", price: "" }])).toBeNull();
  expect(readSteps([{ from: "", price: "9000" }])).toBeNull();
  expect(readSteps([{ from: "서른", price: "9000" }])).toBeNull();
});

test("only what was typed anew is sent", () => {
  const steps = [{ minimumQuantity: 30, price: 9_000 }];
  const cheaper = [{ minimumQuantity: 30, price: 8_999 }];
  expect(stepsText(steps)).toBe("30:9000");
  expect(changedSteps(steps, "30:9000", steps)).toBeNull();
  expect(changedSteps(cheaper, "30:9000", steps)).toEqual(cheaper);
  expect(changedSteps([], "30:9000", steps)).toEqual([]);
  expect(changedSteps(steps, "30:9000", cheaper)).toBeNull(); // somebody else lowered it meanwhile
  expect(changedSteps(cheaper, "30:9000", cheaper)).toBeNull();
});

test("each cell has a name of its own", () => {
  expect(stepField("from", "VmE6MQ==", "public", 2)).toBe("from-VmE6MQ==-public-2");
});
