import { expect, it } from "vitest";
import { isNewcomer, stepsOf } from "./begin.ts";

const goods = { all: 0, selling: 0, soldOut: 0, hidden: 0, draft: 0, underReview: 0, sentBack: 0 };
const counts = {
  new: 0, confirmed: 0, preparing: 0, partlyShipped: 0, shipped: 0, delivered: 0, returned: 0, canceled: 0, toSend: 0, dueToday: 0, late: 0, withdrawalsRequested: 0, withdrawalsAccepted: 0,
};
const desk = { profile: { introduction: "", carrier: "" }, members: [{ id: "1" }], invitations: [] };
const done = (begun: Parameters<typeof stepsOf>[0]) => stepsOf(begun).filter((step) => step.isDone).map((step) => step.name);

it("takes for a newcomer who never had anything on sale, or never an order", () => {
  expect(isNewcomer(goods, { ...counts, delivered: 3 })).toBe(true);
  expect(isNewcomer({ ...goods, all: 1, selling: 1 }, counts)).toBe(true);
  expect(isNewcomer({ ...goods, all: 1, hidden: 1 }, { ...counts, canceled: 1 })).toBe(false);
  expect(isNewcomer({ ...goods, all: 1, selling: 1 }, null)).toBe(false);
});

it("ticks off what is done", () => {
  expect(done({ desk, goods, certificates: [], canInvite: true })).toEqual([]);
  const far = { desk: { ...desk, profile: { introduction: "우리는", carrier: "우체국" }, invitations: [{ id: "2", isExpired: false }] }, goods: { ...goods, all: 1, underReview: 1 }, certificates: [{ standing: "WAITING" as const }], canInvite: true };
  expect(done(far)).toEqual(["profile", "delivery", "certificates", "listing", "review", "members"]);
  expect(done({ ...far, desk: { ...far.desk, invitations: [{ id: "2", isExpired: true }] }, goods: { ...goods, all: 1, draft: 1 }, certificates: [{ standing: "RETURNED" as const }] })).toEqual(["profile", "delivery", "listing"]);
});

it("leaves out what the role does not do, and leads back to what was returned", () => {
  expect(stepsOf({ desk, goods, certificates: null, canInvite: false }).map((step) => step.name)).toEqual(["profile", "delivery", "listing", "review"]);
  const review = stepsOf({ desk, goods: { ...goods, all: 1, sentBack: 1 }, certificates: null, canInvite: false }).find((step) => step.name === "review");
  expect(review).toMatchObject({ isDone: false, path: "/vendor/proposals?state=back" });
});
