import { env } from "./env.server.ts";

export function readCookies(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at < 1) continue;
    try {
      cookies.set(part.slice(0, at).trim(), decodeURIComponent(part.slice(at + 1).trim()));
    } catch {
      // A cookie that we did not write; it is none of ours.
    }
  }
  return cookies;
}

interface CookieOptions {
  maxAge?: number;
  httpOnly?: boolean;
}

export function writeCookie(name: string, value: string, { maxAge, httpOnly = true }: CookieOptions = {}): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "SameSite=Lax"];
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  if (httpOnly) parts.push("HttpOnly");
  if (env.secureCookies) parts.push("Secure");
  return parts.join("; ");
}

export const dropCookie = (name: string): string => writeCookie(name, "", { maxAge: 0 });
