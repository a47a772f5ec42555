import { expect, it } from "vitest";
import { historyOf } from "./history.ts";

const change = { id: "1", status: "AGREED" as const, reason: "재료", proposedAt: "2026-11-20T01:00:00+00:00", decidedAt: "2026-11-20T03:00:00+00:00", decisionNote: "" };
const order = { createdAt: "2026-11-20T00:00:00+00:00", acceptedAt: null, canceledAt: null, canceledReason: "", changes: [] };
const kinds = (given: Partial<Parameters<typeof historyOf>[0]>) => historyOf({ ...order, ...given }).map((row) => row.kind);

it("tells one after the other what happened", () => {
  expect(kinds({ acceptedAt: "2026-11-20T02:00:00+00:00", changes: [{ ...change, status: "REFUSED" }] })).toEqual(["issued", "proposed", "accepted", "refused"]);
  expect(kinds({ changes: [{ ...change, status: "PROPOSED", decidedAt: null }] })).toEqual(["issued", "proposed"]);
  expect(kinds({ canceledAt: "2026-11-21T00:00:00+00:00", canceledReason: "행사 취소" })).toEqual(["issued", "canceled"]);
});

it("does not tell an agreed change as an acceptance of its own", () => {
  expect(kinds({ acceptedAt: "2026-11-20T03:00:00.400+00:00", changes: [change] })).toEqual(["issued", "proposed", "agreed"]);
  expect(kinds({ acceptedAt: "2026-11-20T00:30:00+00:00", changes: [change] })).toEqual(["issued", "accepted", "proposed", "agreed"]);
});
