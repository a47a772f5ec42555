import { data, redirect } from "react-router";
import {
  BudgetAddDocument, BudgetApplyDocument, BudgetChangeDocument, BudgetDepartmentsDocument, BudgetListDocument, BudgetOneDocument, BudgetRunOneDocument, BudgetRunsDocument, BudgetUndoDocument, BudgetUploadDocument,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { env } from "~/lib/env.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { ApiError } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { ensureAbility, gqlAgency, gqlAgencyWithFiles, membershipOf, type Membership } from "~/rooms/agency/agency.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { missing } from "~/rooms/documents/handOn.server.ts";
import { linePath, OUTCOMES, runPath, seoulYear, wonOf } from "./state.ts";
import { budgetWords } from "./words.ts";

const PAGE = 50;
const MOVES = 20;
const RUNS = 10;
const MOST_LINES = 100;
const ROWS = 200;
const LARGEST_FILE = 10_000_000;
const LARGEST_BODY = 10_200_000;
const PATIENCE_MS = 30_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const GUARD = { "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store" };

export const keeps = ({ abilities }: Membership): boolean => abilities.includes("PAY") || abilities.includes("ADMINISTER");

async function readerOf(context: Context, request: Request): Promise<Membership> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "REQUEST", "APPROVE", "PAY", "ADMINISTER");
  return membership;
}

export async function keeperOf(context: Context, request: Request): Promise<Membership> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "PAY", "ADMINISTER");
  return membership;
}

async function orMissing<T>(ask: Promise<T>): Promise<T> {
  return ask.catch((error: unknown) => {
    if (error instanceof ApiError && error.has("GraphQLError")) throw data(null, { status: 404 });
    throw error;
  });
}

const yearOf = (asked: string | null): number => (/^20\d\d$/.test(asked ?? "") ? Number(asked) : seoulYear());

/** The departments that have lines the person may see. */
async function departmentsOf(context: Context, agency: string) {
  const { budgetLines } = await gqlAgency(context, BudgetDepartmentsDocument, { agency, first: MOST_LINES });
  const found = new Map(nodesOf(budgetLines).flatMap(({ department }) => (department ? [[department.id, department.name] as const] : [])));
  return [...found].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, "ko"));
}

export async function loadBudgets(context: Context, request: Request) {
  const membership = await readerOf(context, request);
  const { url } = appOf(context);
  const year = yearOf(url.searchParams.get("year"));
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const of = (url.searchParams.get("of") ?? "").slice(0, 100);
  const asked = url.searchParams.get("after");
  const after = asked && asked.length <= 400 ? asked : null;
  const isClosed = url.searchParams.get("closed") === "1";
  const whose = of === "all" ? { isOfAll: true } : of ? { department: of } : {};
  const [found, departments] = await Promise.all([
    orMissing(gqlAgency(context, BudgetListDocument, { agency: membership.agency.id, year, ...whose, search, isActive: !isClosed, first: PAGE, after })),
    departmentsOf(context, membership.agency.id),
  ]);
  return { ...found, departments, year, search, of, isClosed, isFirst: after === null, mayKeep: keeps(membership), ok: url.searchParams.get("ok"), key: crypto.randomUUID(), ownDepartments: membership.department ? [membership.department] : [] };
}

const amountError = (context: Context): FieldError => ({ field: "appropriated", code: "INVALID", message: budgetWords(appOf(context).language).badAmount });

/** Adds a line; leads to it, or tells what is wrong with what was typed. */
export async function addLine(context: Context, request: Request) {
  const membership = await keeperOf(context, request);
  const form = await request.formData();
  const given = Object.fromEntries(["fiscalYear", "department", "account", "project", "code", "name", "appropriated", "note"].map((name) => [name, readText(form, name, 200)]));
  const amount = wonOf(given.appropriated ?? "");
  if (amount === null) return data({ errors: [amountError(context)], given }, { status: 400 });
  const { budgetLineCreate: answer } = await gqlAgency(context, BudgetAddDocument, {
    agency: membership.agency.id,
    key: readText(form, "key", 100) || null,
    input: {
      fiscalYear: yearOf(given.fiscalYear ?? null), department: given.department || null, account: given.account ?? "", project: given.project ?? "", code: given.code ?? "", name: given.name ?? "",
      appropriated: amount, note: given.note ?? "",
    },
  });
  const errors = fieldErrors(answer?.errors);
  const id = answer?.budgetLine?.id;
  return errors.length || !id ? data({ errors, given }, { status: 400 }) : redirect(`${linePath(id)}?ok=added`, 303);
}

