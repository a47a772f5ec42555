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

/** Who decides after this place: others of its stage who have not yet, else the next stage; none when it is the last. */
export function nextAfter(steps: readonly StepView[], stepId: string): Person | null {
  const own = steps.find((step) => step.id === stepId);
  if (!own) return null;
  const open = steps.filter((step) => step.id !== stepId && step.status === "WAITING" && step.stage >= own.stage);
  return open.sort((one, other) => one.stage - other.stage)[0]?.member ?? null;
}
