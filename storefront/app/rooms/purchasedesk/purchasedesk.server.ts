import { data, redirect } from "react-router";
import {
  VendorPurchaseAcceptDocument, VendorPurchaseDocument, VendorPurchaseOfDocument, VendorPurchaseProposeDocument, VendorPurchasesDocument, VendorPurchaseWorthDocument,
  type PurchaseOrderFilterInput, type VendorPurchaseOfQuery, type VendorPurchaseQuery,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { handlingVendor } from "~/rooms/orderdesk/orderdesk.server.ts";
import { wishOf, type Wish } from "./wish.ts";
import { purchaseWords } from "./words.ts";

export type Purchase = NonNullable<VendorPurchaseQuery["vendorPurchaseOrder"]>;
export type PurchaseNote = NonNullable<VendorPurchaseOfQuery["vendorPurchaseOrders"]>["edges"][number]["node"];
export interface Asking { wish: Wish; typed: Record<string, string>; less: { orderLineId: string; amount: number }[]; total: number; isCounted: boolean }

const PAGE = 20;
export const TABS = ["waiting", "proposed", "accepted", "canceled", "all"] as const;
export type Tab = (typeof TABS)[number];
const FILTERS: Record<Tab, PurchaseOrderFilterInput> = {
  waiting: { status: ["ISSUED"] }, proposed: { status: ["CHANGE_PROPOSED"] }, accepted: { status: ["ACCEPTED"] }, canceled: { status: ["CANCELED"] }, all: {},
};

/** What waits for the enterprise first; found by number, title or agency in all of them. */
export async function loadPurchases(context: Context, request: Request) {
  const vendor = await handlingVendor(context, request);
  const { searchParams } = appOf(context).url;
  const search = (searchParams.get("q") ?? "").trim().slice(0, 60);
  const tab = TABS.find((one) => one === searchParams.get("state")) ?? "waiting";
  const { found, isFirst } = await fromCursor(searchParams.get("after"), (after) => gqlCentre(context, VendorPurchasesDocument, { vendor, filter: search ? { search } : FILTERS[tab], first: PAGE, after }));
  const counts = { waiting: found.waiting?.totalCount ?? 0, proposed: found.proposed?.totalCount ?? 0, accepted: found.accepted?.totalCount ?? 0, canceled: found.canceled?.totalCount ?? 0 };
  return { page: found.vendorPurchaseOrders, counts: { ...counts, all: counts.waiting + counts.proposed + counts.accepted + counts.canceled }, tab, search, isFirst };
}

const openOrder = (purchase: Purchase) => ({ deliverBy: purchase.deliverBy, lines: purchase.vendorOrder.lines });

/** One purchase order; with `?propose` what was typed for a change, and what it would mean in won. The 404 page for another's. */
export async function loadPurchase(context: Context, request: Request, id: string) {
  await handlingVendor(context, request);
  const { vendorPurchaseOrder: purchase } = await gqlCentre(context, VendorPurchaseDocument, { id });
  if (!purchase) throw data(null, { status: 404 });
  const { searchParams } = appOf(context).url;
  const isProposing = searchParams.has("propose");
  return { purchase, isProposing, asking: searchParams.get("propose") === "check" ? await ask(context, purchase, searchParams) : null, done: searchParams.get("done") };
}

async function ask(context: Context, purchase: Purchase, searchParams: URLSearchParams): Promise<Asking> {
  const wish = wishOf(searchParams, openOrder(purchase));
  const typed = Object.fromEntries([...searchParams].filter(([name]) => name === "deliverBy" || name === "reason" || name.startsWith("q-")).map(([name, value]) => [name, value.slice(0, 500)]));
  if (!wish.missing.length || wish.faults.length) return { wish, typed, less: [], total: 0, isCounted: true };
  const { vendorOrderCancellationPreview: worth } = await gqlCentre(context, VendorPurchaseWorthDocument, { id: purchase.vendorOrder.id, lines: wish.missing });
  return { wish, typed, less: (worth?.lines ?? []).map((line) => ({ orderLineId: line.orderLineId, amount: line.amount.amount })), total: worth?.total.amount ?? 0, isCounted: Boolean(worth) };
}

/** Accept, or send the proposal. Goes back to the page, or returns what is wrong. */
export async function answerPurchase(context: Context, request: Request, id: string, intent: "accept" | "propose", form: FormData): Promise<Response | FieldError[]> {
  await handlingVendor(context, request);
  const errors = intent === "accept" ? fieldErrors((await gqlCentre(context, VendorPurchaseAcceptDocument, { id })).vendorPurchaseOrderAccept?.errors) : await propose(context, id, form);
  return errors.length ? errors : redirect(`/vendor/purchase-orders/${encodeURIComponent(id)}?done=${intent}`, 303);
}

async function propose(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const { vendorPurchaseOrder: purchase } = await gqlCentre(context, VendorPurchaseDocument, { id });
  if (!purchase) throw data(null, { status: 404 });
  const wish = wishOf(form, openOrder(purchase));
  const t = purchaseWords(appOf(context).language);
  if (wish.faults.length) return wish.faults.map((fault) => ({ field: fault, code: "INVALID", message: t.faults[fault] }));
  const input = { deliverBy: wish.deliverBy, pieces: wish.pieces, reason: wish.reason };
  return fieldErrors((await gqlCentre(context, VendorPurchaseProposeDocument, { id, input })).vendorPurchaseOrderProposeChange?.errors);
}

/** The purchase order that an agency's order belongs to; null for orders without one. */
export async function purchaseOfOrder(context: Context, request: Request, order: { id: string; buyerOrganization: string | null }): Promise<PurchaseNote | null> {
  if (!order.buyerOrganization) return null;
  const vendor = await handlingVendor(context, request);
  const { vendorPurchaseOrders } = await gqlCentre(context, VendorPurchaseOfDocument, { vendor, order: order.id });
  return nodesOf(vendorPurchaseOrders)[0] ?? null;
}
