import { data, redirect } from "react-router";
import {
  DeskAgreeDocument, DeskCancellationPreviewDocument, DeskConfirmDocument, DeskDeliveredDocument, DeskDispatchCancelDocument, DeskLineCancelDocument, DeskOrderDocument,
  DeskOrdersDocument, DeskPrepareDocument, DeskReturnAcceptDocument, DeskReturnDocument, DeskReturnReceiveDocument, DeskReturnRejectDocument, DeskReturnsDocument, DeskShipDocument,
  DeskShipManyDocument, DeskTrackingDocument, type CourierEnum, type DeskCancellationPreviewQuery, type DeskOrderQuery, type DeskOrdersQuery, type DeskReturnQuery, type DueStateEnum, type VendorOrderFilterInput,
  type VendorOrderSortingInput, type VendorOrderStateEnum, type WithdrawalStatusEnum,
} from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, readFlag, readText, type FieldError } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import { ensureAbility, gqlCentre, membershipOf } from "~/rooms/centre/centre.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { COURIERS } from "~/rooms/orders/couriers.ts";
import { orderDeskWords } from "./words.ts";

export type DeskOrder = NonNullable<DeskOrderQuery["vendorOrder"]>;
export type DeskRow = NonNullable<DeskOrdersQuery["vendorOrders"]>["edges"][number]["node"];
export type DeskReturn = NonNullable<DeskReturnQuery["withdrawal"]>;
export type Preview = NonNullable<DeskCancellationPreviewQuery["vendorOrderCancellationPreview"]>;
export type Tab = "TO_SEND" | VendorOrderStateEnum;
export interface Piece { orderLineId: string; quantity: number }

const PAGE = 30;
const MOST = 100;
export const TABS: readonly Tab[] = ["TO_SEND", "NEW", "CONFIRMED", "PREPARING", "PARTLY_SHIPPED", "SHIPPED", "DELIVERED", "RETURNED", "CANCELED"];
const TO_SEND: VendorOrderStateEnum[] = ["NEW", "CONFIRMED", "PREPARING", "PARTLY_SHIPPED"];
export const RETURN_TABS: readonly WithdrawalStatusEnum[] = ["REQUESTED", "ACCEPTED", "RECEIVED", "REFUNDED", "REJECTED", "CANCELED"];

/** The enterprise whose orders the person handles. */
export async function handlingVendor(context: Context, request: Request): Promise<string> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "HANDLE_ORDERS");
  return membership.vendor.id;
}

export async function loadOrders(context: Context, request: Request) {
  const vendor = await handlingVendor(context, request);
  const { searchParams } = appOf(context).url;
  const state = TABS.find((tab) => tab === searchParams.get("state")) ?? "TO_SEND";
  const due: DueStateEnum | null = searchParams.get("due") === "late" ? "LATE" : searchParams.get("due") === "today" ? "DUE_TODAY" : null;
  const search = (searchParams.get("q") ?? "").trim().slice(0, 60);
  const filter: VendorOrderFilterInput = search ? { search } : { state: state === "TO_SEND" ? TO_SEND : [state], ...(due ? { due: [due] } : {}) };
  const isOpen = TO_SEND.some((one) => one === state) || state === "TO_SEND";
  const sortBy: VendorOrderSortingInput = isOpen && !search ? { field: "DUE", direction: "ASC" } : { field: "PLACED", direction: "DESC" };
  const { found, isFirst } = await fromCursor(searchParams.get("after"), (after) => gqlCentre(context, DeskOrdersDocument, { vendor, filter, first: PAGE, after, sortBy }));
  return { counts: found.vendorOrderCounts, orders: found.vendorOrders, state, due, search, isFirst, done: searchParams.get("done") ?? "" };
}

const chosen = (form: FormData): string[] => form.getAll("id").filter((id): id is string => typeof id === "string").slice(0, MOST);

/** Confirm or begin to pack the orders that were chosen; what failed is told row by row. */
export async function workOnMany(context: Context, intent: "confirm" | "prepare", form: FormData): Promise<FieldError[]> {
  const ids = chosen(form);
  const { language } = appOf(context);
  if (!ids.length) return [{ field: null, code: "REQUIRED", message: orderDeskWords(language).nothingChosen }];
  const answer = intent === "confirm" ? (await gqlCentre(context, DeskConfirmDocument, { ids })).vendorOrderBulkConfirm : (await gqlCentre(context, DeskPrepareDocument, { ids })).vendorOrderBulkPrepare;
  return [...fieldErrors(answer?.errors), ...(answer?.results ?? []).flatMap((row) => fieldErrors(row.errors))];
}

