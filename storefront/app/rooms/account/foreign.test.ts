import { expect, it } from "vitest";
import type { AddressRules } from "./account.server.ts";
import { areaChoices, countryOptions, emptyForeign, fieldsOf, foreignErrors, foreignFaults, foreignInput, isCountry } from "./foreign.ts";
import { foreignWords, labelOf } from "./foreignWords.ts";

const japan: AddressRules = {
  allowedFields: ["companyName", "countryArea", "name", "postalCode", "streetAddress1", "streetAddress2"], requiredFields: ["countryArea", "postalCode", "streetAddress1"],
  countryAreaType: "prefecture", countryAreaChoices: [{ raw: "東京都", verbose: "Tokyo" }, { raw: "東京都", verbose: "東京都" }], cityType: "city", cityAreaType: "suburb", postalCodeType: "postal", postalCodeExamples: ["154-0023"],
};

it("asks for the fields a country uses, and always for name and phone", () => {
  expect(fieldsOf(japan)).toEqual(["recipient", "companyName", "phone", "streetAddress1", "streetAddress2", "countryArea", "postalCode"]);
});

it("names them as that country does", () => {
  const t = foreignWords("ko", "citizen");
  expect(labelOf("countryArea", japan, t)).toBe("도도부현");
  expect(labelOf("countryArea", { ...japan, countryAreaType: "unheard_of" }, t)).toBe("주·도");
  expect(labelOf("postalCode", { ...japan, postalCodeType: "zip" }, foreignWords("en", "citizen"))).toBe("ZIP code");
});

it("offers a province once, in both scripts", () => expect(areaChoices(japan)).toEqual([{ value: "東京都", label: "東京都 · Tokyo" }]));

it("says what is missing and sends nothing a country does not use", () => {
  const values = { ...emptyForeign("Ada Lovelace"), phone: "+81 3-0000-0000", city: "left over" };
  expect(foreignFaults(values, japan, (field) => field).map((fault) => fault.field)).toEqual(["streetAddress1", "countryArea", "postalCode"]);
  expect(foreignInput(values, japan, "JP")).toMatchObject({ country: "JP", firstName: "Ada Lovelace", city: "", phone: "+81 3-0000-0000" });
});

it("puts the API's complaint about a name to the field that has it", () => expect(foreignErrors([{ field: "firstName", code: "INVALID", message: "x" }])[0]?.field).toBe("recipient"));

it("lists Korea first and takes no country that is none", () => {
  const options = countryOptions("ko");
  expect(options[0]).toEqual({ value: "KR", label: "대한민국" });
  expect(options.find((option) => option.value === "JP")?.label).toBe("일본");
  expect(isCountry("ZZ")).toBe(false);
  expect(isCountry(null)).toBe(false);
});
