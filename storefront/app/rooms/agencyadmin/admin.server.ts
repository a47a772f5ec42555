import { data, redirect } from "react-router";
import {
  AgencyApplicationNoDocument, AgencyDepartmentAddDocument, AgencyDepartmentAgainDocument, AgencyDepartmentNameDocument, AgencyDepartmentShutDocument, AgencyDepartmentsPageDocument, AgencyDeputiesPageDocument,
  AgencyDeputyBackDocument, AgencyDeputyNameDocument, AgencyHandingOverDocument, AgencyHandoverPageDocument, AgencyInvitationAgainDocument, AgencyInvitationBackDocument, AgencyInvitingDocument, AgencyJoinLetInDocument,
  AgencyMemberChangeDocument, AgencyMemberEndDocument, AgencyMemberPageDocument, AgencyMembersPageDocument, AgencyPolicyAddDocument, AgencyPolicyOffDocument, AgencyPolicyPreviewingDocument, AgencySettingsPageDocument,
  type AgencyAbilityEnum, type AgencyMemberRowFragment, type AgencyPolicyRowFragment,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readFlag, readText, type FieldError } from "~/lib/form.ts";
import { gqlAgency } from "~/rooms/agency/agency.server.ts";
import { ABILITIES } from "~/rooms/agency/abilities.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import type { policyOf } from "./policy.ts";

export type MemberRow = AgencyMemberRowFragment;
export type PolicyRow = AgencyPolicyRowFragment;

/** After a press: the plain page with a word on what was done, or the errors as data with what was typed. */
export const ended = (errors: FieldError[], here: string, done: string, typed: Record<string, string> = {}) =>
  errors.length ? data({ errors, typed }, { status: 400 }) : redirect(`${here}?done=${done}`, 303);

export const doneOf = (context: Context): string => (appOf(context).url.searchParams.get("done") ?? "").slice(0, 20);

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw data(null, { status: 404 });
  return value;
}

export const abilitiesOf = (form: FormData): AgencyAbilityEnum[] => ABILITIES.filter((ability) => form.getAll("ability").includes(ability));
const departmentOf = (form: FormData): string | null => readText(form, "department", 100) || null;

export const loadMembers = async (context: Context, id: string) => found((await gqlAgency(context, AgencyMembersPageDocument, { id })).agency);

export type PeopleIntent = "invite" | "resend" | "revoke" | "letin" | "refuse";

export async function changePeople(context: Context, agency: string, intent: PeopleIntent, form: FormData): Promise<FieldError[]> {
  const id = readText(form, "id", 200);
  switch (intent) {
    case "invite": {
      const given = { agency, email: readText(form, "email", 254), abilities: abilitiesOf(form), department: departmentOf(form), jobTitle: readText(form, "jobTitle", 60) };
      return fieldErrors((await gqlAgency(context, AgencyInvitingDocument, given)).agencyMemberInvite?.errors);
    }
    case "resend":
      return fieldErrors((await gqlAgency(context, AgencyInvitationAgainDocument, { id })).agencyInvitationResend?.errors);
    case "revoke":
      return fieldErrors((await gqlAgency(context, AgencyInvitationBackDocument, { id })).agencyInvitationRevoke?.errors);
    case "letin":
      return fieldErrors((await gqlAgency(context, AgencyJoinLetInDocument, { id, abilities: abilitiesOf(form), department: departmentOf(form) })).agencyJoinApprove?.errors);
    case "refuse":
      return fieldErrors((await gqlAgency(context, AgencyApplicationNoDocument, { id, reason: readText(form, "reason", 2_000) })).agencyApplicationDecline?.errors);
  }
}

export async function loadMember(context: Context, agency: string, id: string) {
  const page = await gqlAgency(context, AgencyMemberPageDocument, { agency, member: id });
  const asked = appOf(context).url.searchParams.get("successor");
  const successor = asked && asked.length <= 100 ? asked : null;
  const { agencyHandoverPreview } = await gqlAgency(context, AgencyHandoverPageDocument, { member: id, successor });
  return { member: found(page.agencyMember), agency: found(page.agency), handover: agencyHandoverPreview, successor };
}

