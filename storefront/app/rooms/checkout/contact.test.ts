import { describe, expect, it } from "vitest";
import { BILLING, contactFaults, isEmail, NEW, readContact } from "./contact.ts";

const say = { email: "E", recipient: "R", person: "N", phone: "P", phoneShape: "PS", postalCode: "PC", countryArea: "CA", city: "C", street: "S" };

function form(fields: Record<string, string>): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
}
const place = (prefix = "") => ({ [`${prefix}recipient`]: "고은채", [`${prefix}phone`]: "010-0000-0000", [`${prefix}postalCode`]: "08274", [`${prefix}countryArea`]: "서울특별시", [`${prefix}city`]: "구로구", [`${prefix}street`]: "가상로 1" });
const faultsOf = (fields: Record<string, string>, options = { needsEmail: true, hasPlace: false }) => contactFaults(readContact(form(fields)), options, say).map((fault) => `${fault.field}:${fault.message}`);

describe("contactFaults", () => {
  it("is content with an e-mail address and a place", () => expect(faultsOf({ email: "a@b.example", same: "1", ...place() })).toEqual([]));
  it("asks a guest for an e-mail address and a member for none", () => {
    expect(faultsOf({ same: "1", ...place() })).toEqual(["email:E"]);
    expect(faultsOf({ same: "1", ...place() }, { needsEmail: false, hasPlace: false })).toEqual([]);
  });
  it("does not look at the fields when a saved place was chosen", () => expect(faultsOf({ same: "1" }, { needsEmail: false, hasPlace: true })).toEqual([]));
  it("looks at the billing address only when it is another one, and asks it for a name", () => {
    expect(faultsOf({ email: "a@b.example", ...place(), ...place(BILLING) })).toEqual([]);
    expect(faultsOf({ email: "a@b.example", ...place(), ...place(BILLING), [`${BILLING}recipient`]: "" })).toEqual([`${BILLING}recipient:N`]);
  });
});

it("takes no choice of place for a new one, and keeps lines of a note as they were typed", () => {
  const values = readContact(form({ note: "문 앞에\r\n놓아 주세요" }));
  expect(values.place).toBe(NEW);
  expect(values.note).toBe("문 앞에\n놓아 주세요");
});

it.each([["a@b.example", true], ["a@b", false], ["a b@c.example", false], ["@b.example", false], [`${"a".repeat(250)}@b.example`, false]])("e-mail %s: %s", (text, isGood) => expect(isEmail(text)).toBe(isGood));
