import { readText, type FieldError } from "~/lib/form.ts";
import { addressFaults, readAddress, type AddressComplaints, type AddressValues } from "~/rooms/account/address.ts";
import { NEW } from "~/rooms/checkout/contact.ts";

/** A request as it was typed. */
export interface RequestValues {
  title: string;
  purpose: string;
  budgetLine: string;
  deliverBy: string;
  choiceReason: string;
  splitReason: string;
  quotes: string[];
  /** Where it goes: the id of a saved place, or NEW with the fields. */
  place: string;
  shipping: AddressValues;
}

export const LONGEST = { title: 150, purpose: 5_000, reason: 500 } as const;
const MOST_QUOTES = 30;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const plainLines = (text: string): string => text.replaceAll("\r\n", "\n");

export const readRequest = (form: FormData): RequestValues => ({
  title: readText(form, "title", LONGEST.title),
  purpose: plainLines(readText(form, "purpose", LONGEST.purpose)),
  budgetLine: readText(form, "budgetLine", 200),
  deliverBy: readText(form, "deliverBy", 10),
  choiceReason: readText(form, "choiceReason", LONGEST.reason),
  splitReason: readText(form, "splitReason", LONGEST.reason),
  quotes: form.getAll("quotes").filter((id): id is string => typeof id === "string").slice(0, MOST_QUOTES),
  place: readText(form, "place", 200) || NEW,
  shipping: readAddress(form),
});

interface Complaints extends AddressComplaints {
  title: string;
  budgetLine: string;
  purpose: string;
  day: string;
}

/** What is missing. A draft wants a title; what is put up wants a purpose, a budget line, a day and a place, too. */
export function requestFaults(values: RequestValues, { isPutUp, hasPlace }: { isPutUp: boolean; hasPlace: boolean }, say: Complaints): FieldError[] {
  const faults: FieldError[] = [];
  const need = (field: keyof RequestValues, message: string) => void faults.push({ field, code: "REQUIRED", message });
  if (!values.title) need("title", say.title);
  if (isPutUp && !values.purpose) need("purpose", say.purpose);
  if (isPutUp && !values.budgetLine) need("budgetLine", say.budgetLine);
  if (isPutUp && !values.deliverBy) need("deliverBy", say.day);
  if (values.deliverBy && !DAY.test(values.deliverBy)) faults.push({ field: "deliverBy", code: "INVALID", message: say.day });
  if (isPutUp && !hasPlace) faults.push(...addressFaults(values.shipping, say));
  return faults;
}

/** A title to begin with: what is first in the basket, and how much else there is. */
export function titleOf(names: readonly string[], more: (first: string, count: number) => string): string {
  const [first = ""] = names;
  return (names.length > 1 ? more(first, names.length - 1) : first).slice(0, LONGEST.title);
}

/** "새솔시청 문화체육과, 새솔시 중앙로 1" for the papers. */
export const placeText = ({ company, city, countryArea, street, detail }: AddressValues): string =>
  [company, [countryArea, city, street, detail].filter(Boolean).join(" ")].filter(Boolean).join(", ").slice(0, 250);
