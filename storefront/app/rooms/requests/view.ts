import type { CertificateBadgeFragment } from "~/gql/operations";

/** What the parts of a request's page show, in won and ISO times. */
export interface Person {
  name: string;
  jobTitle: string;
}

export interface StepView {
  id: string;
  stage: number;
  label: string;
  status: "WAITING" | "APPROVED" | "SENT_BACK" | "REJECTED" | "ENDED";
  isInTurn: boolean;
  member: Person;
  /** The member, or a deputy. */
  isByDeputy: boolean;
  decidedBy: Person | null;
  decidedAt: string | null;
  comment: string;
}

export interface LineView {
  id: string;
  name: string;
  option: string;
  quantity: number;
  unitPrice: number;
  net: number;
  gross: number;
  isRejected: boolean;
  rejectedReason: string;
  vendor: { id: string; name: string; slug: string; certificates: readonly CertificateBadgeFragment[] };
  picture: string | null;
  quoteNumber: string | null;
}

/** "한지우 주무관". */
export const named = ({ name, jobTitle }: Person): string => [name, jobTitle].filter(Boolean).join(" ");

/** How a step looks: done is filled, the present ringed, what comes is dashed, and a refusal is red. */
export function lookOf({ status, isInTurn }: Pick<StepView, "status" | "isInTurn">): "done" | "now" | "no" | "" {
  if (status === "APPROVED") return "done";
  if (status === "SENT_BACK" || status === "REJECTED") return "no";
  return isInTurn ? "now" : "";
}

/** Who comes after the present stage; none when it is the last. */
export function nextAfter(steps: readonly StepView[]): Person | null {
  const stage = steps.find((step) => step.isInTurn)?.stage;
  if (stage === undefined) return null;
  // While others of the same stage still decide, the request stays with them.
  const beside = steps.filter((step) => step.isInTurn);
  const next = beside.length > 1 ? beside.at(1) : steps.find((step) => step.stage > stage);
  return next?.member ?? null;
}