export async function loadShipping(context: Context, request: Request, ids: readonly string[]): Promise<DeskRow[]> {
  const vendor = await handlingVendor(context, request);
  if (!ids.length) return [];
  const found = await gqlCentre(context, DeskOrdersDocument, { vendor, filter: { ids: ids.slice(0, MOST), state: TO_SEND }, first: Math.min(ids.length, MOST) });
  return nodesOf(found.vendorOrders);
}

export const chosenOf = (url: URL): string[] => url.searchParams.getAll("id").slice(0, MOST);

export interface ShipRow { id: string; courier: string; number: string; error?: string }

/** What was typed for each order, in the order of the page. */
export const shipRows = (form: FormData): ShipRow[] =>
  chosen(form).map((id, place) => ({ id, courier: readText(form, `courier-${place}`, 12), number: readText(form, `number-${place}`, 40) }));

const courierOf = (value: string): CourierEnum | null => COURIERS.find(([code]) => code === value)?.[0] ?? null;

/** Sends every row that says how; the others stay. Rows that could not be sent come back with the reason. */
export async function shipMany(context: Context, rows: readonly ShipRow[]): Promise<{ sent: number; rows: ShipRow[]; errors: FieldError[] }> {
  const ready = rows.filter((row) => row.number || row.courier === "OWN");
  if (!ready.length) return { sent: 0, rows: [...rows], errors: [{ field: null, code: "REQUIRED", message: orderDeskWords(appOf(context).language).shipEmpty }] };
  const shipments = ready.map((row) => ({ id: row.id, courier: courierOf(row.courier), trackingNumber: row.courier === "OWN" ? "" : row.number }));
  const { vendorOrderBulkFulfill: answer } = await gqlCentre(context, DeskShipManyDocument, { shipments });
  const failed = new Map((answer?.results ?? []).flatMap((row) => (row.errors.length ? [[row.id, row.errors.map((error) => error.message).join(" ")] as const] : [])));
  const done = new Set((answer?.results ?? []).filter((row) => !row.errors.length).map((row) => row.id));
  return { sent: answer?.count ?? 0, errors: fieldErrors(answer?.errors), rows: rows.filter((row) => !done.has(row.id)).map((row) => ({ ...row, ...(failed.has(row.id) ? { error: failed.get(row.id) } : {}) })) };
}

/** Pieces typed for each line under `q-<id>`; lines without a number are left out. */
export function piecesOf(source: { get(name: string): FormDataEntryValue | null }, order: DeskOrder): Piece[] {
  return order.lines.flatMap((line) => {
    const value = source.get(`q-${line.id}`);
    const quantity = typeof value === "string" && /^\d{1,5}$/.test(value.trim()) ? Number(value) : 0;
    return quantity ? [{ orderLineId: line.id, quantity }] : [];
  });
}

export async function loadOrder(context: Context, request: Request, id: string) {
  await handlingVendor(context, request);
  const { vendorOrder: order } = await gqlCentre(context, DeskOrderDocument, { id });
  if (!order) throw data(null, { status: 404 });
  const { searchParams } = appOf(context).url;
  const isCancelling = searchParams.get("cancel") === "1";
  const lines = isCancelling ? piecesOf(searchParams, order) : [];
  const preview = lines.length ? (await gqlCentre(context, DeskCancellationPreviewDocument, { id, lines })).vendorOrderCancellationPreview : null;
  const asked = { reason: (searchParams.get("reason") ?? "").slice(0, 500), isSoldOut: searchParams.has("soldOut"), isAsked: isCancelling && searchParams.has("reason") };
  return { order, isCancelling, lines, preview, asked, done: searchParams.get("done") ?? "" };
}

const here = (id: string, done: string): string => `/vendor/orders/${encodeURIComponent(id)}?done=${done}`;

/** One step with one order. Goes back to its page, or returns what is wrong. */
export async function workOn(context: Context, id: string, intent: string, form: FormData): Promise<Response | FieldError[]> {
  const errors = await carryOut(context, id, intent, form);
  return errors.length ? errors : redirect(here(id, intent), 303);
}

