import { randomBytes } from "node:crypto";
import type { MiddlewareFunction } from "react-router";
import { provideApp, type AppContext } from "./context.server.ts";
import { readCookies, writeCookie } from "./cookies.server.ts";
import { env } from "./env.server.ts";
import { isLanguage, type Language } from "./i18n/index.ts";
import { policyOf, type Sources } from "./policy.server.ts";
import { Session } from "./session.server.ts";

const LANGUAGE_COOKIE = "ieum_lang";
const YEAR = 365 * 86_400;

export function chooseLanguage(url: URL, cookies: Map<string, string>): { language: Language; isNew: boolean } {
  const asked = url.searchParams.get("lang");
  if (isLanguage(asked)) return { language: asked, isNew: cookies.get(LANGUAGE_COOKIE) !== asked };
  const kept = cookies.get(LANGUAGE_COOKIE);
  return { language: isLanguage(kept) ? kept : "ko", isNew: false };
}

/** Whether a request that changes something comes from our own pages. Browsers always send Origin with a POST. */
export function isSameOrigin(request: Request, ownOrigin: string): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const origin = request.headers.get("origin");
  return origin !== null && origin === ownOrigin;
}

/** "no-referrer" would also hide from us where a form comes from, which we ask for; on a page's way elsewhere it may. */
function hide(headers: Headers): void {
  headers.set("Referrer-Policy", headers.has("Location") ? "no-referrer" : "same-origin");
  headers.set("Cache-Control", "no-store");
}

function secure(headers: Headers, nonce: string, more: readonly Sources[]): void {
  // Files bring a policy of their own, which allows nothing.
  if (!import.meta.env.DEV && !headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", policyOf(nonce, more));
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  // Some providers ask for a password in a window of their own, which has to find its way back.
  headers.set("Cross-Origin-Opener-Policy", more.length ? "same-origin-allow-popups" : "same-origin");
  if (env.secureCookies) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

/** Builds what loaders and actions know of their request, and dresses every response. */
export const requestMiddleware: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const url = new URL(request.url);
  const origin = env.publicOrigin ?? url.origin;
  const cookies = readCookies(request.headers.get("cookie"));
  const outgoing: string[] = [];
  const setCookie = (value: string) => void outgoing.push(value);
  const { language, isNew } = chooseLanguage(url, cookies);
  if (isNew) setCookie(writeCookie(LANGUAGE_COOKIE, language, { maxAge: YEAR }));
  const nonce = randomBytes(16).toString("base64");
  const more: Sources[] = [];
  let isSecret = false;
  const app: AppContext = {
    language, languageCode: language === "ko" ? "KO" : "EN", translated: language !== "ko", url, origin, nonce, setCookie, session: new Session(cookies, setCookie),
    callers: request.headers.get("x-forwarded-for") ?? "", allow: (sources) => void more.push(sources), keepSecret: () => void (isSecret = true),
  };
  provideApp(context, app);
  if (!isSameOrigin(request, origin)) return new Response("Cross-site request refused", { status: 403 });
  const response = await next();
  for (const value of outgoing) response.headers.append("Set-Cookie", value);
  secure(response.headers, nonce, more);
  if (isSecret) hide(response.headers);
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-cache");
  return response;
};
