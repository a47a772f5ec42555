import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

const isTrusted = process.env.IEUM_TRUST_PROXY === "1";
const publicOrigin = process.env.IEUM_PUBLIC_ORIGIN;

/**
 * Whom the API is to count tries at signing in for: the chain of addresses that leads to us. What a browser writes itself is dropped
 * unless the proxy in front is ours.
 */
function callers(incoming: IncomingMessage): string {
  const before = isTrusted ? incoming.headers["x-forwarded-for"] : undefined;
  return [...(before === undefined ? [] : [before].flat()), incoming.socket.remoteAddress ?? ""].filter(Boolean).join(", ");
}

/**
 * The web Request of a node one, at the address people type. A forwarded scheme counts only behind a proxy that we were told to trust.
 */
export function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (Array.isArray(value)) for (const part of value) headers.append(name, part);
    else if (value !== undefined) headers.set(name, value);
  }
  headers.set("x-forwarded-for", callers(incoming));
  const scheme = isTrusted && headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const host = /^[\w.:[\]-]+$/.test(incoming.headers.host ?? "") ? incoming.headers.host : "localhost";
  // A path of two slashes would be read as another host.
  const path = (incoming.url ?? "/").replace(/^\/{2,}/, "/");
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(new URL(path, publicOrigin ?? `${scheme}://${host}`), {
    method: incoming.method,
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  } as RequestInit);
}
