import { expect, it } from "vitest";
import { channelOf, isDesk, paletteOf } from "./channel.ts";

it("takes an agency's desk for a part of the public channel, and the way to it for the shop", () => {
  expect(["/agency", "/agency/requests/1", "/public/c"].map(channelOf)).toEqual(["public", "public", "public"]);
  expect(["/agency/apply", "/agency/invitation", "/agencyX", "/publicX", "/"].map(channelOf)).toEqual(["citizen", "citizen", "citizen", "citizen", "citizen"]);
});

it("knows the desks from the pages on the way to them", () => {
  expect(["/agency", "/vendor/orders", "/staff"].map(isDesk)).toEqual([true, true, true]);
  expect(["/agency/apply/1", "/vendor/apply", "/agency/invitation", "/public"].map(isDesk)).toEqual([false, false, false, false]);
});

it("draws an agency's desk in its channel's colours", () => {
  expect(["/agency/budgets", "/vendor", "/staff/payments", "/public", "/agency/apply"].map(paletteOf)).toEqual(["public", "desk", "desk", "public", "citizen"]);
});