export async function saveMember(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const input = { abilities: abilitiesOf(form), department: departmentOf(form), jobTitle: readText(form, "jobTitle", 60) };
  return fieldErrors((await gqlAgency(context, AgencyMemberChangeDocument, { id, input })).agencyMemberUpdate?.errors);
}

export const endMember = async (context: Context, id: string): Promise<FieldError[]> => fieldErrors((await gqlAgency(context, AgencyMemberEndDocument, { id })).agencyMemberLeave?.errors);

export async function handOver(context: Context, member: string, form: FormData): Promise<FieldError[]> {
  const given = { member, successor: readText(form, "successor", 100), skipBlocked: readFlag(form, "skip") };
  return fieldErrors((await gqlAgency(context, AgencyHandingOverDocument, given)).agencyHandover?.errors);
}

export const loadDepartments = async (context: Context, id: string) => found((await gqlAgency(context, AgencyDepartmentsPageDocument, { id })).agency?.departments);

export type DepartmentIntent = "add" | "rename" | "close" | "reopen";

export async function changeDepartments(context: Context, agency: string, intent: DepartmentIntent, form: FormData): Promise<FieldError[]> {
  const [id, name] = [readText(form, "id", 100), readText(form, "name", 200)];
  switch (intent) {
    case "add":
      return fieldErrors((await gqlAgency(context, AgencyDepartmentAddDocument, { agency, name })).agencyDepartmentCreate?.errors);
    case "rename":
      return fieldErrors((await gqlAgency(context, AgencyDepartmentNameDocument, { id, name })).agencyDepartmentUpdate?.errors);
    case "close":
      return fieldErrors((await gqlAgency(context, AgencyDepartmentShutDocument, { id })).agencyDepartmentClose?.errors);
    case "reopen":
      return fieldErrors((await gqlAgency(context, AgencyDepartmentAgainDocument, { id })).agencyDepartmentReopen?.errors);
  }
}

export async function loadDeputies(context: Context, id: string) {
  const agency = found((await gqlAgency(context, AgencyDeputiesPageDocument, { id })).agency);
  return { members: (agency.members ?? []).filter((member) => member.isActive), deputies: agency.deputies ?? [] };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

export async function changeDeputies(context: Context, intent: "name" | "revoke", form: FormData, badDay: string): Promise<FieldError[]> {
  if (intent === "revoke") return fieldErrors((await gqlAgency(context, AgencyDeputyBackDocument, { id: readText(form, "id", 100) })).agencyDeputyRevoke?.errors);
  const days = { startsOn: readText(form, "startsOn", 10), endsOn: readText(form, "endsOn", 10) };
  const broken = Object.entries(days).filter(([, day]) => !isDay(day));
  if (broken.length) return broken.map(([field]) => ({ field, code: "INVALID", message: badDay }));
  const given = { ...days, member: readText(form, "member", 100), deputy: readText(form, "deputy", 100), reason: readText(form, "reason", 300) };
  return fieldErrors((await gqlAgency(context, AgencyDeputyNameDocument, given)).agencyDeputyCreate?.errors);
}

export const loadSettings = async (context: Context, id: string) => found((await gqlAgency(context, AgencySettingsPageDocument, { id })).agency);

/** What the rules in this form would change on their first day; null when they could not be set. */
export async function previewPolicy(context: Context, agency: string, effectiveFrom: string, input: ReturnType<typeof policyOf>) {
  return (await gqlAgency(context, AgencyPolicyPreviewingDocument, { agency, effectiveFrom, ...input })).agencyPolicyPreview;
}

export async function addPolicy(context: Context, agency: string, effectiveFrom: string, input: ReturnType<typeof policyOf>): Promise<FieldError[]> {
  return fieldErrors((await gqlAgency(context, AgencyPolicyAddDocument, { agency, effectiveFrom, input })).agencyPolicyCreate?.errors);
}

export const callOffPolicy = async (context: Context, id: string): Promise<FieldError[]> => fieldErrors((await gqlAgency(context, AgencyPolicyOffDocument, { id })).agencyPolicyDelete?.errors);
