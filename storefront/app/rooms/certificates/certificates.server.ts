import { data, redirect } from "react-router";
import {
  CentreCertificateDocument, CentreCertificateKindsDocument, CentreCertificateReplaceDocument, CentreCertificateSubmitDocument, CentreCertificateWithdrawDocument, CentreCertificatesDocument, StaffCertificateDocument,
  StaffCertificateRejectDocument, StaffCertificateRevokeDocument, StaffCertificateVerifyDocument, StaffCertificatesDocument, VendorWaysDocument, type CertificateStandingEnum, type PurchaseKindEnum,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { ApiError, gqlPublic } from "~/lib/graphql.server.ts";
import type { AppContext } from "~/lib/context.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { ensureAbility, gqlCentre, gqlCentreWithFiles, membershipOf } from "~/rooms/centre/centre.server.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { certificateWords } from "./words.ts";

const PAGE = 20;
const LARGEST_FILE = 10_000_000;
const LARGEST_BODY = 11_000_000;
const DAY = /^\d{4}-\d\d-\d\d$/;
export const STANDINGS = ["WAITING", "EXPIRING", "VALID", "EXPIRED", "RETURNED", "REVOKED"] as const satisfies readonly CertificateStandingEnum[];

const NOWHERE = ["GraphQLError", "NOT_FOUND"];

/** Another's, one that is not there, and an address that names none end in the same 404. */
async function orMissing<T>(ask: Promise<T>): Promise<T> {
  return ask.catch((error: unknown) => {
    if (error instanceof ApiError && NOWHERE.some((code) => error.has(code))) throw data(null, { status: 404 });
    throw error;
  });
}

async function keeperOf(context: Context, request: Request): Promise<string> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "MANAGE_CERTIFICATES");
  return membership.vendor.id;
}

/** All certificates of the enterprise, and every way of contracting that is open. Also for the centre's first page. */
export async function loadCertificates(context: Context, vendor: string) {
  const { languageCode: language } = appOf(context);
  const found = await orMissing(gqlCentre(context, CentreCertificatesDocument, { vendor, language }));
  return { certificates: found.vendorCertificates ?? [], ways: found.vendor?.buyingCeilings ?? [] };
}

export async function loadCertificatesPage(context: Context, request: Request) {
  const asked = appOf(context).url.searchParams.get("done") ?? "";
  return { ...(await loadCertificates(context, await keeperOf(context, request))), done: asked.slice(0, 20) };
}

export async function loadCertificate(context: Context, request: Request, id: string) {
  const vendor = await keeperOf(context, request);
  const { languageCode: language } = appOf(context);
  const { vendorCertificate: certificate } = await orMissing(gqlCentre(context, CentreCertificateDocument, { id, language }));
  // Of another enterprise the person works for as well: that one is chosen first.
  if (!certificate || certificate.vendor?.id !== vendor) throw data(null, { status: 404 });
  return certificate;
}

export interface Typed {
  number: string;
  authority: string;
  issuedOn: string;
  validUntil: string;
  item: string;
}

/** What stands in the form of a new certificate: the kinds to choose from, or the one chosen; for a renewal or a second try, what is known. */
export async function loadNew(context: Context, request: Request) {
  await keeperOf(context, request);
  const { url, languageCode: language } = appOf(context);
  const { certificateKinds: kinds } = await gqlCentre(context, CentreCertificateKindsDocument, { language });
  const renews = url.searchParams.get("renew");
  const mends = url.searchParams.get("again");
  const known = renews || mends ? await loadCertificate(context, request, (renews || mends) as string) : null;
  const code = known?.kind.code ?? url.searchParams.get("kind");
  const kind = kinds.find((one) => one.code === code) ?? null;
  const typed: Typed = {
    number: mends && known ? known.number : "",
    authority: known?.authority ?? kind?.authority ?? "",
    issuedOn: mends && known ? known.issuedOn : "",
    validUntil: mends && known ? (known.validUntil ?? "") : "",
    item: known?.item ?? "",
  };
  return { kinds, kind, renews: renews ? known : null, typed };
}

function readPaper(form: FormData): Typed {
  return { number: readText(form, "number", 100), authority: readText(form, "authority", 200), issuedOn: readText(form, "issuedOn", 10), validUntil: readText(form, "validUntil", 10), item: readText(form, "item", 300) };
}

