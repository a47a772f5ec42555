import { data, redirect } from "react-router";
import {
  ApplicationNumberCheckDocument, StaffApplicationApproveDocument, StaffApplicationDeclineDocument, StaffApplicationDocument, StaffApplicationReturnDocument, StaffApplicationsDocument, type StaffApplicationQuery,
  type StaffApplicationsQuery, type VendorApplicationStatusEnum,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readFlag, readText, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { REVIEW_FIELDS, TABS, type Tab } from "./decisions.ts";

const PAGE = 20;
const HERE = "/staff/applications";
export type Row = NonNullable<StaffApplicationsQuery["vendorApplications"]>["edges"][number]["node"];
export type Case = NonNullable<StaffApplicationQuery["vendorApplication"]>;

const STATUSES: Record<Tab, VendorApplicationStatusEnum[] | null> = { waiting: ["SUBMITTED"], returned: ["RETURNED"], decided: ["APPROVED", "DECLINED", "WITHDRAWN"], all: null };

export async function loadApplications(context: Context) {
  const { url, languageCode } = appOf(context);
  const asked = url.searchParams.get("state");
  const tab: Tab = TABS.find((one) => one === asked) ?? "waiting";
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const after = url.searchParams.get("after")?.slice(0, 400) ?? null;
  const { vendorApplications } = await gqlStaff(context, StaffApplicationsDocument, { filter: { status: STATUSES[tab], search: search || null }, language: languageCode, first: PAGE, after });
  return { applications: vendorApplications, tab, search, isFirst: after === null };
}

export async function loadCase(context: Context, id: string) {
  const { url, languageCode } = appOf(context);
  const { vendorApplication: application } = await gqlStaff(context, StaffApplicationDocument, { id, language: languageCode });
  // Staff without the permission see nothing of others; their own they read where they wrote it.
  if (!application || application.rivals === null) throw data(null, { status: 404 });
  return { application, decision: url.searchParams.get("decide"), done: url.searchParams.get("done") };
}

const pathOf = (id: string) => `${HERE}/${encodeURIComponent(id)}`;

/** What came of a press, with what was typed. */
export interface Outcome {
  decision: string | null;
  errors: FieldError[];
  values: Record<string, string>;
}

function ended(id: string, decision: string | null, done: string, errors: FieldError[], values: Record<string, string> = {}) {
  return errors.length ? data<Outcome>({ decision, errors, values }, { status: 400 }) : redirect(`${pathOf(id)}?done=${done}`, 303);
}

export async function askAgain(context: Context, id: string) {
  const { businessNumberCheck } = await gqlStaff(context, ApplicationNumberCheckDocument, { id });
  return ended(id, null, "asked", fieldErrors(businessNumberCheck?.errors));
}

export async function approve(context: Context, id: string, form: FormData) {
  const note = readText(form, "note", 2_000);
  const { vendorApplicationApprove } = await gqlStaff(context, StaffApplicationApproveDocument, { id, note, acceptUnchecked: readFlag(form, "acceptUnchecked") });
  return ended(id, "approve", "approve", fieldErrors(vendorApplicationApprove?.errors), { note });
}

export async function sendBack(context: Context, id: string, form: FormData) {
  const values: Record<string, string> = { comment: readText(form, "comment", 2_000) };
  const points = REVIEW_FIELDS.flatMap((field) => {
    const reason = (values[field] = readText(form, field, 300));
    return reason ? [{ field, reason }] : [];
  });
  const { vendorApplicationReturn } = await gqlStaff(context, StaffApplicationReturnDocument, { id, comment: values["comment"], points });
  return ended(id, "return", "return", fieldErrors(vendorApplicationReturn?.errors), values);
}

export async function decline(context: Context, id: string, form: FormData) {
  const reason = readText(form, "reason", 2_000);
  const { vendorApplicationDecline } = await gqlStaff(context, StaffApplicationDeclineDocument, { id, reason });
  return ended(id, "decline", "decline", fieldErrors(vendorApplicationDecline?.errors), { reason });
}
