/** What a reviewer may ask to be mended, in the order of the form. The API knows the same names. */
export const REVIEW_FIELDS = [
  "businessNumber", "legalName", "legalForm", "representative", "openedOn", "mailOrderNumber", "name", "kind", "introduction", "phone", "email", "postalCode", "district", "address", "businessRegistration", "bankbookCopy", "certificate",
  "mailOrderRegistration", "evidence", "certificateNumber", "certificateIssuedOn", "bank", "accountNumber", "accountHolder",
] as const;

/** How the list of applications is divided. */
export const TABS = ["waiting", "returned", "decided", "all"] as const;
export type Tab = (typeof TABS)[number];

export const DECISIONS = ["approve", "return", "decline"] as const;
export type Decision = (typeof DECISIONS)[number];
export const isDecision = (value: unknown): value is Decision => DECISIONS.some((one) => one === value);
