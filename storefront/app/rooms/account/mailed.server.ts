import { appOf } from "~/lib/context.server.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";
import { env } from "~/lib/env.server.ts";
import { readReturnPath } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { homeOf, parsed } from "./links.server.ts";

/** What a mail was asked for. */
export type MailedFor = "register" | "reset" | "email";

/** The mail this browser asked for last: kept here and not in an address, where an e-mail address has no business. */
export interface Mailed {
  what: MailedFor;
  email: string;
  next: string;
  /** When, in milliseconds. */
  at: number;
}

const NAME = "ieum_mailed";
const KEPT_SECONDS = 60 * 60;
/** The API sends one mail of a kind a minute to an address, and says nothing of those it leaves out. */
export const PAUSE_SECONDS = 60;

export function noteMailed(context: Context, mailed: Omit<Mailed, "at">): void {
  appOf(context).setCookie(writeCookie(NAME, JSON.stringify({ ...mailed, at: Date.now() }), { maxAge: KEPT_SECONDS }));
}

export function readMailed(context: Context, request: Request): Mailed | null {
  const { what, email, next, at } = parsed(readCookies(request.headers.get("cookie")).get(NAME));
  if ((what !== "register" && what !== "reset" && what !== "email") || typeof email !== "string" || typeof at !== "number") return null;
  return { what, email, at, next: readReturnPath(typeof next === "string" ? next : null, homeOf(appOf(context).url.pathname)) };
}

/** Seconds until another mail may be asked for; 0 when it may now. */
export function secondsLeft(at: number, now: number): number {
  const passed = Math.floor((now - at) / 1000);
  return passed < 0 || passed >= PAUSE_SECONDS ? 0 : PAUSE_SECONDS - passed;
}

/** In development, where the mails to an address can be read; null where mails really go out. */
export function mailboxOf(email: string): string | null {
  if (!env.mailboxUrl || !URL.canParse(env.mailboxUrl)) return null;
  const url = new URL(env.mailboxUrl);
  url.searchParams.set("to", email);
  return url.href;
}
