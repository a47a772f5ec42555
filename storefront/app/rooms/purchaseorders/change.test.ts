import { expect, it } from "vitest";
import { fewerOf, percentOf } from "./change.ts";

it("counts what was sent already to what can still be sent", () => {
  const lines = [{ id: "a", productName: "비누", quantity: 10, quantityFulfilled: 2 }, { id: "b", productName: "수건", quantity: 5, quantityFulfilled: 0 }];
  expect(fewerOf([{ orderLineId: "a", quantity: 3 }, { orderLineId: "z", quantity: 1 }], lines)).toEqual([{ name: "비누", from: 10, to: 5 }]);
});

it("writes a rate as people read it", () => {
  expect([percentOf("0.00080"), percentOf(0.00125), percentOf("0")]).toEqual(["0.08%", "0.125%", "0%"]);
});
