import { data, redirect } from "react-router";
import {
  VendorQuoteAskDocument, VendorQuoteDeclineDocument, VendorQuoteFileAddDocument, VendorQuoteFileRemoveDocument, VendorQuoteRequestOneDocument, VendorQuoteRequestsDocument, VendorQuoteSeenDocument,
  VendorQuoteSubmitDocument, VendorQuoteWithdrawDocument,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readIntent, readText, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre, gqlCentreWithFiles, membershipOf } from "~/rooms/centre/centre.server.ts";
import { inputOf, readAnswer, startOf, totalOf, type Answer } from "./answer.ts";
import { askedPath } from "./parts.tsx";
import { quoteWords } from "./words.ts";

const PAGE = 20;

async function vendorOf(context: Context, request: Request): Promise<string> {
  const membership = await membershipOf(context, request);
  if (!membership.abilities.includes("HANDLE_ORDERS") && !membership.abilities.includes("MANAGE_LISTINGS")) throw data(null, { status: 403 });
  return membership.vendor.id;
}

export async function loadAskedList(context: Context, request: Request) {
  const vendor = await vendorOf(context, request);
  const { searchParams } = appOf(context).url;
  const isPast = searchParams.get("tab") === "past";
  const after = searchParams.get("after");
  const { vendorQuoteRequests } = await gqlCentre(context, VendorQuoteRequestsDocument, { vendor, open: !isPast, first: PAGE, after });
  return { page: vendorQuoteRequests, isPast, isFirst: !after };
}

async function readAsked(context: Context, id: string, search = "") {
  const { vendorQuoteRequest } = await gqlCentre(context, VendorQuoteRequestOneDocument, { id, search: search || null });
  if (!vendorQuoteRequest) throw data(null, { status: 404 });
  return vendorQuoteRequest;
}

export async function loadAsked(context: Context, request: Request, id: string) {
  await vendorOf(context, request);
  const { searchParams } = appOf(context).url;
  const search = (searchParams.get("goods") ?? "").trim().slice(0, 60);
  const asked = await readAsked(context, id, search);
  if (asked.status === "INVITED" && asked.isOpen) await gqlCentre(context, VendorQuoteSeenDocument, { id });
  return { asked, start: startOf(asked), search, step: searchParams.get("step"), done: searchParams.get("done") };
}

interface Stays { errors: FieldError[]; answer: Answer | null; total: number | null }
const stays = (kept: Stays) => data(kept, { status: kept.errors.length ? 400 : 200 });

export async function actOnAsked(context: Context, request: Request, id: string) {
  await vendorOf(context, request);
  const form = await request.formData();
  const intent = readIntent(form, ["calculate", "submit", "withdraw", "decline", "ask", "file", "unfile"]);
  if (intent === "calculate" || intent === "submit") return answer(context, id, form, intent);
  const [errors, done] = await step(context, id, intent, form);
  return errors.length ? stays({ errors, answer: null, total: null }) : redirect(askedPath(id, `?done=${done}`), 303);
}

async function answer(context: Context, id: string, form: FormData, intent: "calculate" | "submit") {
  const asked = await readAsked(context, id);
  const typed = readAnswer(form, asked);
  const total = totalOf(typed, asked);
  const input = inputOf(typed);
  const bad: FieldError[] = [{ field: null, code: "INVALID", message: quoteWords(appOf(context).language).bad }];
  if (intent === "calculate") return stays({ errors: total === null ? bad : [], answer: typed, total });
  if (!input) return stays({ errors: bad, answer: typed, total });
  const errors = fieldErrors((await gqlCentre(context, VendorQuoteSubmitDocument, { id, input })).vendorQuoteSubmit?.errors);
  return errors.length ? stays({ errors, answer: typed, total }) : redirect(askedPath(id, "?done=submitted"), 303);
}

async function step(context: Context, id: string, intent: string, form: FormData): Promise<[FieldError[], string]> {
  switch (intent) {
    case "withdraw":
      return [fieldErrors((await gqlCentre(context, VendorQuoteWithdrawDocument, { id })).vendorQuoteWithdraw?.errors), "withdrawn"];
    case "decline":
      return [fieldErrors((await gqlCentre(context, VendorQuoteDeclineDocument, { id, reason: readText(form, "reason", 600) })).vendorQuoteDecline?.errors), "declined"];
    case "ask":
      return [fieldErrors((await gqlCentre(context, VendorQuoteAskDocument, { id, question: readText(form, "question", 2_100) })).vendorQuoteAsk?.errors), "asked"];
    case "file": {
      const file = form.get("file");
      if (!(file instanceof File) || !file.size) return [[], "file"];
      return [fieldErrors((await gqlCentreWithFiles(context, VendorQuoteFileAddDocument, { id, file })).vendorQuoteFileAdd?.errors), "file"];
    }
    default:
      return [fieldErrors((await gqlCentre(context, VendorQuoteFileRemoveDocument, { id: readText(form, "file", 200) })).vendorQuoteFileRemove?.errors), "file"];
  }
}
