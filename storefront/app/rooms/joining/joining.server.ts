import { data, redirect } from "react-router";
import {
  ApplicationNumberCheckDocument, ApplicationPaperAddDocument, ApplicationPaperRemoveDocument, ApplicationSaveDocument, ApplicationSendDocument, ApplicationStartDocument, ApplicationWithdrawDocument, MyApplicationDocument,
  MyApplicationsDocument, type LegalFormEnum, type MyApplicationQuery, type VendorApplicationInput,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readFlag, readText, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlAtDesk, gqlAtDeskWithFiles } from "~/rooms/desk/guarded.server.ts";
import { BANKS } from "~/rooms/payments/banks.ts";
import { formWords } from "./formWords.ts";
import { PAPERS, stepAfter, stepOf, type Step } from "./steps.ts";
import { fieldWords } from "./words.ts";

export type Loaded = MyApplicationQuery;
export type Application = NonNullable<MyApplicationQuery["vendorApplication"]>;
/** What came of a press: the errors, and what was typed, so that nothing is lost. */
export interface Outcome {
  /** Where it was pressed. */
  step: Step;
  errors: FieldError[];
  values: Record<string, string>;
}

const HERE = "/vendor/apply";
const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_BODY = LARGEST_FILE + 100_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const pathOf = (id: string) => `${HERE}/${encodeURIComponent(id)}`;

/** What the first page shows; without a session only what everybody may read. */
export async function loadJoining(context: Context) {
  const { session, url } = appOf(context);
  const done = url.searchParams.get("done");
  if (!session.isSignedIn) return { applications: null, enterprises: [], done };
  const { me, myVendorApplications } = await gqlAtDesk(context, MyApplicationsDocument, {});
  return { applications: myVendorApplications, enterprises: (me?.vendorMemberships ?? []).map(({ vendor }) => vendor.name), done };
}

/** Begins, or finds the empty draft again, and goes there. */
export async function startApplication(context: Context) {
  const { vendorApplicationCreate: made } = await gqlAtDesk(context, ApplicationStartDocument, {});
  return made?.application ? redirect(pathOf(made.application.id), 303) : data({ errors: fieldErrors(made?.errors) }, { status: 400 });
}

export async function loadApplication(context: Context, id: string) {
  const loaded = await gqlAtDesk(context, MyApplicationDocument, { id, language: appOf(context).languageCode });
  const application = loaded.vendorApplication;
  if (!application?.isMine) throw data(null, { status: 404 });
  return { application, kinds: loaded.certificateKinds.filter((kind) => kind.isEnterpriseKind), districts: loaded.districts };
}

const TEXTS: Record<Step, readonly (keyof VendorApplicationInput & string)[]> = {
  business: ["businessNumber", "legalName", "representative", "mailOrderNumber", "mailOrderExemption"],
  about: ["name", "kind", "introduction", "phone", "email", "postalCode", "address", "district"],
  papers: ["certificateNumber"],
  account: ["accountNumber", "accountHolder"],
  send: [],
};
const DATES: Partial<Record<Step, readonly ("openedOn" | "certificateIssuedOn" | "certificateValidUntil")[]>> = { business: ["openedOn"], papers: ["certificateIssuedOn", "certificateValidUntil"] };
const LONGEST = 3_000;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

function readStep(form: FormData, step: Step) {
  const input: VendorApplicationInput = {};
  const values: Record<string, string> = {};
  const broken: string[] = [];
  for (const name of TEXTS[step]) Object.assign(input, { [name]: (values[name] = readText(form, name, LONGEST)) });
  for (const name of DATES[step] ?? []) {
    const text = (values[name] = readText(form, name, 20));
    if (text && !isDay(text)) broken.push(name);
    else input[name] = text || null;
  }
  if (step === "business") {
    const legalForm = (values["legalForm"] = readText(form, "legalForm", 40));
    if (legalForm in fieldWords("ko").forms) input.legalForm = legalForm as LegalFormEnum;
  }
  if (step === "account") {
    const bank = BANKS.find((one) => one.code === readText(form, "bank", 20))?.code;
    values["bank"] = bank ?? "";
    if (bank) input.bank = bank;
  }
  return { input, values, broken };
}

