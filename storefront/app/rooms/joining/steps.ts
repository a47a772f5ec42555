import type { VendorDocumentKindEnum } from "~/gql/operations";

/** The steps of an application, in order, as its address names them. */
export const STEPS = ["business", "about", "papers", "account", "send"] as const;
export type Step = (typeof STEPS)[number];

/** Input field -> the step it is asked for at. */
const STEP_OF: Readonly<Record<string, Step>> = {
  businessNumber: "business", legalName: "business", legalForm: "business", representative: "business", openedOn: "business", mailOrderNumber: "business", mailOrderExemption: "business",
  name: "about", kind: "about", introduction: "about", phone: "about", email: "about", postalCode: "about", address: "about", district: "about",
  businessRegistration: "papers", bankbookCopy: "papers", certificate: "papers", mailOrderRegistration: "papers", evidence: "papers", certificateNumber: "papers", certificateIssuedOn: "papers", certificateValidUntil: "papers",
  bank: "account", accountNumber: "account", accountHolder: "account",
};

export const isStep = (value: unknown): value is Step => typeof value === "string" && STEPS.some((step) => step === value);
export const stepOf = (field: string | null): Step => (field && STEP_OF[field]) || "send";
export const stepAfter = (step: Step): Step => STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)] ?? "send";

/** The papers, each with the field that errors about it name. */
export const PAPERS: readonly { kind: VendorDocumentKindEnum; field: string; isRequired: boolean }[] = [
  { kind: "BUSINESS_REGISTRATION", field: "businessRegistration", isRequired: true },
  { kind: "BANKBOOK_COPY", field: "bankbookCopy", isRequired: true },
  { kind: "CERTIFICATE", field: "certificate", isRequired: false },
  { kind: "MAIL_ORDER_REGISTRATION", field: "mailOrderRegistration", isRequired: false },
  { kind: "EVIDENCE", field: "evidence", isRequired: false },
];

interface Fault {
  field: string | null;
}

/** The first step that still lacks something; the last one when nothing does. */
export function firstToDo(missing: readonly Fault[]): Step {
  return STEPS.find((step) => step !== "send" && missing.some((fault) => stepOf(fault.field) === step)) ?? "send";
}

/** How many of the steps are done. */
export const doneSteps = (missing: readonly Fault[]): Step[] => STEPS.filter((step) => step !== "send" && !missing.some((fault) => stepOf(fault.field) === step));
