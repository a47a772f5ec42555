import { data, redirect } from "react-router";
import { BulkApplyDocument, BulkCreateDocument, BulkRowsDocument, BulkRunDocument, BulkRunsDocument, BulkUndoDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { env } from "~/lib/env.server.ts";
import { fieldErrors, readFlag, readText, type FieldError } from "~/lib/form.ts";
import { ApiError } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { ensureAbility, gqlCentre, gqlCentreWithFiles, membershipOf } from "~/rooms/centre/centre.server.ts";
import { missing } from "~/rooms/documents/handOn.server.ts";
import { countOf, runPath, tabOf, workingOf, type Run } from "./state.ts";
import { bulkWords } from "./words.ts";

const PAGE = 10;
export const ROWS = 50;
const LARGEST_FILE = 15_000_000;
const LARGEST_BODY = 15_500_000;
const MOST_PAGES = 200;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const GUARD = { "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store" };
/** A workbook with everything of a large enterprise takes longer to write than a page to answer. */
const PATIENCE_MS = 60_000;

async function listerOf(context: Context, request: Request): Promise<string> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "MANAGE_LISTINGS");
  return membership.vendor.id;
}

/** Another's, one that is not there, and an address that names none end in the same 404. */
async function orMissing<T>(ask: Promise<T>): Promise<T> {
  return ask.catch((error: unknown) => {
    if (error instanceof ApiError && (error.has("GraphQLError") || error.has("NOT_FOUND"))) throw data(null, { status: 404 });
    throw error;
  });
}

export async function loadRuns(context: Context, request: Request) {
  const vendor = await listerOf(context, request);
  const after = appOf(context).url.searchParams.get("after")?.slice(0, 400) || null;
  const { listingImports } = await orMissing(gqlCentre(context, BulkRunsDocument, { vendor, first: PAGE, after }));
  return { runs: listingImports, isFirst: after === null, key: crypto.randomUUID() };
}

const refused = (message: string, status: number, code = "REQUIRED") => data({ errors: [{ field: "file", code, message }] as FieldError[], review: false }, { status });

/** Takes the workbook in. Returns what is wrong with it, or leads to its page. */
export async function upload(context: Context, request: Request) {
  const vendor = await listerOf(context, request);
  const t = bulkWords(appOf(context).language);
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY) return refused(t.tooLarge, 413, "FILE_TOO_LARGE");
  const form = await request.formData();
  const file = form.get("file");
  const review = readFlag(form, "review");
  if (!(file instanceof File) || file.size === 0) return data({ errors: [{ field: "file", code: "REQUIRED", message: t.fileMissing }] as FieldError[], review }, { status: 400 });
  if (file.size > LARGEST_FILE) return refused(t.tooLarge, 413, "FILE_TOO_LARGE");
  const { listingImportCreate: answer } = await gqlCentreWithFiles(context, BulkCreateDocument, { vendor, file, review, key: readText(form, "key", 100) || null });
  const errors = fieldErrors(answer?.errors);
  const id = answer?.listingImport?.id;
  if (errors.length || !id) return data({ errors, review }, { status: 400 });
  return redirect(runPath(id), 303);
}

export async function loadRun(context: Context, request: Request, id: string) {
  await listerOf(context, request);
  const { url } = appOf(context);
  const { listingImport: run } = await orMissing(gqlCentre(context, BulkRunDocument, { id }));
  if (!run) throw data(null, { status: 404 });
  const tab = tabOf(url.searchParams.get("rows"), run);
  const total = tab === "ALL" ? run.rowCount : countOf(run, tab);
  const page = pageOf(url.searchParams.get("page"), total);
  return { run, tab, total, page, rows: workingOf(run.status) ? [] : await rowsOf(context, run, tab === "ALL" ? null : [tab], page) };
}

async function rowsOf(context: Context, run: Run, status: Run["counts"][number]["status"][] | null, page: number) {
  const found = await gqlCentre(context, BulkRowsDocument, { id: run.id, status, first: ROWS, skip: (page - 1) * ROWS });
  return found.listingImport?.rows ?? [];
}

function pageOf(asked: string | null, total: number): number {
  const wished = /^\d{1,3}$/.test(asked ?? "") ? Number(asked) : 1;
  return Math.max(1, Math.min(wished, Math.ceil(total / ROWS), MOST_PAGES));
}

export async function step(context: Context, request: Request, id: string, intent: "apply" | "undo") {
  await listerOf(context, request);
  const answer = intent === "apply" ? (await orMissing(gqlCentre(context, BulkApplyDocument, { id }))).listingImportApply : (await orMissing(gqlCentre(context, BulkUndoDocument, { id }))).listingImportUndo;
  const errors = fieldErrors(answer?.errors);
  if (errors.some((error) => error.code === "NOT_FOUND")) throw data(null, { status: 404 });
  return errors.length ? data({ errors }, { status: 400 }) : redirect(runPath(id), 303);
}

/** The template, or all goods of the enterprise as a workbook: handed on for whom the token stands, not found for everybody else. */
export async function handOnWorkbook(context: Context, request: Request, ask: typeof fetch = fetch): Promise<Response> {
  const vendor = await listerOf(context, request);
  const { session, language, callers, url: here } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  const url = new URL("/workbooks/listings.xlsx", env.apiUrl);
  url.searchParams.set("vendor", vendor);
  if (here.searchParams.get("all") !== "1") url.searchParams.set("empty", "1");
  const headers = { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) };
  const answer = await ask(url, { headers, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (!answer) return new Response("Bad gateway", { status: 502, headers: { "Content-Type": "text/plain; charset=utf-8", ...GUARD } });
  const name = answer.headers.get("content-disposition") ?? "";
  if (answer.status !== 200 || !answer.body || answer.headers.get("content-type") !== XLSX || !name.startsWith("attachment")) {
    await answer.body?.cancel();
    return missing();
  }
  return new Response(answer.body, { headers: { "Content-Type": XLSX, "Content-Disposition": name, ...GUARD } });
}
