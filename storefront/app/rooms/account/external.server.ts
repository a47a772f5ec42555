import { timingSafeEqual } from "node:crypto";
import { ExternalDoorDocument, ExternalSignInDocument } from "~/gql/operations";
import { ApiUnavailable } from "~/lib/api.server.ts";
import { appOf } from "~/lib/context.server.ts";
import { dropCookie, readCookies, writeCookie } from "~/lib/cookies.server.ts";
import { env } from "~/lib/env.server.ts";
import { readReturnPath } from "~/lib/form.ts";
import { ApiError, gql, gqlPublic } from "~/lib/graphql.server.ts";
import { EXTERNAL_PLUGIN } from "~/lib/session.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { homeOf, parsed } from "./links.server.ts";

const COOKIE = "ieum_external";
const STATE_SECONDS = 600;
const ASK_AGAIN_MS = 60_000;
const LONGEST = 8_000;

/** One address for both channels: providers want it word for word. */
const backAddress = (context: Context): string => new URL("/sign-in/external/back", env.publicOrigin ?? env.storefrontUrl ?? appOf(context).origin).href;

async function authorizationUrl(context: Context): Promise<URL | null> {
  const input = JSON.stringify({ redirectUri: backAddress(context) });
  const { externalAuthenticationUrl } = await gqlPublic(ExternalDoorDocument, { pluginId: EXTERNAL_PLUGIN, input });
  const { authorizationUrl: url } = parsed(externalAuthenticationUrl?.authenticationData ?? undefined);
  return typeof url === "string" && URL.canParse(url) ? new URL(url) : null;
}

let known: { isOffered: boolean; until: number } | null = null;

/** Whether the market has a service to sign in with. Only the API knows; its answer is kept for a minute. Without one, nothing is offered. */
export async function isExternalOffered(context: Context): Promise<boolean> {
  if (known && known.until > Date.now()) return known.isOffered;
  try {
    known = { isOffered: (await authorizationUrl(context)) !== null, until: Date.now() + ASK_AGAIN_MS };
    return known.isOffered;
  } catch (error) {
    if (error instanceof ApiError || error instanceof ApiUnavailable) return false;
    throw error;
  }
}

/** Where to send somebody who wants to sign in elsewhere; null when nobody can. The state stays in a cookie: only this browser may come back with it. */
export async function leaveForExternal(context: Context, next: string): Promise<string | null> {
  const { setCookie, keepSecret } = appOf(context);
  keepSecret();
  const url = await authorizationUrl(context);
  const state = url?.searchParams.get("state");
  if (!url || !state) return null;
  setCookie(writeCookie(COOKIE, JSON.stringify({ state, next }), { maxAge: STATE_SECONDS }));
  return url.href;
}

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

export interface CameBack {
  next: string;
  /** Why nobody is signed in: the person thought better of it, or the answer proves nothing. */
  failed?: "stopped" | "failed";
}

/** Signs in with what the other service sent along, if it is this browser that left. */
export async function comeBackFromExternal(context: Context, request: Request): Promise<CameBack> {
  const { url, setCookie, keepSecret, session } = appOf(context);
  keepSecret();
  const { state: kept, next: wanted } = parsed(readCookies(request.headers.get("cookie")).get(COOKIE));
  setCookie(dropCookie(COOKIE));
  const next = readReturnPath(typeof wanted === "string" ? wanted : null, homeOf(url.pathname));
  const [code, state] = [url.searchParams.get("code") ?? "", url.searchParams.get("state") ?? ""];
  if (typeof kept !== "string" || !isSame(kept, state)) return { next, failed: "failed" };
  if (!code || code.length > LONGEST) return { next, failed: url.searchParams.has("error") ? "stopped" : "failed" };
  const { externalObtainAccessTokens: answer } = await gql(context, ExternalSignInDocument, { pluginId: EXTERNAL_PLUGIN, input: JSON.stringify({ code, state }) });
  if (!answer?.token) return { next, failed: "failed" };
  session.signIn(answer.token, answer.refreshToken);
  return { next };
}