async function carryOut(context: Context, id: string, intent: string, form: FormData): Promise<FieldError[]> {
  const dispatch = readText(form, "fulfillment", 60);
  switch (intent) {
    case "confirm":
    case "prepare":
      form.set("id", id);
      return workOnMany(context, intent, form);
    case "ship":
      return ship(context, id, form);
    case "cancel":
      return cancel(context, id, form);
    case "agree":
      return fieldErrors((await gqlCentre(context, DeskAgreeDocument, { id, agreedOn: readText(form, "agreedOn", 10) || null })).vendorOrderAgreeDelivery?.errors);
    case "tracking": {
      const input = { courier: courierOf(readText(form, "courier", 12)), trackingNumber: readText(form, "number", 40), notifyCustomer: readFlag(form, "tell") };
      return fieldErrors((await gqlCentre(context, DeskTrackingDocument, { id: dispatch, input })).orderFulfillmentUpdateTracking?.errors);
    }
    case "undo":
      return fieldErrors((await gqlCentre(context, DeskDispatchCancelDocument, { id: dispatch })).orderFulfillmentCancel?.errors);
    default:
      return fieldErrors((await gqlCentre(context, DeskDeliveredDocument, { id: dispatch })).fulfillmentMarkDelivered?.errors);
  }
}

const linesOf = (form: FormData): Piece[] =>
  [...form.entries()].flatMap(([name, value]) => (name.startsWith("q-") && typeof value === "string" && /^\d{1,5}$/.test(value.trim()) ? [{ orderLineId: name.slice(2), quantity: Number(value) }] : []));

async function ship(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const courier = readText(form, "courier", 12);
  const trackingNumber = courier === "OWN" ? "" : readText(form, "number", 40);
  const words = orderDeskWords(appOf(context).language);
  if (!courier) return [{ field: "courier", code: "REQUIRED", message: words.needCourier }];
  return fieldErrors((await gqlCentre(context, DeskShipDocument, { id, lines: linesOf(form), courier: courierOf(courier), trackingNumber })).vendorOrderFulfill?.errors);
}

async function cancel(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const [reason, isSoldOut] = [readText(form, "reason"), readFlag(form, "soldOut")];
  return fieldErrors((await gqlCentre(context, DeskLineCancelDocument, { id, lines: linesOf(form), reason, isSoldOut })).vendorOrderLineCancel?.errors);
}

export async function loadReturns(context: Context, request: Request) {
  const vendor = await handlingVendor(context, request);
  const { searchParams } = appOf(context).url;
  const state = RETURN_TABS.find((tab) => tab === searchParams.get("state")) ?? "REQUESTED";
  const { found, isFirst } = await fromCursor(searchParams.get("after"), (after) => gqlCentre(context, DeskReturnsDocument, { filter: { status: [state], vendors: [vendor] }, after }));
  return { state, returns: found.withdrawals, isFirst };
}

export async function loadReturn(context: Context, request: Request, id: string) {
  await handlingVendor(context, request);
  const { withdrawal } = await gqlCentre(context, DeskReturnDocument, { id });
  if (!withdrawal) throw data(null, { status: 404 });
  return { withdrawal, done: appOf(context).url.searchParams.get("done") ?? "", today: new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Seoul" }) };
}

export async function decideReturn(context: Context, id: string, intent: "accept" | "reject" | "receive", form: FormData): Promise<Response | FieldError[]> {
  let errors: FieldError[];
  if (intent === "accept") errors = fieldErrors((await gqlCentre(context, DeskReturnAcceptDocument, { id })).withdrawalAccept?.errors);
  else if (intent === "reject") errors = fieldErrors((await gqlCentre(context, DeskReturnRejectDocument, { id, reason: readText(form, "reason") })).withdrawalReject?.errors);
  else errors = fieldErrors((await gqlCentre(context, DeskReturnReceiveDocument, { id, isResellable: readFlag(form, "resell"), goodsBackOn: readText(form, "backOn", 10) || null })).withdrawalReceive?.errors);
  return errors.length ? errors : redirect(`/vendor/returns/${encodeURIComponent(id)}?done=${intent}`, 303);
}
