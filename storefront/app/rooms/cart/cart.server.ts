import type { RouterContextProvider } from "react-router";
import { CartAddDocument, CartChangeDocument, CartCreateDocument, CartDocument, CartRemoveDocument, type CartCountFragment, type CartFragment } from "~/gql/operations";
import { cartCookie, readCart } from "~/lib/cart.server.ts";
import type { Channel } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import { readSeen, seenCookie } from "./seen.server.ts";

export type Context = Readonly<RouterContextProvider>;

export interface Shopper {
  context: Context;
  request: Request;
  channel: Channel;
}

export const languageVariables = (context: Context) => {
  const { languageCode, translated } = appOf(context);
  return { language: languageCode, translated };
};

/** The cart of this browser in this channel; null when there is none (any more). */
export async function loadCart({ context, request, channel }: Shopper): Promise<CartFragment | null> {
  const held = readCart(request, channel);
  if (!held) return null;
  const { checkout } = await gql(context, CartDocument, { id: held.checkoutId, ...languageVariables(context) });
  if (!checkout) forgetCart({ context, request, channel });
  return checkout;
}

export function forgetCart({ context, channel }: Shopper): void {
  const { setCookie } = appOf(context);
  setCookie(cartCookie(channel, null));
  setCookie(seenCookie(channel, null));
}

/** What a change of the cart came to: errors in the reader's language, or nothing. */
interface Answer {
  checkout: CartCountFragment | null;
  errors: { field: string | null; code: string; message: string | null }[];
}

const isGone = (errors: readonly FieldError[]): boolean => errors.some((error) => error.code === "NOT_FOUND" && (error.field === "id" || error.field === "checkoutId" || error.field === "token"));

/** Keeps the cart's cookies in step; prices already noted stay as they were seen. `note` hears of each cookie. */
function keep({ context, request, channel }: Shopper, answer: Answer | null | undefined, note?: (cookie: string) => void): FieldError[] {
  const errors = fieldErrors(answer?.errors);
  const checkout = answer?.checkout;
  if (checkout && errors.length === 0) {
    const quantity = checkout.lines.reduce((sum, line) => sum + line.quantity, 0);
    for (const cookie of [cartCookie(channel, { checkoutId: checkout.id, quantity }), seenCookie(channel, checkout.lines, readSeen(request, channel))]) {
      appOf(context).setCookie(cookie);
      note?.(cookie);
    }
  }
  return errors;
}

export interface Wanted {
  variantId: string;
  quantity: number;
}

/** Adds to the cart, opening one where there is none or where the old one is gone. */
export async function addToCart(shopper: Shopper, lines: Wanted[], note?: (cookie: string) => void): Promise<FieldError[]> {
  const { context, request, channel } = shopper;
  const held = readCart(request, channel);
  if (held) {
    const { checkoutLinesAdd } = await gql(context, CartAddDocument, { id: held.checkoutId, lines });
    const errors = keep(shopper, checkoutLinesAdd, note);
    if (!isGone(errors)) return errors;
  }
  const { languageCode } = appOf(context);
  const { checkoutCreate } = await gql(context, CartCreateDocument, { input: { channel, lines, languageCode } });
  return keep(shopper, checkoutCreate, note);
}

export async function changeQuantities(shopper: Shopper, lines: { lineId: string; quantity: number }[]): Promise<FieldError[]> {
  const held = readCart(shopper.request, shopper.channel);
  if (!held) return [];
  const { checkoutLinesUpdate } = await gql(shopper.context, CartChangeDocument, { id: held.checkoutId, lines });
  return keep(shopper, checkoutLinesUpdate);
}

export async function removeLines(shopper: Shopper, lines: string[]): Promise<FieldError[]> {
  const held = readCart(shopper.request, shopper.channel);
  if (!held || lines.length === 0) return [];
  const { checkoutLinesDelete } = await gql(shopper.context, CartRemoveDocument, { id: held.checkoutId, lines });
  return keep(shopper, checkoutLinesDelete);
}

/** The buyer has seen the present prices: they are the ones to compare with from now on. */
export function acceptPrices({ context, channel }: Shopper, cart: CartFragment): void {
  const lines = cart.vendorGroups.flatMap((group) => group.lines);
  appOf(context).setCookie(seenCookie(channel, lines));
}
