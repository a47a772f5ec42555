import { readText } from "~/lib/form.ts";
import type { FieldError } from "~/lib/form.ts";

/** One item as far as its sums go, in won. */
export interface Sums {
  id: string;
  vendorId: string;
  net: number;
  gross: number;
}

/** What the delivery of one enterprise's part costs. It stays while one of its items stays. */
export interface Delivery {
  vendorId: string;
  net: number;
  gross: number;
}

export interface DecisionSums {
  net: number;
  tax: number;
  gross: number;
  /** Of this what delivery costs, VAT included. */
  delivery: number;
  cutCount: number;
  cutGross: number;
}

/** What would be approved if the rejected items fell away. */
export function sumsOf(lines: readonly Sums[], rejected: ReadonlySet<string>, deliveries: readonly Delivery[]): DecisionSums {
  const kept = lines.filter((line) => !rejected.has(line.id));
  const cut = lines.filter((line) => rejected.has(line.id));
  const of = (rows: readonly { net: number; gross: number }[], what: "net" | "gross") => rows.reduce((sum, row) => sum + row[what], 0);
  const travels = (delivery: Delivery, rows: readonly Sums[]) => rows.some((row) => row.vendorId === delivery.vendorId);
  const paid = deliveries.filter((delivery) => travels(delivery, kept));
  const saved = deliveries.filter((delivery) => travels(delivery, lines) && !travels(delivery, kept));
  const net = of([...kept, ...paid], "net");
  const gross = of([...kept, ...paid], "gross");
  return { net, tax: gross - net, gross, delivery: of(paid, "gross"), cutCount: cut.length, cutGross: of([...cut, ...saved], "gross") };
}

/** The names of an item's fields in the form. */
export const choiceName = (lineId: string): string => `line-${lineId}`;
export const reasonName = (lineId: string): string => `reason-${lineId}`;

export const DECISIONS = ["approve", "sendBack", "reject"] as const;
export type DecisionIntent = (typeof DECISIONS)[number];

export interface Decision {
  comment: string;
  rejections: { lineId: string; reason: string }[];
}

const LONGEST_COMMENT = 2_000;
const LONGEST_REASON = 500;

export function readDecision(form: FormData, lineIds: readonly string[]): Decision {
  const rejected = lineIds.filter((id) => form.get(choiceName(id)) === "reject");
  return { comment: readText(form, "comment", LONGEST_COMMENT), rejections: rejected.map((lineId) => ({ lineId, reason: readText(form, reasonName(lineId), LONGEST_REASON) })) };
}

interface Complaints {
  reason: string;
  comment: string;
  allRejected: string;
}

/** What is missing, said before anything is sent: who refuses says why, and who refuses everything rejects the whole. */
export function decisionFaults(intent: DecisionIntent, { comment, rejections }: Decision, lineCount: number, say: Complaints): FieldError[] {
  if (intent !== "approve") return comment ? [] : [{ field: "comment", code: "REQUIRED", message: say.comment }];
  if (rejections.length === lineCount) return [{ field: null, code: "INVALID", message: say.allRejected }];
  return rejections.filter((one) => !one.reason).map((one) => ({ field: reasonName(one.lineId), code: "REQUIRED", message: say.reason }));
}
