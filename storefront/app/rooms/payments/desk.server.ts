import { data, redirect } from "react-router";
import {
  StaffActionRetryDocument, StaffDepositIgnoreDocument, StaffDepositMatchDocument, StaffDepositReopenDocument, StaffDepositsDocument, StaffDepositUnmatchDocument, StaffDifferencesDocument,
  StaffDifferenceSettleDocument, StaffMessageRetryDocument, StaffOverviewDocument, StaffPaymentActionDocument, StaffPaymentDocument, StaffRefundAccountDocument, StaffRefundsDocument, StaffRefundSentDocument,
  StaffStatementApplyDocument, StaffStatementDocument, StaffStatementUploadDocument, type BankDepositStatusEnum, type TransactionActionEnum,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { BANKS } from "./banks.ts";
import { gqlStaff, gqlStaffWithFiles } from "~/rooms/staff/staff.server.ts";

const PAGE = 20;
const LARGEST_FILE = 5_000_000;
const LARGEST_BODY = 6_000_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export type Errors = FieldError[];

/** Where a page starts, from its address. */
export function pageOf(context: Context): { after: string | null; isFirst: boolean } {
  const asked = appOf(context).url.searchParams.get("after");
  const after = asked && asked.length <= 400 ? asked : null;
  return { after, isFirst: after === null };
}

export const parameter = (context: Context, name: string, longest = 100): string => (appOf(context).url.searchParams.get(name) ?? "").trim().slice(0, longest);

/** After a press: the same page with a word on what was done, or the errors as data. */
export function ended(errors: Errors, here: string, done: string, query = "") {
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${here}?${query ? `${query}&` : ""}done=${done}`, 303);
}

export async function loadOverview(context: Context) {
  const { after, isFirst } = pageOf(context);
  const search = parameter(context, "q");
  const found = await gqlStaff(context, StaffOverviewDocument, { filter: search ? { search } : null, first: PAGE, after });
  return { ...found, search, isFirst };
}

export async function retry(context: Context, form: FormData): Promise<Errors> {
  const id = readText(form, "id");
  if (readText(form, "of") === "message") return fieldErrors((await gqlStaff(context, StaffMessageRetryDocument, { id })).providerMessageRetry?.errors);
  return fieldErrors((await gqlStaff(context, StaffActionRetryDocument, { id })).paymentActionRetry?.errors);
}

const STATES: Record<string, BankDepositStatusEnum> = { unmatched: "UNMATCHED", matched: "MATCHED", ignored: "IGNORED" };

export async function loadDeposits(context: Context) {
  const { after, isFirst } = pageOf(context);
  const asked = parameter(context, "state");
  const state = asked in STATES ? (asked as "unmatched" | "matched" | "ignored") : "unmatched";
  const statementId = parameter(context, "statement", 200);
  const [{ bankDeposits }, statement] = await Promise.all([
    gqlStaff(context, StaffDepositsDocument, { filter: { status: [STATES[state] ?? "UNMATCHED"] }, first: PAGE, after }),
    statementId ? gqlStaff(context, StaffStatementDocument, { id: statementId }).then((answer) => answer.bankStatement) : null,
  ]);
  return { deposits: bankDeposits, statement, state, isFirst, done: parameter(context, "done", 20) };
}

/** A body that is too long is not read at all. */
export const isTooLong = (request: Request): boolean => Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > LARGEST_BODY;

/** Hands the file on to the API. Returns the statement's id, or what is wrong with it. */
export async function uploadStatement(context: Context, form: FormData, words: { noFile: string; tooLarge: string }): Promise<{ id: string } | { errors: Errors }> {
  const file = form.get("file");
  if (!(file instanceof File) || !file.size) return { errors: [{ field: "file", code: "REQUIRED", message: words.noFile }] };
  if (file.size > LARGEST_FILE) return { errors: [{ field: "file", code: "INVALID", message: words.tooLarge }] };
  const { bankStatementUpload } = await gqlStaffWithFiles(context, StaffStatementUploadDocument, { file });
  const errors = fieldErrors(bankStatementUpload?.errors);
  return bankStatementUpload?.statement && !errors.length ? { id: bankStatementUpload.statement.id } : { errors };
}

export async function applyStatement(context: Context, id: string): Promise<Errors> {
  return fieldErrors((await gqlStaff(context, StaffStatementApplyDocument, { id })).bankStatementApply?.errors);
}

export async function decideDeposit(context: Context, intent: "match" | "unmatch" | "ignore" | "reopen", form: FormData): Promise<Errors> {
  const id = readText(form, "id");
  const reason = readText(form, "reason", 200);
  switch (intent) {
    case "match": {
      const transactionId = readText(form, "transactionId") || null;
      return fieldErrors((await gqlStaff(context, StaffDepositMatchDocument, { id, transactionId, orderNumber: readText(form, "orderNumber", 20) || null })).bankDepositMatch?.errors);
    }
    case "unmatch":
      return fieldErrors((await gqlStaff(context, StaffDepositUnmatchDocument, { id, reason })).bankDepositUnmatch?.errors);
    case "ignore":
      return fieldErrors((await gqlStaff(context, StaffDepositIgnoreDocument, { id, reason })).bankDepositIgnore?.errors);
    case "reopen":
      return fieldErrors((await gqlStaff(context, StaffDepositReopenDocument, { id })).bankDepositReopen?.errors);
  }
}

export async function loadRefunds(context: Context) {
  const { after, isFirst } = pageOf(context);
  const { refundsToSend } = await gqlStaff(context, StaffRefundsDocument, { first: PAGE, after });
  return { refunds: refundsToSend, isFirst, done: parameter(context, "done", 20) };
}

export async function markSent(context: Context, form: FormData): Promise<Errors> {
  const { refundMarkAsSent } = await gqlStaff(context, StaffRefundSentDocument, { id: readText(form, "id"), reference: readText(form, "reference", 100) });
  return fieldErrors(refundMarkAsSent?.errors);
}

/** Writes down the account that a buyer told on the phone. */
export async function noteAccount(context: Context, form: FormData): Promise<Errors> {
  const bank = BANKS.find((one) => one.code === readText(form, "bank", 20))?.code;
  if (!bank) throw data(null, { status: 400 });
  const account = { orderId: readText(form, "orderId", 200), bank, accountNumber: readText(form, "accountNumber", 40), holder: readText(form, "holder", 60) };
  return fieldErrors((await gqlStaff(context, StaffRefundAccountDocument, account)).refundAccountSet?.errors);
}

export async function loadDifferences(context: Context) {
  const { after, isFirst } = pageOf(context);
  const isSettled = parameter(context, "state") === "settled";
  const { bookDifferences } = await gqlStaff(context, StaffDifferencesDocument, { isSettled, first: PAGE, after });
  return { differences: bookDifferences, isSettled, isFirst, isDone: parameter(context, "done", 20) === "settled" };
}

export async function settleDifference(context: Context, form: FormData): Promise<Errors> {
  const { bookDifferenceSettle } = await gqlStaff(context, StaffDifferenceSettleDocument, { id: readText(form, "id"), note: readText(form, "note", 500) });
  return fieldErrors(bookDifferenceSettle?.errors);
}

export async function loadPayment(context: Context, token: string) {
  if (!UUID.test(token)) throw data(null, { status: 404 });
  const { transaction } = await gqlStaff(context, StaffPaymentDocument, { token });
  if (!transaction) throw data(null, { status: 404 });
  return transaction;
}

export async function askProvider(context: Context, token: string, actionType: TransactionActionEnum, amount: number | null, reason: string): Promise<Errors> {
  const { transactionRequestAction } = await gqlStaff(context, StaffPaymentActionDocument, { token, actionType, amount, refundReason: reason });
  return fieldErrors(transactionRequestAction?.errors);
}
