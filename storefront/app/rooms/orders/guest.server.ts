import { appOf } from "~/lib/context.server.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";

const COOKIE = "ieum_order_mail";
const HOURS = 2;

/** Keeps the address a guest ordered with for some hours: it is what opens the order's names and lets the guest decide about it. */
export function rememberBuyer(context: Context, email: string): void {
  appOf(context).setCookie(writeCookie(COOKIE, email.slice(0, 254), { maxAge: HOURS * 3_600 }));
}

export function forgetBuyer(context: Context): void {
  appOf(context).setCookie(writeCookie(COOKIE, "", { maxAge: 0 }));
}

/** The address to show the API; a member is known by the session. */
export function buyerEmail(context: Context, request: Request): string | null {
  if (appOf(context).session.isSignedIn) return null;
  return readCookies(request.headers.get("cookie")).get(COOKIE) || null;
}
