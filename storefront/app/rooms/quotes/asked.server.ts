import { data, redirect } from "react-router";
import {
  VendorQuoteAskDocument, VendorQuoteDeclineDocument, VendorQuoteFileAddDocument, VendorQuoteFileRemoveDocument, VendorQuoteGoodsDocument, VendorQuoteRequestOneDocument, VendorQuoteRequestsDocument,
  VendorQuoteSeenDocument, VendorQuoteSubmitDocument, VendorQuoteWithdrawDocument, type QuoteInvitationStatusEnum,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, readIntent, readText, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre, gqlCentreWithFiles, membershipOf } from "~/rooms/centre/centre.server.ts";
import { faultsOf, inputOf, isSame, knownOf, readTyped, startOf, sumsOf, type Answer, type Asked, type Goods, type Sums, type Typed } from "./answer.ts";
import { askedWords } from "./askedWords.ts";
import { askedPath } from "./parts.tsx";
import { tabOf, type Tab } from "./standing.ts";

const PAGE = 20;
const UNANSWERED: QuoteInvitationStatusEnum[] = ["INVITED", "SEEN"];
const OF_TAB: Record<Tab, { open: boolean; statuses: QuoteInvitationStatusEnum[] | null }> = {
  waiting: { open: true, statuses: UNANSWERED }, answered: { open: true, statuses: ["ANSWERED", "DECLINED"] }, past: { open: false, statuses: null },
};

async function vendorOf(context: Context, request: Request): Promise<string> {
  const membership = await membershipOf(context, request);
  if (!membership.abilities.includes("HANDLE_ORDERS") && !membership.abilities.includes("MANAGE_LISTINGS")) throw data(null, { status: 403 });
  return membership.vendor.id;
}

export async function loadAskedList(context: Context, request: Request) {
  const vendor = await vendorOf(context, request);
  const { searchParams } = appOf(context).url;
  const tab = tabOf(searchParams.get("tab"));
  const { found, isFirst } = await fromCursor(searchParams.get("after"), (after) => gqlCentre(context, VendorQuoteRequestsDocument, { vendor, ...OF_TAB[tab], first: PAGE, after }));
  return { page: found.vendorQuoteRequests, waiting: found.waiting?.totalCount ?? 0, tab, isFirst, now: new Date().toISOString() };
}

async function readAsked(context: Context, id: string) {
  const { vendorQuoteRequest } = await gqlCentre(context, VendorQuoteRequestOneDocument, { id });
  if (!vendorQuoteRequest) throw data(null, { status: 404 });
  return vendorQuoteRequest;
}

/** What the selects offer: `found` by the words that were looked for, and by id what is chosen already. */
export interface Shelf { found: Record<string, Goods[]>; named: Goods[] }

/** Asks only for what the first hundred goods do not tell. */
async function shelfOf(context: Context, id: string, asked: Asked, answer: Answer): Promise<Shelf> {
  const known = knownOf(asked.listings);
  const ids = [...new Set(answer.lines.map((line) => line.variantId).filter((one) => one && !known.has(one)))];
  const words = [...new Set(answer.lines.map((line) => line.find).filter(Boolean))];
  if (!ids.length && !words.length) return { found: {}, named: [] };
  const answers = await Promise.all((words.length ? words : [""]).map((search) => gqlCentre(context, VendorQuoteGoodsDocument, { id, search, ids })));
  return { found: Object.fromEntries(words.map((search, at) => [search, answers[at]?.vendorQuoteRequest?.found ?? []])), named: answers[0]?.vendorQuoteRequest?.named ?? [] };
}

export async function loadAsked(context: Context, request: Request, id: string) {
  await vendorOf(context, request);
  const asked = await readAsked(context, id);
  if (asked.status === "INVITED" && asked.isOpen) await gqlCentre(context, VendorQuoteSeenDocument, { id });
  const start = startOf(asked);
  return { asked, start, shelf: await shelfOf(context, id, asked, start), done: appOf(context).url.searchParams.get("done"), now: new Date().toISOString() };
}

/** The page drawn again with all that was typed. */
interface Kept { errors: FieldError[]; typed: Typed; shelf: Shelf; sums: Sums | null; done: string | null; isLeaving: boolean }
interface Work { context: Context; id: string; asked: Asked; typed: Typed; shelf: Shelf; form: FormData }

function stays({ typed, shelf }: Work, kept: Partial<Kept>) {
  const all: Kept = { errors: [], sums: null, done: null, isLeaving: false, typed, shelf, ...kept };
  return data(all, { status: all.errors.length ? 400 : 200 });
}

const INTENTS = ["find", "enter", "calculate", "submit", "leave", "stay", "withdraw", "decline", "ask", "file", "unfile"] as const;
type Intent = (typeof INTENTS)[number];

/** "find-3" and "unfile-<id>" name what they are about. */
function intentOf(form: FormData): { intent: Intent; about: string } {
  const [, name, about = ""] = /^(find|unfile)-(.+)$/.exec(readText(form, "intent", 200)) ?? [];
  return { intent: name === "find" || name === "unfile" ? name : readIntent(form, INTENTS), about };
}

