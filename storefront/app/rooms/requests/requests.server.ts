import { data } from "react-router";
import { RequestDecideDocument, RequestDeleteDocument, RequestPageDocument, RequestsDocument, RequestWithdrawDocument, type PurchaseRequestDecisionEnum, type RequestFullFragment } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { gqlAgency, membershipOf } from "~/rooms/agency/agency.server.ts";
import { loadCounts } from "~/rooms/agency/today.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { decisionFaults, readDecision, type Decision, type DecisionIntent } from "./decide.ts";
import { filterOf, tabOf, tabsOf } from "./tabs.ts";
import { requestWords } from "./words.ts";

const PAGE = 20;
const LONGEST_SEARCH = 60;

/** One page of the list, by tab or by what was searched for. */
export async function loadRequests(context: Context, request: Request) {
  const membership = await membershipOf(context, request);
  const counts = await loadCounts(context, request);
  const { searchParams } = appOf(context).url;
  const search = (searchParams.get("q") ?? "").trim().slice(0, LONGEST_SEARCH);
  const tab = tabOf(searchParams.get("tab"), membership, counts?.requestsToDecide ?? 0);
  const { found, isFirst } = await fromCursor(searchParams.get("after"), (after) => gqlAgency(context, RequestsDocument, { filter: filterOf(tab, membership, search), first: PAGE, after }));
  return { page: found.purchaseRequests, tab, tabs: tabsOf(membership), search, isFirst, toDecide: counts?.requestsToDecide ?? 0, canRequest: membership.abilities.includes("REQUEST"), now: new Date().toISOString() };
}

/** One request with everything; the 404 page for one that the reader may not see. */
export async function loadRequest(context: Context, id: string): Promise<RequestFullFragment> {
  const { purchaseRequest } = await gqlAgency(context, RequestPageDocument, { id, language: appOf(context).languageCode });
  if (!purchaseRequest) throw data(null, { status: 404 });
  return purchaseRequest;
}

const SAID: Record<DecisionIntent, PurchaseRequestDecisionEnum> = { approve: "APPROVE", sendBack: "SEND_BACK", reject: "REJECT" };

export interface Decided {
  decision: Decision;
  errors: FieldError[];
  /** Rejecting all ends the request: asked once more before it is done. */
  isAsked: boolean;
}

/** One decision as the form says it, for the round and the total that stood on the page. */
export async function decide(context: Context, id: string, intent: DecisionIntent, form: FormData): Promise<Decided> {
  const t = requestWords(appOf(context).language);
  const lineIds = form.getAll("lines").filter((line): line is string => typeof line === "string");
  const decision = readDecision(form, lineIds);
  const errors = decisionFaults(intent, decision, lineIds.length, { reason: t.needReason, comment: t.needComment, allRejected: t.allRejected });
  if (errors.length || (intent === "reject" && !form.has("sure"))) return { decision, errors, isAsked: !errors.length };
  const { purchaseRequestDecide } = await gqlAgency(context, RequestDecideDocument, {
    id, decision: SAID[intent], round: Number(readText(form, "round", 5)) || 0, total: Number(readText(form, "total", 20)) || 0, comment: decision.comment, lines: intent === "approve" ? decision.rejections : [], step: readText(form, "step", 200) || null,
  });
  return { decision, errors: fieldErrors(purchaseRequestDecide?.errors), isAsked: false };
}

export async function withdraw(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const { purchaseRequestWithdraw } = await gqlAgency(context, RequestWithdrawDocument, { id, reason: readText(form, "reason", 500) });
  return fieldErrors(purchaseRequestWithdraw?.errors);
}

export async function remove(context: Context, id: string): Promise<FieldError[]> {
  const { purchaseRequestDelete } = await gqlAgency(context, RequestDeleteDocument, { id });
  return fieldErrors(purchaseRequestDelete?.errors);
}
