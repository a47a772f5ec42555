import { data } from "react-router";
import { PurchaseOrderCancelDocument, PurchaseOrderChangeDecideDocument, PurchaseOrderPageDocument, PurchaseOrdersDocument, type PurchaseOrderFilterInput } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { gqlAgency, membershipOf } from "~/rooms/agency/agency.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { orderWords } from "./words.ts";

const PAGE = 20;
export const TABS = ["open", "change", "canceled", "all"] as const;
export type Tab = (typeof TABS)[number];
const FILTERS: Record<Tab, PurchaseOrderFilterInput> = { open: { status: ["ISSUED", "ACCEPTED", "CHANGE_PROPOSED"] }, change: { status: ["CHANGE_PROPOSED"] }, canceled: { status: ["CANCELED"] }, all: {} };

export async function loadOrders(context: Context, request: Request) {
  await membershipOf(context, request);
  const { searchParams } = appOf(context).url;
  const search = (searchParams.get("q") ?? "").trim().slice(0, 60);
  const tab = TABS.find((one) => one === searchParams.get("state")) ?? "open";
  const { found, isFirst } = await fromCursor(searchParams.get("after"), (after) => gqlAgency(context, PurchaseOrdersDocument, { filter: search ? { search } : FILTERS[tab], first: PAGE, after }));
  return { page: found.purchaseOrders, tab, search, isFirst };
}

/** One purchase order, and what cancelling it would do; the 404 page for one that the reader may not see. */
export async function loadOrder(context: Context, id: string) {
  const { purchaseOrder, purchaseOrderCancelPreview } = await gqlAgency(context, PurchaseOrderPageDocument, { id });
  if (!purchaseOrder) throw data(null, { status: 404 });
  return { order: purchaseOrder, cancellation: purchaseOrderCancelPreview };
}

export async function cancelOrder(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const reason = readText(form, "reason", 500);
  if (!reason) return [{ field: "reason", code: "REQUIRED", message: orderWords(appOf(context).language).needReason }];
  const { purchaseOrderCancel } = await gqlAgency(context, PurchaseOrderCancelDocument, { id, reason });
  return fieldErrors(purchaseOrderCancel?.errors);
}

export async function answerChange(context: Context, id: string, form: FormData, agrees: boolean): Promise<FieldError[]> {
  const note = readText(form, "note", 500);
  if (!agrees && !note) return [{ field: "note", code: "REQUIRED", message: orderWords(appOf(context).language).needNote }];
  const { purchaseOrderChangeDecide } = await gqlAgency(context, PurchaseOrderChangeDecideDocument, { id, change: readText(form, "change", 200), agrees, note });
  return fieldErrors(purchaseOrderChangeDecide?.errors);
}