/** Saves a step. On to the next one when nothing of it is missing; what was typed is kept in any case. */
export async function saveStep(context: Context, id: string, form: FormData, step: Step, isLater: boolean) {
  const t = formWords(appOf(context).language);
  const { input, values, broken } = readStep(form, step);
  if (broken.length) return failed(broken.map((field) => ({ field, code: "INVALID", message: t.badDay })), step, values);
  const { vendorApplicationUpdate: saved } = await gqlAtDesk(context, ApplicationSaveDocument, { id, input });
  const errors = fieldErrors(saved?.errors);
  if (errors.length) return failed(errors, step, values);
  if (isLater) return redirect(`${HERE}?done=saved`, 303);
  const missing = fieldErrors(saved?.application?.missing).filter((fault) => stepOf(fault.field) === step);
  if (missing.length) return failed(missing, step, values);
  const refusal = step === "business" ? await refusalOf(context, id) : null;
  return refusal ? failed([refusal], step, values) : redirect(`${pathOf(id)}?step=${stepAfter(step)}#main`, 303);
}

/** Why the tax service stands in the way, if it does; that it does not answer is no reason. */
async function refusalOf(context: Context, id: string): Promise<FieldError | null> {
  const t = formWords(appOf(context).language);
  const { businessNumberCheck: checked } = await gqlAtDesk(context, ApplicationNumberCheckDocument, { id });
  const state = checked?.businessState?.state;
  if (state === "CLOSED") return { field: "businessNumber", code: "REGISTRY_CLOSED", message: t.stateClosed };
  return state === "UNREGISTERED" ? { field: "businessNumber", code: "REGISTRY_UNKNOWN", message: t.stateUnregistered } : null;
}

const failed = (errors: FieldError[], step: Step, values: Record<string, string> = {}) => data<Outcome>({ step, errors, values }, { status: 400 });

/** A body that is too long is not read at all. */
export const isTooLong = (request: Request): boolean => Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > LARGEST_BODY;
export const tooLong = (context: Context) => data<Outcome>({ errors: [{ field: null, code: "INVALID", message: formWords(appOf(context).language).tooLarge }], step: "papers", values: {} }, { status: 413 });

export async function addPaper(context: Context, id: string, form: FormData) {
  const t = formWords(appOf(context).language);
  const paper = PAPERS.find((one) => one.kind === readText(form, "kind", 40));
  if (!paper) throw data(null, { status: 400 });
  const file = form.get("file");
  const about = (message: string) => failed([{ field: paper.field, code: "INVALID", message }], "papers");
  if (!(file instanceof File) || !file.size) return about(t.noFile);
  if (file.size > LARGEST_FILE) return about(t.tooLarge);
  const { vendorApplicationDocumentAdd: added } = await gqlAtDeskWithFiles(context, ApplicationPaperAddDocument, { id, kind: paper.kind, file });
  const errors = fieldErrors(added?.errors);
  if (errors.length) return failed(errors.map((error) => ({ ...error, field: paper.field })), "papers");
  return redirect(`${pathOf(id)}?step=papers&done=added#${paper.field}`, 303);
}

export async function removePaper(context: Context, id: string, form: FormData) {
  const { vendorApplicationDocumentRemove: removed } = await gqlAtDesk(context, ApplicationPaperRemoveDocument, { id: readText(form, "paper", 200) });
  const errors = fieldErrors(removed?.errors);
  return errors.length ? failed(errors.map((error) => ({ ...error, field: null })), "papers") : redirect(`${pathOf(id)}?step=papers&done=removed`, 303);
}

export async function sendApplication(context: Context, id: string, form: FormData) {
  const { vendorApplicationSubmit: sent } = await gqlAtDesk(context, ApplicationSendDocument, { id, agreed: readFlag(form, "agreed") });
  const errors = fieldErrors(sent?.errors);
  return errors.length ? failed(errors, "send") : redirect(`${pathOf(id)}#main`, 303);
}

export async function withdrawApplication(context: Context, id: string) {
  const { vendorApplicationWithdraw: withdrawn } = await gqlAtDesk(context, ApplicationWithdrawDocument, { id });
  const errors = fieldErrors(withdrawn?.errors);
  return errors.length ? failed(errors, "send") : redirect(`${HERE}?done=withdrawn`, 303);
}
