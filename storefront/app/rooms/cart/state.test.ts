import { expect, it } from "vitest";
import type { CartFragment } from "~/gql/operations";
import { blocks, cannotBeBought, cartTotals, lineStates, optionName, pieces } from "./state.ts";

const sums = (gross: number, tax: number) => ({ gross: { amount: gross }, net: { amount: gross - tax }, tax: { amount: tax } });
const group = (goods: number, delivery: number, quantities: number[]) => ({
  subtotalPrice: sums(goods, goods / 11), shippingPrice: sums(delivery, delivery / 11), totalPrice: sums(goods + delivery, (goods + delivery) / 11), lines: quantities.map((quantity, at) => ({ id: `${goods}-${at}`, quantity })),
});
const cart = (problems: unknown[]) => ({ vendorGroups: [group(11_000, 3_300, [2, 1]), group(22_000, 0, [4])], problems }) as unknown as CartFragment;

it("adds up groups with their delivery, and pieces", () => {
  const { vendorGroups } = cart([]);
  expect(cartTotals(vendorGroups)).toEqual({ goods: sums(33_000, 3_000), delivery: sums(3_300, 300), total: sums(36_300, 3_300) });
  expect(pieces(vendorGroups)).toBe(7);
});

it("tells lines that are short, gone or dearer apart; only the first two stand in the way", () => {
  const states = lineStates(
    cart([{ availableQuantity: 3, line: { id: "11000-0" } }, { availableQuantity: 0, line: { id: "11000-1" } }, { line: { id: "22000-0" } }]),
    (line) => (line.id === "11000-0" ? 500 : 0),
  );
  expect(states).toEqual({
    "11000-0": { left: 3, isGone: false, isLapsed: false, priceChange: 500 },
    "11000-1": { left: 0, isGone: false, isLapsed: false, priceChange: 0 },
    "22000-0": { left: null, isGone: true, isLapsed: false, priceChange: 0 },
  });
  expect(Object.values(states).map(cannotBeBought)).toEqual([false, true, true]);
  expect(Object.values(states).every(blocks)).toBe(true);
  expect(Object.values(lineStates(cart([]), () => 500)).some(blocks)).toBe(false);
});

it("tells a quoted price that has lapsed; the line stands in the way", () => {
  const states = lineStates(cart([{ lapsed: { id: "22000-0" } }]), () => 0);
  expect(states).toEqual({ "22000-0": { left: null, isGone: true, isLapsed: true, priceChange: 0 } });
  expect(blocks(states["22000-0"])).toBe(true);
});

it("does not name an option that says nothing", () => {
  expect(optionName("기본", "비누")).toBe("");
  expect(optionName("비누", "비누")).toBe("");
  expect(optionName("네 개", "비누")).toBe("네 개");
});
