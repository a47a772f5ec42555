import { expect, it } from "vitest";
import { amountNow, dayAfter, wishOf } from "./wish.ts";

const order = { deliverBy: "2026-12-10", lines: [{ id: "a", productName: "비누", quantityToFulfill: 100 }, { id: "b", productName: "수건", quantityToFulfill: 50 }] };
const read = (fields: Record<string, string>) => wishOf(new URLSearchParams({ reason: "재료가 늦어요", ...fields }), order);

it("takes a later day, and fewer pieces of a line, both or one of them", () => {
  expect(read({ deliverBy: "2026-12-20", "q-a": "60", "q-b": "50" })).toEqual({
    deliverBy: "2026-12-20", pieces: [{ orderLineId: "a", quantity: 60 }], missing: [{ orderLineId: "a", quantity: 40 }], reason: "재료가 늦어요", faults: [],
  });
  expect(read({ deliverBy: "2026-12-11" })).toMatchObject({ deliverBy: "2026-12-11", pieces: [], faults: [] });
  expect(read({ deliverBy: "2026-12-10", "q-b": "0" })).toMatchObject({ deliverBy: null, missing: [{ orderLineId: "b", quantity: 50 }], faults: [] });
});

it("says when nothing is proposed, or everything is taken away", () => {
  expect(read({ deliverBy: "2026-12-10", "q-a": "100", "q-b": "" }).faults).toEqual(["nothing"]);
  expect(read({ "q-a": "0", "q-b": "0" }).faults).toEqual(["all"]);
  expect(wishOf(new URLSearchParams({ deliverBy: "2026-12-11", reason: "  " }), order).faults).toEqual(["reason"]);
});

it("refuses an earlier day and what is no number of open pieces", () => {
  expect(read({ deliverBy: "2026-12-09" }).faults).toEqual(["day"]);
  expect(read({ deliverBy: "tomorrow" }).faults).toEqual(["day"]);
  expect(read({ "q-a": "101" }).faults).toEqual(["pieces"]);
  expect(read({ "q-a": "-1", "q-b": "x" }).faults).toEqual(["pieces"]);
});

it("knows the next day over the end of a year", () => {
  expect([dayAfter("2026-12-31"), dayAfter("2028-02-28")]).toEqual(["2027-01-01", "2028-02-29"]);
});

it("takes off what was cancelled since", () => {
  expect(amountNow({ total: { gross: { amount: 110_000 } }, lineCancellations: [{ amount: { amount: 11_000 } }, { amount: { amount: 9_000 } }] })).toBe(90_000);
  expect(amountNow({ total: { gross: { amount: 110_000 } }, lineCancellations: null })).toBe(110_000);
});
