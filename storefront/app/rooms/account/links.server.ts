import { redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { dropCookie, readCookies, writeCookie } from "~/lib/cookies.server.ts";
import { env } from "~/lib/env.server.ts";
import { readReturnPath } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";

/** What the link of a mail is for. Each kind is kept apart, so that two open pages do not disturb each other. */
export type LinkKind = "confirm" | "reset" | "email" | "delete" | "invitation" | "agency-invitation" | "official";

export interface HeldLink {
  /** Whose link it is, where the mail says so. */
  email: string;
  token: string;
  /** Where the person was when the mail was asked for. */
  next: string;
}

const KEPT_SECONDS = 30 * 60;
const LONGEST_TOKEN = 1_000;
const LONGEST_EMAIL = 254;
const nameOf = (kind: LinkKind) => `ieum_link_${kind}`;

/** The page a person belongs to unless they came from elsewhere. */
export const homeOf = (pathname: string): string => `${baseOf(channelOf(pathname))}/account`;

/** The address for a mail to lead to: of an origin the API knows, in the language of the page, and back to where the person is. */
export function mailAddress(context: Context, path: string, next?: string): string {
  const { url, origin, language } = appOf(context);
  const target = new URL(`${baseOf(channelOf(url.pathname))}${path}`, env.publicOrigin ?? env.storefrontUrl ?? origin);
  if (language !== "ko") target.searchParams.set("lang", language);
  if (next && next !== homeOf(url.pathname)) target.searchParams.set("next", next);
  return target.href;
}

/**
 * The link this browser came by. A token in the address is put into a cookie that no script can read, and the browser is sent on to the
 * plain address: it stays in no history, no bookmark and no Referer. Opening a link changes nothing; only a form on its page does.
 */
export function receiveLink(context: Context, request: Request, kind: LinkKind): HeldLink | null {
  const { url, setCookie, keepSecret } = appOf(context);
  keepSecret();
  const token = url.searchParams.get("token");
  if (token === null) return heldLink(context, request, kind);
  const email = (url.searchParams.get("email") ?? "").slice(0, LONGEST_EMAIL);
  const next = readReturnPath(url.searchParams.get("next"), homeOf(url.pathname));
  if (token && token.length <= LONGEST_TOKEN) setCookie(writeCookie(nameOf(kind), JSON.stringify({ email, token, next }), { maxAge: KEPT_SECONDS }));
  else setCookie(dropCookie(nameOf(kind)));
  throw redirect(url.pathname, 303);
}

export function heldLink(context: Context, request: Request, kind: LinkKind): HeldLink | null {
  const { url, keepSecret } = appOf(context);
  keepSecret();
  const held = parsed(readCookies(request.headers.get("cookie")).get(nameOf(kind)));
  if (typeof held.token !== "string" || !held.token) return null;
  const next = typeof held.next === "string" ? held.next : null;
  return { email: typeof held.email === "string" ? held.email : "", token: held.token, next: readReturnPath(next, homeOf(url.pathname)) };
}

export const dropLink = (context: Context, kind: LinkKind): void => appOf(context).setCookie(dropCookie(nameOf(kind)));

/** A cookie's JSON; an empty object for whatever we did not write. */
export function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
