import { redirect } from "react-router";
import {
  BuyerDocument, CheckoutAttachDocument, CheckoutBillingAddressDocument, CheckoutDeliveriesDocument, CheckoutDeliveryDocument, CheckoutDocument, CheckoutEmailDocument, CheckoutLineAgreeDocument, CheckoutNoteDocument,
  CheckoutPlaceDocument, CheckoutShippingAddressDocument, type BuyerQuery, type CheckoutDeliveriesMutation, type DeskFragment,
} from "~/gql/operations";
import { readCart } from "~/lib/cart.server.ts";
import { cartPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import { addressErrors, toInput, type AddressValues } from "~/rooms/account/address.ts";
import { forgetCart, languageVariables, type Shopper } from "~/rooms/cart/cart.server.ts";
import { blocks, lineStates } from "~/rooms/cart/state.ts";
import { BILLING } from "./contact.ts";
import { noteOrder, toOrder } from "./payment.server.ts";

export type Desk = DeskFragment;
export type Buyer = NonNullable<BuyerQuery["me"]>;
export type Offered = NonNullable<CheckoutDeliveriesMutation["deliveryOptionsCalculate"]>["deliveries"][number];

export interface OpenDesk {
  desk: Desk;
  buyer: Buyer | null;
  /** Why the buyer may not order here; null when nothing stands in the way. */
  refusal: "guest" | "member" | null;
}

export async function loadBuyer({ context }: Pick<Shopper, "context">): Promise<Buyer | null> {
  if (!appOf(context).session.isSignedIn) return null;
  return (await gql(context, BuyerDocument, {})).me;
}

/** A cart that is gone may have become an order: in another tab, or while the buyer was away. Then that is where to go. */
async function leaveGone(shopper: Shopper, checkoutId: string): Promise<void> {
  const { orderId } = await placeOrder(shopper, checkoutId);
  if (orderId) throw toOrder(shopper.context, orderId, "?placed=1");
  forgetCart(shopper);
}

/** The cart at the checkout. One that is empty, gone or blocked goes back to the cart, which says why. */
export async function openDesk(shopper: Shopper): Promise<OpenDesk> {
  const { context, request, channel } = shopper;
  const held = readCart(request, channel);
  if (!held) throw redirect(cartPath(channel), 303);
  const [{ checkout }, buyer] = await Promise.all([gql(context, CheckoutDocument, { id: held.checkoutId, ...languageVariables(context) }), loadBuyer(shopper)]);
  if (!checkout) await leaveGone(shopper, held.checkoutId);
  if (!checkout?.vendorGroups.length || Object.values(lineStates(checkout, () => 0)).some(blocks)) throw redirect(cartPath(channel), 303);
  const refusal = channel === "public" && !buyer?.agencyMemberships.length ? (buyer ? "member" : "guest") : null;
  return { desk: checkout, buyer, refusal };
}

/** Whether the first step is done: somebody to write to, and a place. */
export const hasPlace = (desk: Desk): boolean => Boolean(desk.email && desk.billingAddress && (desk.shippingAddress || !desk.isShippingRequired));
export const hasDelivery = (desk: Desk): boolean => !desk.isShippingRequired || desk.delivery !== null;

export interface Contact {
  email: string;
  shipping: AddressValues;
  billing: AddressValues | null;
  note: string;
  keep: boolean;
}

/** Writes the first step into the checkout; one change after the other, for each locks the same row. */
export async function saveContact({ context }: Shopper, { desk, buyer }: OpenDesk, contact: Contact): Promise<FieldError[]> {
  const id = desk.id;
  const errors: FieldError[] = [];
  const note = async (work: Promise<{ errors: { field: string | null; code: string; message: string | null }[] } | null>, rename = (found: FieldError[]) => found) =>
    void errors.push(...rename(fieldErrors((await work)?.errors)));
  if (buyer && desk.user === null) await note(gql(context, CheckoutAttachDocument, { id }).then((answer) => answer.checkoutCustomerAttach));
  if (!buyer) await note(gql(context, CheckoutEmailDocument, { id, email: contact.email }).then((answer) => answer.checkoutEmailUpdate));
  const address = toInput(contact.shipping);
  if (desk.isShippingRequired) {
    await note(gql(context, CheckoutShippingAddressDocument, { id, address, save: contact.keep }).then((answer) => answer.checkoutShippingAddressUpdate), (found) => addressErrors(found));
  }
  const billing = contact.billing ? toInput(contact.billing) : address;
  if (errors.length === 0) {
    await note(gql(context, CheckoutBillingAddressDocument, { id, address: billing }).then((answer) => answer.checkoutBillingAddressUpdate), (found) => addressErrors(found, contact.billing ? BILLING : ""));
  }
  if (contact.note !== desk.customerNote) {
    await note(gql(context, CheckoutNoteDocument, { id, note: contact.note }).then((answer) => answer.checkoutCustomerNoteUpdate), (found) => found.map((error) => ({ ...error, field: "note" })));
  }
  return errors;
}

/** The ways of delivery for the address; the only one there is needs no choosing. */
export async function loadDeliveries({ context }: Shopper, desk: Desk): Promise<Offered[]> {
  if (!desk.isShippingRequired) return [];
  const { deliveryOptionsCalculate } = await gql(context, CheckoutDeliveriesDocument, { id: desk.id });
  return deliveryOptionsCalculate?.deliveries ?? [];
}

export async function chooseDelivery({ context }: Shopper, id: string, method: string): Promise<FieldError[]> {
  const { checkoutDeliveryMethodUpdate } = await gql(context, CheckoutDeliveryDocument, { id, method });
  return fieldErrors(checkoutDeliveryMethodUpdate?.errors).map((error) => ({ ...error, field: "method" }));
}

/** What is left to be paid, and what was received, in won. */
export function owedOf(desk: Desk): { owed: number; received: number } {
  const balance = desk.totalBalance.amount;
  return { owed: Math.max(-balance, 0), received: Math.max(balance + desk.totalPrice.gross.amount, 0) };
}

/** Keeps with each line the terms that were agreed to; the order takes them over only if they are still those of the product. */
export async function noteConsent({ context }: Shopper, lines: readonly Desk["vendorGroups"][number]["lines"][number][]): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  for (const line of lines) {
    const { updateMetadata } = await gql(context, CheckoutLineAgreeDocument, { id: line.id, terms: line.variant.product.returnPolicy.note });
    errors.push(...fieldErrors(updateMetadata?.errors));
  }
  return errors;
}

/** Places the order, or finds the one that this checkout has become. The cart is forgotten if it is the one that this browser holds. */
export async function placeOrder(shopper: Shopper, id: string): Promise<{ orderId: string | null; errors: FieldError[] }> {
  const { context, request, channel } = shopper;
  const { checkoutComplete } = await gql(context, CheckoutPlaceDocument, { id });
  const order = checkoutComplete?.order ?? null;
  if (order) noteOrder(context, { checkoutId: id, orderId: order.id });
  if (order && readCart(request, channel)?.checkoutId === id) forgetCart(shopper);
  return { orderId: order?.id ?? null, errors: fieldErrors(checkoutComplete?.errors) };
}
