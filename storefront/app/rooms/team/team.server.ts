import { data, redirect } from "react-router";
import {
  StaffAccountCheckDocument, StaffRecheckDecideDocument, StaffReopenDocument, StaffSuspendDocument, StaffTrustDocument, StaffVendorDocument, StaffVendorsDocument, TeamAcceptDocument, TeamAccountDocument,
  TeamBankAccountDocument, TeamCloseDocument, TeamHolidayClearDocument, TeamHolidaySetDocument, TeamInvitationDocument, TeamInviteDocument, TeamMembersDocument, TeamOpenWorkDocument, TeamProfileDocument,
  TeamRemoveDocument, TeamResendDocument, TeamRevokeDocument, TeamRoleDocument, TeamUpdateDocument, type BankEnum, type LegalFormEnum, type VendorRoleEnum, type VendorStatusEnum, type VendorUpdateInput,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { ensureAbility, gqlCentre, gqlCentreWithFiles, membershipOf } from "~/rooms/centre/centre.server.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { AMOUNTS, TEXTS, type Amount } from "./fields.ts";

export const ROLES: readonly VendorRoleEnum[] = ["CLERK", "MANAGER", "OWNER"];
const STATUSES: readonly VendorStatusEnum[] = ["ACTIVE", "SUSPENDED", "CLOSED"];
const PAGE = 20;
const LARGEST_BODY = 11_000_000;

type Ability = Parameters<typeof ensureAbility>[1];

/** The enterprise the page is about, for a role that may open it. */
export async function vendorFor(context: Context, request: Request, ability: Ability): Promise<string> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, ability);
  return membership.vendor.id;
}

