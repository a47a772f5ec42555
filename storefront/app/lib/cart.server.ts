import { readCookies, writeCookie } from "./cookies.server.ts";
import type { Channel } from "./channel.ts";

/** Which cart a browser holds in a channel, and how many pieces to show on the cart's sign. */
export interface CartCookie {
  checkoutId: string;
  quantity: number;
}

const CART_DAYS = 30;
const nameOf = (channel: Channel) => `ieum_cart_${channel}`;

export function readCart(request: Request, channel: Channel): CartCookie | null {
  const [checkoutId, quantity] = (readCookies(request.headers.get("cookie")).get(nameOf(channel)) ?? "").split("|");
  if (!checkoutId) return null;
  const count = Number(quantity);
  return { checkoutId, quantity: Number.isSafeInteger(count) && count > 0 ? count : 0 };
}

/** The header value that keeps a cart; null forgets it. */
export function cartCookie(channel: Channel, cart: CartCookie | null): string {
  if (!cart) return writeCookie(nameOf(channel), "", { maxAge: 0 });
  return writeCookie(nameOf(channel), `${cart.checkoutId}|${cart.quantity}`, { maxAge: CART_DAYS * 86_400 });
}
