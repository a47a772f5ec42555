import { expect, test } from "vitest";
import { percentBelow, stepsText, takenStep, unitFor, type Step } from "./quantityPrices.ts";

const step = (minimumQuantity: number, gross: number): Step => ({ minimumQuantity, price: { gross: { amount: gross } } }) as Step;
const steps = [step(30, 9_000), step(100, 8_000)];

test("each of more pieces costs what the highest reached step says", () => {
  expect([1, 29, 30, 99, 100, 500].map((quantity) => unitFor(10_000, steps, quantity))).toEqual([10_000, 10_000, 9_000, 9_000, 8_000, 8_000]);
  expect(unitFor(8_500, steps, 30)).toBe(8_500);
});

test("the reached step is told, and how far it is below the price of one", () => {
  expect(takenStep(steps, 29)).toBeNull();
  expect(takenStep(steps, 250)?.minimumQuantity).toBe(100);
  expect(percentBelow(10_000, steps[0]!)).toBe(10);
  expect(percentBelow(10_000, step(2, 9_990))).toBe(0);
});

test("the script of the page reads steps from one attribute", () => {
  expect(stepsText(steps)).toBe("30:9000 100:8000");
  expect(stepsText([])).toBeUndefined();
});
