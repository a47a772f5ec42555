import type { AddressInput, PlaceFragment } from "~/gql/operations";
import { readText, type FieldError } from "~/lib/form.ts";
import type { Language } from "~/lib/i18n/index.ts";

/** An address as a Korean form asks for it: one name, one phone, postcode first. */
export interface AddressValues {
  recipient: string;
  company: string;
  phone: string;
  postalCode: string;
  countryArea: string;
  city: string;
  street: string;
  detail: string;
}

export type AddressField = keyof AddressValues;
const FIELDS: readonly AddressField[] = ["recipient", "company", "phone", "postalCode", "countryArea", "city", "street", "detail"];
const LONGEST = 200;

export const EMPTY_ADDRESS: AddressValues = { recipient: "", company: "", phone: "", postalCode: "", countryArea: "", city: "", street: "", detail: "" };

/** The seventeen provinces and great cities, as the API writes them. */
export const AREAS: readonly (readonly [string, string])[] = [
  ["서울특별시", "Seoul"], ["부산광역시", "Busan"], ["대구광역시", "Daegu"], ["인천광역시", "Incheon"], ["광주광역시", "Gwangju"], ["대전광역시", "Daejeon"],
  ["울산광역시", "Ulsan"], ["세종특별자치시", "Sejong"], ["경기도", "Gyeonggi"], ["강원특별자치도", "Gangwon"], ["충청북도", "North Chungcheong"],
  ["충청남도", "South Chungcheong"], ["전북특별자치도", "Jeonbuk"], ["전라남도", "South Jeolla"], ["경상북도", "North Gyeongsang"], ["경상남도", "South Gyeongsang"],
  ["제주특별자치도", "Jeju"],
];
const WITHOUT_CITY = "세종특별자치시";

export const areaOptions = (language: Language, choose: string) => [{ value: "", label: choose }, ...AREAS.map(([ko, en]) => ({ value: ko, label: language === "ko" ? ko : `${en} (${ko})` }))];

/** The form's name for a field; a second address on one page has a prefix. */
export const nameIn = (prefix: string, field: AddressField): string => prefix + field;

export function readAddress(form: FormData, prefix = ""): AddressValues {
  const values = { ...EMPTY_ADDRESS };
  for (const field of FIELDS) values[field] = readText(form, nameIn(prefix, field), LONGEST);
  values.postalCode = values.postalCode.replace(/[\s-]/g, "");
  return values;
}

export const toInput = (values: AddressValues): AddressInput => ({
  firstName: values.recipient,
  lastName: "",
  companyName: values.company,
  phone: values.phone,
  country: "KR",
  postalCode: values.postalCode,
  countryArea: values.countryArea,
  city: values.city,
  streetAddress1: values.street,
  streetAddress2: values.detail,
});

export const fromPlace = (place: PlaceFragment | null | undefined): AddressValues =>
  place
    ? {
        recipient: personName(place),
        company: place.companyName,
        phone: showPhone(place.phone),
        postalCode: place.postalCode,
        countryArea: place.countryArea,
        city: place.city,
        street: place.streetAddress1,
        detail: place.streetAddress2,
      }
    : EMPTY_ADDRESS;

export const personName = (person: { firstName: string; lastName: string }): string => (/[가-힣]/.test(person.lastName + person.firstName) ? person.lastName + person.firstName : [person.firstName, person.lastName].filter(Boolean).join(" "));

/** "+821012345678" as people in Korea write it. Others stay as they are. */
export function showPhone(phone: string | null | undefined): string {
  const digits = (phone ?? "").replace(/^\+82/, "0").replace(/\D/g, "");
  if (!phone || (phone.startsWith("+") && !phone.startsWith("+82")) || phone.includes("*")) return phone ?? "";
  if (/^1\d{7}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  const head = digits.startsWith("02") ? 2 : digits.startsWith("050") ? 4 : 3;
  if (digits.length < head + 7) return phone;
  return `${digits.slice(0, head)}-${digits.slice(head, -4)}-${digits.slice(-4)}`;
}

/** One line of an address, in the order an envelope has it. */
export const placeLine = (place: PlaceFragment): string =>
  [place.postalCode ? `(${place.postalCode})` : "", place.countryArea, place.city, place.cityArea, place.streetAddress1, place.streetAddress2].filter(Boolean).join(" ");

const PHONE = /^0(?:2|\d{2}|50\d)\d{7,8}$|^1[568]\d{6}$/;
const API_FIELDS: Record<string, AddressField> = {
  firstName: "recipient", lastName: "recipient", companyName: "company", phone: "phone", postalCode: "postalCode", countryArea: "countryArea", city: "city", cityArea: "city",
  streetAddress1: "street", streetAddress2: "detail",
};

export interface AddressComplaints {
  recipient: string;
  /** The same where nobody receives anything: in a billing address. */
  person: string;
  phone: string;
  phoneShape: string;
  postalCode: string;
  countryArea: string;
  city: string;
  street: string;
}

/** What is missing or misshapen, said before the API is asked, in words that tell how to mend it. */
export function addressFaults(values: AddressValues, say: AddressComplaints, prefix = ""): FieldError[] {
  const faults: FieldError[] = [];
  const add = (field: AddressField, message: string) => faults.push({ field: nameIn(prefix, field), code: "INVALID", message });
  if (!values.recipient) add("recipient", say.recipient);
  const digits = values.phone.replace(/^\+82/, "0").replace(/\D/g, "");
  if (!digits) add("phone", say.phone);
  else if (!PHONE.test(digits)) add("phone", say.phoneShape);
  if (!/^\d{5}$/.test(values.postalCode)) add("postalCode", say.postalCode);
  if (!AREAS.some(([area]) => area === values.countryArea)) add("countryArea", say.countryArea);
  if (!values.city && values.countryArea !== WITHOUT_CITY) add("city", say.city);
  if (!values.street) add("street", say.street);
  return faults;
}

/** The API's complaints about an address, under the names the form uses. */
export const addressErrors = (errors: readonly FieldError[], prefix = ""): FieldError[] =>
  errors.map((error) => {
    const field = error.field ? API_FIELDS[error.field] : undefined;
    return field ? { ...error, field: nameIn(prefix, field) } : error;
  });