/** Hands in what the form holds. Returns what is wrong, with what was typed; leads on when it went well. */
export async function handIn(context: Context, request: Request) {
  const vendor = await keeperOf(context, request);
  const t = certificateWords(appOf(context).language);
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY) {
    return data({ errors: [{ field: "file", code: "FILE_TOO_LARGE", message: t.tooLarge }], typed: null }, { status: 413 });
  }
  const form = await request.formData();
  const typed = readPaper(form);
  const file = form.get("file");
  const errors: FieldError[] = [];
  if (!(file instanceof File) || file.size === 0) errors.push({ field: "file", code: "REQUIRED", message: t.fileMissing });
  else if (file.size > LARGEST_FILE) errors.push({ field: "file", code: "FILE_TOO_LARGE", message: t.tooLarge });
  if (!DAY.test(typed.issuedOn)) errors.push({ field: "issuedOn", code: "REQUIRED", message: t.badDay });
  if (typed.validUntil && !DAY.test(typed.validUntil)) errors.push({ field: "validUntil", code: "INVALID", message: t.badDay });
  if (errors.length || !(file instanceof File)) return data({ errors, typed }, { status: 400 });

  const input = { number: typed.number, authority: typed.authority || null, issuedOn: typed.issuedOn, validUntil: typed.validUntil || null, item: typed.item || null };
  const renews = readText(form, "renews", 100);
  const answer = await sendPaper(context, { vendor, kind: readText(form, "kind", 60), renews, input, file }, t.badDay);
  if (answer.length) return data({ errors: answer, typed }, { status: 400 });
  return redirect("/vendor/certificates?done=sent", 303);
}

interface Paper {
  vendor: string;
  kind: string;
  renews: string;
  input: { number: string; authority: string | null; issuedOn: string; validUntil: string | null; item: string | null };
  file: File;
}

/** A day that the calendar does not have (31 February) is refused by the API as a whole: it is told as a mistake of the field. */
async function sendPaper(context: Context, { vendor, kind, renews, input, file }: Paper, badDay: string): Promise<FieldError[]> {
  try {
    if (renews) return fieldErrors((await gqlCentreWithFiles(context, CentreCertificateReplaceDocument, { id: renews, input, file })).certificateReplace?.errors);
    return fieldErrors((await gqlCentreWithFiles(context, CentreCertificateSubmitDocument, { vendor, kind, input, file })).certificateSubmit?.errors);
  } catch (error) {
    if (error instanceof ApiError && error.has("GraphQLError")) return [{ field: "issuedOn", code: "INVALID", message: badDay }];
    throw error;
  }
}

export async function withdraw(context: Context, request: Request, id: string) {
  await keeperOf(context, request);
  const { certificateWithdraw } = await gqlCentre(context, CentreCertificateWithdrawDocument, { id });
  const errors = fieldErrors(certificateWithdraw?.errors);
  return errors.length ? data({ errors }, { status: 400 }) : redirect("/vendor/certificates?done=withdrawn", 303);
}

export async function loadQueue(context: Context) {
  const { url, languageCode: language } = appOf(context);
  const asked = url.searchParams.get("standing");
  const standing = STANDINGS.find((one) => one === asked) ?? "WAITING";
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const after = url.searchParams.get("after")?.slice(0, 400) || null;
  const ask = (from: string | null) => gqlStaff(context, StaffCertificatesDocument, { filter: { standing, search: search || null }, first: PAGE, after: from, language });
  const { certificatesToCheck } = await ask(after).catch((error: unknown) => {
    if (!(error instanceof ApiError) || !after || !error.has("GraphQLError")) throw error;
    return ask(null);
  });
  return { page: certificatesToCheck, standing, search, isFirst: after === null, done: (url.searchParams.get("done") ?? "").slice(0, 20) };
}

export async function loadCase(context: Context, id: string) {
  const { languageCode: language } = appOf(context);
  const { vendorCertificate } = await orMissing(gqlStaff(context, StaffCertificateDocument, { id, language }));
  if (!vendorCertificate) throw data(null, { status: 404 });
  return vendorCertificate;
}

export async function decide(context: Context, id: string, intent: "verify" | "reject" | "revoke", form: FormData): Promise<FieldError[]> {
  const reason = readText(form, "reason", 1_000);
  switch (intent) {
    case "verify":
      return fieldErrors((await gqlStaff(context, StaffCertificateVerifyDocument, { id })).certificateVerify?.errors);
    case "reject":
      return fieldErrors((await gqlStaff(context, StaffCertificateRejectDocument, { id, reason })).certificateReject?.errors);
    case "revoke":
      return fieldErrors((await gqlStaff(context, StaffCertificateRevokeDocument, { id, reason })).certificateRevoke?.errors);
  }
}

/** The ways of contracting with an enterprise, and those open for one amount without VAT. */
export async function loadWays(app: AppContext, slug: string, kind: PurchaseKindEnum, amount: number) {
  const { vendor } = await gqlPublic(VendorWaysDocument, { slug, kind, amount: Math.max(1, Math.round(amount)), language: app.languageCode });
  return { all: vendor?.buyingCeilings ?? [], here: vendor?.buyingRoutes ?? [] };
}