export async function loadLine(context: Context, request: Request, id: string) {
  const membership = await readerOf(context, request);
  const { url } = appOf(context);
  const asked = url.searchParams.get("after");
  const after = asked && asked.length <= 400 ? asked : null;
  const { budgetLine: line } = await orMissing(gqlAgency(context, BudgetOneDocument, { id, first: MOVES, after }));
  if (!line) throw data(null, { status: 404 });
  return { line, isFirst: after === null, mayKeep: keeps(membership), ok: url.searchParams.get("ok") };
}

export async function changeLine(context: Context, request: Request, id: string) {
  await keeperOf(context, request);
  const form = await request.formData();
  const intent = readText(form, "intent", 20);
  const given = { appropriated: readText(form, "appropriated", 30), name: readText(form, "name", 200), note: readText(form, "note", 200) };
  const amount = intent === "change" ? wonOf(given.appropriated) : null;
  if (intent === "change" && amount === null) return data({ errors: [amountError(context)], given }, { status: 400 });
  const input = intent === "change" ? { appropriated: amount, name: given.name, note: given.note } : { isActive: intent === "reopen", note: given.note };
  const { budgetLineUpdate: answer } = await gqlAgency(context, BudgetChangeDocument, { id, input });
  const errors = fieldErrors(answer?.errors);
  if (errors.some((error) => error.code === "NOT_FOUND")) throw data(null, { status: 404 });
  return errors.length ? data({ errors, given }, { status: 400 }) : redirect(`${linePath(id)}?ok=changed`, 303);
}

export async function loadImport(context: Context, request: Request) {
  const membership = await keeperOf(context, request);
  const { url } = appOf(context);
  const id = url.searchParams.get("run");
  const outcome = OUTCOMES.find((one) => one === url.searchParams.get("rows")) ?? null;
  const { budgetImports } = await gqlAgency(context, BudgetRunsDocument, { agency: membership.agency.id, first: RUNS });
  const run = id ? (await orMissing(gqlAgency(context, BudgetRunOneDocument, { id, outcome, first: ROWS }))).budgetImport : null;
  if (id && !run) throw data(null, { status: 404 });
  return { run, outcome, runs: nodesOf(budgetImports), year: yearOf(url.searchParams.get("year")), ok: url.searchParams.get("ok") };
}

/** Takes a workbook in, applies it, or takes it back. */
export async function importStep(context: Context, request: Request) {
  const membership = await keeperOf(context, request);
  const t = budgetWords(appOf(context).language);
  const refused = (message: string, status: number) => data({ errors: [{ field: "file", code: "INVALID", message }] as FieldError[] }, { status });
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY) return refused(t.tooLarge, 413);
  const form = await request.formData();
  const id = readText(form, "run", 200);
  const intent = readText(form, "intent", 20);
  if (intent === "apply" || intent === "undo") {
    const answer = intent === "apply" ? (await gqlAgency(context, BudgetApplyDocument, { id })).budgetImportApply : (await gqlAgency(context, BudgetUndoDocument, { id })).budgetImportUndo;
    const errors = fieldErrors(answer?.errors);
    if (errors.some((error) => error.code === "NOT_FOUND")) throw data(null, { status: 404 });
    return errors.length ? data({ errors }, { status: 400 }) : redirect(`${runPath(id)}&ok=${intent}`, 303);
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused(t.fileMissing, 400);
  if (file.size > LARGEST_FILE) return refused(t.tooLarge, 413);
  const { budgetImportCreate: answer } = await gqlAgencyWithFiles(context, BudgetUploadDocument, { agency: membership.agency.id, year: yearOf(readText(form, "year", 10)), file });
  const errors = fieldErrors(answer?.errors);
  const made = answer?.budgetImport?.id;
  return errors.length || !made ? data({ errors }, { status: 400 }) : redirect(runPath(made), 303);
}

/** The template, or the lines of a year as a workbook: handed on for whom the token stands, not found for everybody else. */
export async function handOnBudget(context: Context, request: Request, ask: typeof fetch = fetch): Promise<Response> {
  const membership = await readerOf(context, request);
  const { session, language, callers, url: here } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  const url = new URL("/workbooks/budgets.xlsx", env.apiUrl);
  url.searchParams.set("agency", membership.agency.id);
  url.searchParams.set("year", String(yearOf(here.searchParams.get("year"))));
  if (here.searchParams.get("empty") === "1") url.searchParams.set("empty", "1");
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
