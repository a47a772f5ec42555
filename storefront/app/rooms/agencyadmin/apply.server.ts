import { data, redirect } from "react-router";
import {
  AgencyApplicationBackDocument, AgencyApplicationBeginDocument, AgencyApplicationPaperDocument, AgencyApplicationSaveDocument, AgencyApplicationSendDocument, AgencyInvitationOfferedDocument, AgencyInvitationTakeDocument,
  AgencyOfficialAskDocument, AgencyOfficialTakeDocument, MyAgencyApplicationDocument, MyAgencyApplicationsDocument, StaffAgenciesDocument, StaffAgencyApproveDocument, StaffAgencyCaseDocument, StaffAgencyDocument,
  StaffAgencyPassOnDocument, StaffAgencyReturnDocument, AgencyApplicationNoDocument, type AgencyApplicationInput, type AgencyApplicationStatusEnum, type AgencyApplicationWholeFragment,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlAtDesk, gqlAtDeskWithFiles } from "~/rooms/desk/guarded.server.ts";
import { found } from "./admin.server.ts";
import { HERE, pathOf, TABS, type Tab } from "./applyPaths.ts";
import { applyWords } from "./applyWords.ts";

export type Application = AgencyApplicationWholeFragment;
/** What came of a press: the errors, and what was typed, so that nothing is lost. */
export interface Answer {
  errors: FieldError[];
  values: Record<string, string>;
}

const LARGEST_BODY = 10 * 1024 * 1024 + 100_000;
const PAGE = 20;
const TEXTS = ["name", "registrationNumber", "officialEmail", "representative", "phone", "postalCode", "address", "department", "jobTitle"] as const;

/** What the first page shows; without a session only what everybody may read. */
export async function loadJoining(context: Context) {
  const { session, url } = appOf(context);
  const done = url.searchParams.get("done");
  if (!session.isSignedIn) return { applications: null, agencies: [], done };
  const { me, myAgencyApplications } = await gqlAtDesk(context, MyAgencyApplicationsDocument, {});
  return { applications: myAgencyApplications, agencies: (me?.agencyMemberships ?? []).map(({ agency }) => agency.name), done };
}

/** Begins, or finds the empty draft again, and goes there. */
export async function begin(context: Context) {
  const { agencyRegister: made } = await gqlAtDesk(context, AgencyApplicationBeginDocument, {});
  return made?.application ? redirect(pathOf(made.application.id), 303) : data({ errors: fieldErrors(made?.errors) }, { status: 400 });
}

export async function loadApplication(context: Context, id: string): Promise<Application> {
  const application = (await gqlAtDesk(context, MyAgencyApplicationDocument, { id })).agencyApplication;
  if (!application?.isMine) throw data(null, { status: 404 });
  return application;
}

const failed = (errors: FieldError[], values: Record<string, string> = {}) => data<Answer>({ errors, values }, { status: 400 });

function read(form: FormData) {
  const values: Record<string, string> = Object.fromEntries(TEXTS.map((name) => [name, readText(form, name, 500)]));
  values["regime"] = readText(form, "regime", 20);
  values["baseLaw"] = readText(form, "baseLaw", 20);
  const input: AgencyApplicationInput = Object.fromEntries(TEXTS.map((name) => [name, values[name]]));
  const { regime, baseLaw } = values;
  if (regime === "LOCAL" || regime === "STATE" || regime === "OWN_RULES") input.regime = regime;
  if (baseLaw === "LOCAL" || baseLaw === "STATE") input.baseLaw = baseLaw;
  return { values, input };
}

/** Saves what was written; with `andSend` also sends it, when nothing is missing. */
export async function save(context: Context, id: string, form: FormData, andSend: boolean) {
  const { values, input } = read(form);
  const { agencyApplicationUpdate: saved } = await gqlAtDesk(context, AgencyApplicationSaveDocument, { id, input });
  const errors = fieldErrors(saved?.errors);
  if (errors.length) return failed(errors, values);
  if (!andSend) return redirect(`${pathOf(id)}?done=saved`, 303);
  const refused = fieldErrors((await gqlAtDesk(context, AgencyApplicationSendDocument, { id })).agencyApplicationSubmit?.errors);
  return refused.length ? failed(refused, values) : redirect(`${pathOf(id)}?done=sent`, 303);
}

export const isTooLong = (request: Request): boolean => Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > LARGEST_BODY;
export const tooLong = (context: Context) => data<Answer>({ errors: [{ field: "paper", code: "INVALID", message: applyWords(appOf(context).language).tooLarge }], values: {} }, { status: 413 });

