import type { AddressInput, CountryCode } from "~/gql/operations";
import { readText, type FieldError } from "~/lib/form.ts";
import type { Language } from "~/lib/i18n/index.ts";
import type { AddressRules, Place } from "./account.server.ts";
import { personName } from "./address.ts";

/** An address outside Korea: the API's own fields, of which a country uses some. */
export const FOREIGN_FIELDS = ["recipient", "companyName", "phone", "streetAddress1", "streetAddress2", "cityArea", "city", "countryArea", "postalCode"] as const;
export type ForeignField = (typeof FOREIGN_FIELDS)[number];
export type ForeignValues = Record<ForeignField, string>;

export const HOME: CountryCode = "KR";
const LONGEST = 200;
/** Asked for everywhere, whatever the rules of the country say. */
const ALWAYS: readonly ForeignField[] = ["recipient", "phone"];

const CODES =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";
const COUNTRIES = CODES.split(" ") as CountryCode[];

export const isCountry = (text: string | null): text is CountryCode => COUNTRIES.some((code) => code === text);

export const countryName = (code: CountryCode, language: Language): string => new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;

/** Korea first, the others by name. */
export function countryOptions(language: Language): { value: string; label: string }[] {
  const all = COUNTRIES.map((value) => ({ value, label: countryName(value, language) }));
  const order = new Intl.Collator(language);
  return all.sort((one, other) => Number(other.value === HOME) - Number(one.value === HOME) || order.compare(one.label, other.label));
}

/** The fields of a country, in the order of the form. */
export const fieldsOf = (rules: AddressRules): ForeignField[] => FOREIGN_FIELDS.filter((field) => ALWAYS.includes(field) || rules.allowedFields.includes(field));
export const isNeeded = (rules: AddressRules, field: ForeignField): boolean => ALWAYS.includes(field) || rules.requiredFields.includes(field);

/** The provinces of a country; those that come in two scripts show both. */
export function areaChoices(rules: AddressRules): { value: string; label: string }[] {
  const labels = new Map<string, string[]>();
  for (const { raw, verbose } of rules.countryAreaChoices) if (raw) labels.set(raw, [...(labels.get(raw) ?? []), verbose ?? raw]);
  return [...labels].map(([value, names]) => ({ value, label: [...new Set(names)].toReversed().join(" · ") }));
}

export const emptyForeign = (recipient: string): ForeignValues => ({ ...(Object.fromEntries(FOREIGN_FIELDS.map((field) => [field, ""])) as ForeignValues), recipient });

export const foreignOf = (place: Place): ForeignValues => ({
  recipient: personName(place), companyName: place.companyName, phone: place.phone ?? "", streetAddress1: place.streetAddress1, streetAddress2: place.streetAddress2,
  cityArea: place.cityArea, city: place.city, countryArea: place.countryArea, postalCode: place.postalCode,
});

export const readForeign = (form: FormData): ForeignValues => Object.fromEntries(FOREIGN_FIELDS.map((field) => [field, readText(form, field, LONGEST)])) as ForeignValues;

/** What a country does not use is sent as nothing, so that no leftover of another country stays. */
export function foreignInput(values: ForeignValues, rules: AddressRules, country: CountryCode): AddressInput {
  const used = fieldsOf(rules);
  const { recipient, ...rest } = values;
  const sent = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, used.includes(field as ForeignField) ? value : ""]));
  return { ...sent, country, firstName: recipient, lastName: "" };
}

/** What is missing, said before the API is asked. */
export function foreignFaults(values: ForeignValues, rules: AddressRules, say: (field: ForeignField) => string): FieldError[] {
  return fieldsOf(rules).filter((field) => isNeeded(rules, field) && !values[field]).map((field) => ({ field, code: "REQUIRED", message: say(field) }));
}

export const foreignErrors = (errors: readonly FieldError[]): FieldError[] => errors.map((error) => (error.field === "firstName" || error.field === "lastName" ? { ...error, field: "recipient" } : error));
