import { data, redirect } from "react-router";
import { MyOrdersDocument, OrderDocument, OrderLinesDocument, type MyOrdersQuery, type OrderFullFragment } from "~/gql/operations";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { gql } from "~/lib/graphql.server.ts";
import { addToCart, type Context, type Shopper, type Wanted } from "~/rooms/cart/cart.server.ts";
import { buyerEmail, forgetBuyer } from "./guest.server.ts";

export type OrderFull = OrderFullFragment;
export type VendorPart = OrderFull["vendorOrders"][number];
export type OrderPage = NonNullable<NonNullable<MyOrdersQuery["me"]>["orders"]>;
export type OrderBrief = OrderPage["edges"][number]["node"];

const PAGE = 10;

/** An order, and whether its visitor may decide about it. */
export interface SeenOrder {
  order: OrderFull;
  isBuyer: boolean;
}

/**
 * An order by its id: who knows it may read it, but names and addresses are the buyer's own to see. A guest shows the order's e-mail
 * address, a member is signed in.
 */
export async function loadOrder(context: Context, request: Request, id: string, given?: string): Promise<SeenOrder> {
  const email = given ?? buyerEmail(context, request);
  const { order } = await gql(context, OrderDocument, { id, email, language: appOf(context).languageCode });
  if (!order) throw data(null, { status: 404 });
  const isGuest = email !== null && order.userEmail?.toLowerCase() === email.trim().toLowerCase();
  // An address that does not fit is a wrong guess to the API; it is not shown a second time.
  if (email !== null && given === undefined && !isGuest) forgetBuyer(context);
  return { order, isBuyer: order.user !== null || isGuest };
}

/** The order of somebody who wants to decide about it. Strangers are sent to the order's page, which asks who they are. */
export async function loadOwnOrder(context: Context, request: Request, id: string): Promise<OrderFull> {
  const { order, isBuyer } = await loadOrder(context, request, id);
  if (!isBuyer) throw redirect(`${orderHome(context, order.id)}#open`, 303);
  return order;
}

/** The order's page: in the account for a member's own order, by its address for everybody else. */
export function orderHome(context: Context, id: string, isMembers = false): string {
  const base = baseOf(channelOf(appOf(context).url.pathname));
  return `${base}${isMembers ? "/account" : ""}/orders/${encodeURIComponent(id)}`;
}

export async function loadMyOrders(context: Context, after: string | null): Promise<OrderPage | null> {
  const { me } = await gql(context, MyOrdersDocument, { first: PAGE, after });
  return me ? (me.orders ?? { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] }) : null;
}

/** Puts an order's goods into the cart again; what cannot be had is left out. Says how far it came. */
export async function orderAgain(shopper: Shopper, id: string): Promise<"again" | "partly"> {
  const { order } = await gql(shopper.context, OrderLinesDocument, { id });
  if (!order) throw data(null, { status: 404 });
  const wanted = order.lines.flatMap((line): Wanted[] => (line.variant ? [{ variantId: line.variant.id, quantity: line.quantity }] : []));
  if (wanted.length === 0) return "partly";
  const isWhole = wanted.length === order.lines.length;
  if ((await addToCart(shopper, wanted)).length === 0) return isWhole ? "again" : "partly";
  await addOneByOne(shopper, wanted);
  return "partly";
}

/** The API adds all or nothing, so after a refusal each line is tried by itself. The first one that works may open the cart for the rest. */
async function addOneByOne(shopper: Shopper, wanted: readonly Wanted[]): Promise<void> {
  let current = shopper;
  for (const line of wanted) {
    const cookies: string[] = [];
    const errors = await addToCart(current, [line], (value) => cookies.push(value));
    if (errors.length === 0) current = { ...current, request: withCookies(current.request, cookies) };
  }
}

/** The request as it would be after the browser took these cookies. */
function withCookies(request: Request, cookies: readonly string[]): Request {
  const fresh = cookies.map((cookie) => cookie.split(";", 1)[0] ?? "");
  const names = new Set(fresh.map((cookie) => cookie.split("=", 1)[0]));
  const kept = (request.headers.get("cookie") ?? "").split(";").map((part) => part.trim()).filter((part) => part && !names.has(part.split("=", 1)[0]));
  return new Request(request.url, { headers: { cookie: [...kept, ...fresh].join("; ") } });
}