/** After a press: the plain page with a word on what was done, or the errors as data. */
export function ended(errors: FieldError[], here: string, done: string) {
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${here}?done=${done}`, 303);
}

export const doneOf = (context: Context): string => (appOf(context).url.searchParams.get("done") ?? "").slice(0, 20);

/** What the API gives or nothing: somebody whose role ended between two requests gets the 404 page. */
function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw data(null, { status: 404 });
  return value;
}

export const roleOf = (form: FormData): VendorRoleEnum => ROLES.find((role) => role === form.get("role")) ?? "CLERK";

export const loadMembers = async (context: Context, id: string) => found((await gqlCentre(context, TeamMembersDocument, { id })).vendorDesk);

export async function changeMembers(context: Context, vendor: string, intent: "invite" | "resend" | "revoke" | "role" | "remove", form: FormData): Promise<FieldError[]> {
  const id = readText(form, "id", 100);
  switch (intent) {
    case "invite":
      return fieldErrors((await gqlCentre(context, TeamInviteDocument, { vendor, email: readText(form, "email", 254), role: roleOf(form) })).vendorMemberInvite?.errors);
    case "resend":
      return fieldErrors((await gqlCentre(context, TeamResendDocument, { id })).vendorInvitationResend?.errors);
    case "revoke":
      return fieldErrors((await gqlCentre(context, TeamRevokeDocument, { id })).vendorInvitationRevoke?.errors);
    case "role":
      return fieldErrors((await gqlCentre(context, TeamRoleDocument, { id, role: roleOf(form) })).vendorMemberUpdate?.errors);
    case "remove":
      return fieldErrors((await gqlCentre(context, TeamRemoveDocument, { id })).vendorMemberRemove?.errors);
  }
}

export async function loadProfile(context: Context, id: string) {
  const { languageCode } = appOf(context);
  const { vendorDesk, districts } = await gqlCentre(context, TeamProfileDocument, { id, language: languageCode });
  return { desk: found(vendorDesk), districts };
}

export const loadOpenWork = async (context: Context, id: string) => found((await gqlCentre(context, TeamOpenWorkDocument, { id })).vendorOpenWork);

/** Only the fields that stand in the form that was sent: each panel of the page is one of its own. */
export function readProfile(form: FormData): { input: VendorUpdateInput; typed: Record<string, string>; unreadable: string[] } {
  const typed: Record<string, string> = {};
  const input: VendorUpdateInput = {};
  const unreadable: string[] = [];
  for (const [name, longest] of Object.entries(TEXTS)) {
    if (!form.has(name)) continue;
    typed[name] = readText(form, name, longest);
    Object.assign(input, { [name]: typed[name] });
  }
  for (const name of AMOUNTS) {
    if (!form.has(name)) continue;
    typed[name] = readText(form, name, 20);
    const amount = amountOf(typed[name]);
    if (amount === undefined || (amount === null && name !== "freeDeliveryFrom")) unreadable.push(name);
    else Object.assign(input, { [name]: amount });
  }
  const legalForm = form.get("legalForm");
  if (typeof legalForm === "string") {
    typed.legalForm = legalForm;
    input.legalForm = legalForm as LegalFormEnum;
  }
  return { input, typed, unreadable };
}

/** A number as people write it; null for nothing written, undefined for what is no whole number. */
function amountOf(text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s,원₩]/gu, "");
  if (!digits) return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

export const isAmount = (name: string): name is Amount => (AMOUNTS as readonly string[]).includes(name);

export const updateProfile = async (context: Context, id: string, input: VendorUpdateInput): Promise<FieldError[]> => fieldErrors((await gqlCentre(context, TeamUpdateDocument, { id, input })).vendorUpdate?.errors);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface HolidayWish {
  startsOn: string;
  endsOn: string;
  note: string;
}

export function readHoliday(form: FormData): HolidayWish | null {
  const wish = { startsOn: readText(form, "startsOn", 10), endsOn: readText(form, "endsOn", 10), note: readText(form, "note", 200) };
  return [wish.startsOn, wish.endsOn].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day))) ? wish : null;
}

export const setHoliday = async (context: Context, id: string, wish: HolidayWish): Promise<FieldError[]> => fieldErrors((await gqlCentre(context, TeamHolidaySetDocument, { id, ...wish })).vendorHolidaySet?.errors);
export const clearHoliday = async (context: Context, id: string): Promise<FieldError[]> => fieldErrors((await gqlCentre(context, TeamHolidayClearDocument, { id })).vendorHolidayClear?.errors);

export async function loadAccount(context: Context, id: string) {
  const { vendorDesk, vendorStatusPreview } = await gqlCentre(context, TeamAccountDocument, { id });
  return { desk: found(vendorDesk), preview: found(vendorStatusPreview) };
}

export const isTooLong = (request: Request): boolean => Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY;

export async function nameAccount(context: Context, id: string, form: FormData, account: { bank: BankEnum; number: string; holder: string; password: string }): Promise<FieldError[]> {
  const { password, ...input } = account;
  const bankbook = form.get("bankbook");
  if (!(bankbook instanceof File) || !bankbook.size) return [{ field: "bankbook", code: "REQUIRED", message: "" }];
  return fieldErrors((await gqlCentreWithFiles(context, TeamBankAccountDocument, { id, input, bankbook, password })).vendorBankAccountUpdate?.errors);
}

export const closeVendor = async (context: Context, id: string, reason: string): Promise<FieldError[]> => fieldErrors((await gqlCentre(context, TeamCloseDocument, { id, reason })).vendorClose?.errors);

/** What the link is about, also for who is not signed in: it says no address in full. */
export const loadOffer = async (context: Context, token: string) => (await gql(context, TeamInvitationDocument, { token })).vendorInvitation;

export async function acceptInvitation(context: Context, token: string) {
  const { vendorInvitationAccept } = await gqlCentre(context, TeamAcceptDocument, { token });
  return { errors: fieldErrors(vendorInvitationAccept?.errors), vendorId: vendorInvitationAccept?.membership?.vendor.id ?? null };
}

export async function loadVendors(context: Context) {
  const { url, languageCode } = appOf(context);
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const status = STATUSES.find((one) => one === url.searchParams.get("status")) ?? null;
  const asked = url.searchParams.get("after");
  const after = asked && asked.length <= 400 ? asked : null;
  const filter = { ...(search ? { search } : {}), ...(status ? { statuses: [status] } : {}) };
  const listed = await gqlStaff(context, StaffVendorsDocument, { filter, first: PAGE, after, language: languageCode });
  return { ...listed, search, status, isFirst: after === null };
}

export async function loadVendor(context: Context, id: string) {
  const { languageCode } = appOf(context);
  const { vendorDesk, vendorOpenWork } = await gqlStaff(context, StaffVendorDocument, { id, language: languageCode });
  return { desk: found(vendorDesk), work: found(vendorOpenWork) };
}

export type StaffIntent = "suspend" | "close" | "reopen" | "trust" | "distrust" | "confirm" | "refuse" | "checked";

export async function decideVendor(context: Context, id: string, intent: StaffIntent, form: FormData): Promise<FieldError[]> {
  const reason = readText(form, "reason", 500);
  const other = readText(form, "id", 100);
  switch (intent) {
    case "suspend":
      return fieldErrors((await gqlStaff(context, StaffSuspendDocument, { id, reason })).vendorSuspend?.errors);
    case "close":
      return fieldErrors((await gqlStaff(context, TeamCloseDocument, { id, reason })).vendorClose?.errors);
    case "reopen":
      return fieldErrors((await gqlStaff(context, StaffReopenDocument, { id, reason })).vendorReopen?.errors);
    case "trust":
    case "distrust":
      return fieldErrors((await gqlStaff(context, StaffTrustDocument, { id, isTrusted: intent === "trust", reason })).vendorTrustSet?.errors);
    case "confirm":
    case "refuse": {
      const certificates = form.getAll("certificate").filter((one): one is string => typeof one === "string" && one.length <= 100).slice(0, 50);
      return fieldErrors((await gqlStaff(context, StaffRecheckDecideDocument, { id: other, isConfirmed: intent === "confirm", note: reason, certificates: intent === "confirm" ? [] : certificates })).vendorRecheckDecide?.errors);
    }
    case "checked":
      return fieldErrors((await gqlStaff(context, StaffAccountCheckDocument, { id: other })).vendorBankAccountCheck?.errors);
  }
}