export async function actOnAsked(context: Context, request: Request, id: string) {
  await vendorOf(context, request);
  const form = await request.formData();
  const { intent, about } = intentOf(form);
  const asked = await readAsked(context, id);
  const typed = readTyped(form, asked);
  const work: Work = { context, id, asked, typed, form, shelf: await shelfOf(context, id, asked, typed.answer) };
  if (!asked.isOpen) return stays(work, { errors: [{ field: null, code: "NOT_OPEN", message: askedWords(appOf(context).language).late }] });
  if (intent === "find" || intent === "stay") return stays(work, {});
  if (intent === "enter") return stays(work, { sums: sumsOf(typed.answer, asked, knownOn(work)) });
  if (intent === "leave") return stays(work, { isLeaving: true });
  if (intent === "calculate" || intent === "submit") return giveAnswer(work, intent === "submit");
  const { errors, done, rest } = await step(work, intent, about);
  if (errors.length) return stays(work, { errors, isLeaving: intent === "decline" || intent === "withdraw" });
  return goOn(work, done, rest);
}

/** On to the page as it is now; where something typed is not sent yet, the page is drawn with it instead. */
function goOn(work: Work, done: string, rest: Partial<Typed>) {
  const { answer: own, question = "", reason = "" } = rest;
  const isTyped = Boolean(question || reason) || Boolean(own && !isSame(own, startOf(work.asked)));
  return isTyped ? stays(work, { done, typed: { answer: own ?? work.typed.answer, question, reason } }) : redirect(askedPath(work.id, `?done=${done}`), 303);
}

/** The API's names of fields in those of the page; what it says of all items stands at none of them. */
const PAGE_FIELDS: Record<string, string | null> = { deliveryDays: "days", items: null, id: null };
const atFields = (errors: FieldError[]): FieldError[] => errors.map((error) => ({ ...error, field: error.field !== null && error.field in PAGE_FIELDS ? (PAGE_FIELDS[error.field] ?? null) : error.field }));

const knownOn = ({ asked, shelf }: Work) => knownOf(asked.listings, shelf.named, ...Object.values(shelf.found));

async function giveAnswer(work: Work, isWhole: boolean) {
  const { context, id, asked, typed } = work;
  const t = askedWords(appOf(context).language);
  const known = knownOn(work);
  const errors = faultsOf(typed.answer, known, isWhole).map(({ field, kind, at }): FieldError => ({ field, code: "INVALID", message: t.faults[kind](at === null ? "" : t.named(at + 1, asked.items[at]?.name ?? "")) }));
  const sums = sumsOf(typed.answer, asked, known);
  if (errors.length || !isWhole) return stays(work, { errors, sums });
  const refused = atFields(fieldErrors((await gqlCentre(context, VendorQuoteSubmitDocument, { id, input: inputOf(typed.answer) })).vendorQuoteSubmit?.errors));
  return refused.length ? stays(work, { errors: refused, sums }) : goOn(work, "submitted", { question: typed.question });
}

interface Stepped { errors: FieldError[]; done: string; rest: Partial<Typed> }
const missing = (field: string, message: string): FieldError[] => [{ field, code: "REQUIRED", message }];

async function step(work: Work, intent: Exclude<Intent, "find" | "enter" | "stay" | "leave" | "calculate" | "submit">, about: string): Promise<Stepped> {
  const { context, id, typed } = work;
  const { answer: own, question, reason } = typed;
  switch (intent) {
    case "withdraw":
      return { errors: atFields(fieldErrors((await gqlCentre(context, VendorQuoteWithdrawDocument, { id })).vendorQuoteWithdraw?.errors)), done: "withdrawn", rest: { question } };
    case "decline":
      return { errors: await decline(context, id, reason), done: "declined", rest: { question } };
    case "ask":
      return { errors: await ask(work), done: "asked", rest: { answer: own, reason } };
    case "file":
      return { errors: await addFile(work), done: "file", rest: typed };
    default:
      return { errors: atFields(fieldErrors((await gqlCentre(context, VendorQuoteFileRemoveDocument, { id: about })).vendorQuoteFileRemove?.errors)), done: "file", rest: { answer: own, question, reason } };
  }
}

async function decline(context: Context, id: string, reason: string): Promise<FieldError[]> {
  if (!reason) return missing("reason", askedWords(appOf(context).language).reasonMissing);
  return atFields(fieldErrors((await gqlCentre(context, VendorQuoteDeclineDocument, { id, reason })).vendorQuoteDecline?.errors));
}

/** A page that was drawn instead of left may be sent again: the same question is not asked twice. */
async function ask({ context, id, asked, typed: { question } }: Work): Promise<FieldError[]> {
  if (!question) return missing("question", askedWords(appOf(context).language).questionMissing);
  if (asked.questions.some((one) => one.isOwn && one.question === question)) return [];
  return atFields(fieldErrors((await gqlCentre(context, VendorQuoteAskDocument, { id, question })).vendorQuoteAsk?.errors));
}

async function addFile({ context, id, form }: Work): Promise<FieldError[]> {
  const file = form.get("file");
  if (!(file instanceof File) || !file.size) return missing("file", askedWords(appOf(context).language).fileMissing);
  return atFields(fieldErrors((await gqlCentreWithFiles(context, VendorQuoteFileAddDocument, { id, file })).vendorQuoteFileAdd?.errors));
}