export async function keepPaper(context: Context, id: string, form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || !file.size) return failed([{ field: "paper", code: "REQUIRED", message: applyWords(appOf(context).language).noFile }]);
  const errors = fieldErrors((await gqlAtDeskWithFiles(context, AgencyApplicationPaperDocument, { id, file })).agencyApplicationPaperSet?.errors);
  return errors.length ? failed(errors.map((error) => ({ ...error, field: "paper" }))) : redirect(`${pathOf(id)}?done=uploaded`, 303);
}

export async function dropPaper(context: Context, id: string) {
  const errors = fieldErrors((await gqlAtDesk(context, AgencyApplicationPaperDocument, { id, file: null })).agencyApplicationPaperSet?.errors);
  return errors.length ? failed(errors) : redirect(`${pathOf(id)}?done=removed`, 303);
}

export async function askProof(context: Context, id: string) {
  const errors = fieldErrors((await gqlAtDesk(context, AgencyOfficialAskDocument, { id })).agencyOfficialEmailRequest?.errors);
  return errors.length ? failed(errors) : redirect(`${pathOf(id)}?done=proof`, 303);
}

export const takeProof = async (context: Context, token: string): Promise<FieldError[]> => fieldErrors((await gqlAtDesk(context, AgencyOfficialTakeDocument, { token })).agencyOfficialEmailConfirm?.errors);

export async function withdraw(context: Context, id: string) {
  const errors = fieldErrors((await gqlAtDesk(context, AgencyApplicationBackDocument, { id })).agencyApplicationWithdraw?.errors);
  return errors.length ? failed(errors) : redirect(`${HERE}?done=withdrawn`, 303);
}

/** What the link is about, also for who is not signed in: it says no address in full. */
export const loadOffer = async (context: Context, token: string) => (await gql(context, AgencyInvitationOfferedDocument, { token })).agencyInvitation;

export async function takeInvitation(context: Context, token: string) {
  const { agencyInvitationAccept } = await gqlAtDesk(context, AgencyInvitationTakeDocument, { token });
  return { errors: fieldErrors(agencyInvitationAccept?.errors), agencyId: agencyInvitationAccept?.membership?.agency.id ?? null };
}

const STATUSES: Record<Exclude<Tab, "agencies">, AgencyApplicationStatusEnum[]> = { waiting: ["SUBMITTED"], returned: ["RETURNED"], decided: ["APPROVED", "DECLINED", "WITHDRAWN"] };

export async function loadAgencies(context: Context) {
  const { url } = appOf(context);
  const tab = TABS.find((one) => one === url.searchParams.get("state")) ?? "waiting";
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const isAgencies = tab === "agencies";
  const words = search ? { search } : {};
  const { found: listed, isFirst } = await fromCursor(url.searchParams.get("after"), (after) =>
    gqlAtDesk(context, StaffAgenciesDocument, { isAgencies, first: PAGE, after, filter: words, applications: isAgencies ? null : { ...words, status: STATUSES[tab] } }),
  );
  return { ...listed, tab, search, isFirst };
}

/** An application or an agency, by the kind its ID names. */
export async function loadCase(context: Context, id: string) {
  const isAgency = Buffer.from(id, "base64").toString("utf8").startsWith("Agency:");
  if (isAgency) return { agency: found((await gqlAtDesk(context, StaffAgencyDocument, { id })).agency), application: null };
  return { agency: null, application: found((await gqlAtDesk(context, StaffAgencyCaseDocument, { id })).agencyApplication) };
}

export const DECISIONS = ["approve", "return", "decline", "passOn"] as const;

export async function decide(context: Context, id: string, decision: (typeof DECISIONS)[number], form: FormData): Promise<FieldError[]> {
  const words = readText(form, "words", 2_000);
  switch (decision) {
    case "approve":
      return fieldErrors((await gqlAtDesk(context, StaffAgencyApproveDocument, { id, note: words })).agencyApplicationApprove?.errors);
    case "return":
      return fieldErrors((await gqlAtDesk(context, StaffAgencyReturnDocument, { id, comment: words })).agencyApplicationReturn?.errors);
    case "decline":
      return fieldErrors((await gqlAtDesk(context, AgencyApplicationNoDocument, { id, reason: words })).agencyApplicationDecline?.errors);
    case "passOn":
      return fieldErrors((await gqlAtDesk(context, StaffAgencyPassOnDocument, { id })).agencyApplicationPassOn?.errors);
  }
}
