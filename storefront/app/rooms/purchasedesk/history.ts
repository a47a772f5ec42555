import type { PurchaseOrderChangeStatusEnum } from "~/gql/operations";

interface Change {
  id: string;
  status: PurchaseOrderChangeStatusEnum;
  reason: string;
  proposedAt: string;
  decidedAt: string | null;
  decisionNote: string;
}

interface Order<C extends Change> {
  createdAt: string;
  acceptedAt: string | null;
  canceledAt: string | null;
  canceledReason: string;
  changes: readonly C[];
}

export type Moment<C extends Change> =
  | { at: string; kind: "issued" | "accepted" }
  | { at: string; kind: "canceled"; said: string }
  | { at: string; kind: "proposed" | "agreed" | "refused" | "withdrawn"; change: C };

const DECIDED = { AGREED: "agreed", REFUSED: "refused", WITHDRAWN: "withdrawn" } as const;

/** What happened to a purchase order, oldest first. An agreed change is an acceptance already, so that is not told twice. */
export function historyOf<C extends Change>(order: Order<C>): Moment<C>[] {
  const rows: Moment<C>[] = [{ at: order.createdAt, kind: "issued" }];
  for (const change of order.changes) {
    rows.push({ at: change.proposedAt, kind: "proposed", change });
    if (change.decidedAt && change.status !== "PROPOSED") rows.push({ at: change.decidedAt, kind: DECIDED[change.status], change });
  }
  const second = (at: string) => Math.floor(Date.parse(at) / 1000);
  const isOfChange = order.changes.some((change) => change.status === "AGREED" && change.decidedAt && order.acceptedAt && Math.abs(second(change.decidedAt) - second(order.acceptedAt)) <= 1);
  if (order.acceptedAt && !isOfChange) rows.push({ at: order.acceptedAt, kind: "accepted" });
  if (order.canceledAt) rows.push({ at: order.canceledAt, kind: "canceled", said: order.canceledReason });
  return rows.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
