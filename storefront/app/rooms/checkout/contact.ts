import { readFlag, readText, type FieldError } from "~/lib/form.ts";
import { addressFaults, readAddress, type AddressComplaints, type AddressValues } from "~/rooms/account/address.ts";

/** The first step as it was typed. */
export interface ContactValues {
  email: string;
  /** The id of a saved place, or NEW. */
  place: string;
  shipping: AddressValues;
  same: boolean;
  billing: AddressValues;
  note: string;
  keep: boolean;
}

export const NEW = "new";
export const BILLING = "billing-";
const LONGEST_NOTE = 1000;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export const isEmail = (text: string): boolean => EMAIL.test(text) && text.length <= 254;

export const readContact = (form: FormData): ContactValues => ({
  email: readText(form, "email", 254),
  place: readText(form, "place", 200) || NEW,
  shipping: readAddress(form),
  same: readFlag(form, "same"),
  billing: readAddress(form, BILLING),
  note: readText(form, "note", LONGEST_NOTE).replaceAll("\r\n", "\n"),
  keep: readFlag(form, "keep"),
});

/** What is missing, said before anything is sent. A saved place has been checked when it was saved. */
export function contactFaults(values: ContactValues, options: { needsEmail: boolean; hasPlace: boolean }, say: AddressComplaints & { email: string }): FieldError[] {
  const faults: FieldError[] = [];
  if (options.needsEmail && !isEmail(values.email)) faults.push({ field: "email", code: "INVALID", message: say.email });
  if (!options.hasPlace) faults.push(...addressFaults(values.shipping, say));
  if (!values.same) faults.push(...addressFaults(values.billing, { ...say, recipient: say.person }, BILLING));
  return faults;
}
