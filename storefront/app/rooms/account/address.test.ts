import { describe, expect, it } from "vitest";
import { addressErrors, addressFaults, EMPTY_ADDRESS, personName, readAddress, showPhone, type AddressComplaints } from "./address.ts";

const say: AddressComplaints = { recipient: "R", person: "N", phone: "P", phoneShape: "PS", postalCode: "PC", countryArea: "CA", city: "C", street: "S" };
const whole = { ...EMPTY_ADDRESS, recipient: "고은채", phone: "010-0000-0000", postalCode: "08274", countryArea: "서울특별시", city: "구로구", street: "개봉로23길 10" };
const fieldsOf = (values: typeof whole, prefix?: string) => addressFaults(values, say, prefix).map((fault) => `${fault.field}:${fault.message}`);

describe("addressFaults", () => {
  it("finds nothing wrong with a whole address", () => expect(fieldsOf(whole)).toEqual([]));
  it("names every empty field once", () => expect(fieldsOf(EMPTY_ADDRESS)).toEqual(["recipient:R", "phone:P", "postalCode:PC", "countryArea:CA", "city:C", "street:S"]));
  it("tells a short phone number from none", () => expect(fieldsOf({ ...whole, phone: "010-00" })).toEqual(["phone:PS"]));
  it("takes numbers of cities, services and abroad notation", () => {
    for (const phone of ["02-000-0000", "02 0000 0000", "031-000-0000", "070-0000-0000", "0505-000-0000", "1588-0000", "+82 10 0000 0000"]) expect(fieldsOf({ ...whole, phone })).toEqual([]);
  });
  it("asks no city of Sejong", () => expect(fieldsOf({ ...whole, countryArea: "세종특별자치시", city: "" })).toEqual([]));
  it("refuses a province that is none", () => expect(fieldsOf({ ...whole, countryArea: "강원도청" })).toEqual(["countryArea:CA"]));
  it("puts the prefix before each field", () => expect(fieldsOf({ ...whole, street: "" }, "billing-")).toEqual(["billing-street:S"]));
});

describe("showPhone", () => {
  it.each([
    ["+821012345678", "010-1234-5678"],
    ["+8221234567", "02-123-4567"],
    ["+82212345678", "02-1234-5678"],
    ["15880000", "1588-0000"],
    ["+4930123456", "+4930123456"],
    ["", ""],
  ])("%s", (stored, shown) => expect(showPhone(stored)).toBe(shown));
  it("leaves masked numbers alone", () => expect(showPhone("+82***")).toBe("+82***"));
});

it("joins Korean names without a space, others with one", () => {
  expect(personName({ firstName: "은채", lastName: "고" })).toBe("고은채");
  expect(personName({ firstName: "Ada", lastName: "Lovelace" })).toBe("Ada Lovelace");
});

it("reads a postcode however it was typed", () => {
  const form = new FormData();
  form.set("b-postalCode", " 08 274 ");
  expect(readAddress(form, "b-").postalCode).toBe("08274");
});

it("renames the API's fields and keeps what belongs to no field", () => {
  const errors = [{ field: "streetAddress1", code: "REQUIRED", message: "x" }, { field: null, code: "INVALID", message: "y" }];
  expect(addressErrors(errors, "b-").map((error) => error.field)).toEqual(["b-street", null]);
});
