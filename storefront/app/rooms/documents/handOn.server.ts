import { env } from "~/lib/env.server.ts";

/** What the API says of a paper and the browser must hear; anything else stays behind. */
const PASSED = ["content-type", "content-length", "content-disposition", "x-content-type-options", "content-security-policy", "cross-origin-resource-policy", "cache-control"];
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Should the API once forget them. */
const GUARD = { "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-store" };

export const missing = (): Response => new Response("Not found", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8", ...GUARD } });

/** Nothing but a picture or a PDF is ever handed on, and always as a file to keep. */
const isPaper = (headers: Headers): boolean =>
  /^(?:application\/pdf|image\/(?:jpeg|png))$/.test(headers.get("content-type") ?? "") && /^attachment\b/.test(headers.get("content-disposition") ?? "");

const isFolder = (headers: Headers): boolean => headers.get("content-type") === "application/zip" && /^attachment\b/.test(headers.get("content-disposition") ?? "");
const REQUEST = /^PurchaseRequest:([0-9a-f-]{36})$/;
const NAMED = /^(?:Paper|QuoteAttachment):([0-9a-f-]{36})$/;
const MOST_PAPERS = 20;

/** The key of an issued paper or of a file of quotes, given as such or as the API's ID; "" for anything else. */
export function paperKey(id: string): string {
  if (UUID.test(id)) return id;
  return NAMED.exec(Buffer.from(id, "base64").toString("utf8"))?.[1] ?? "";
}

/** A private paper, streamed on for whom the token stands; not found for everybody else, as the API has it. */
export function handOn(id: string, headers: Record<string, string>, ask: typeof fetch = fetch, shelf: "documents" | "papers" | "agency-papers" | "quote-files" = "documents"): Promise<Response> {
  return UUID.test(id) ? handOnFrom(`/${shelf}/${id}/`, headers, isPaper, ask) : Promise.resolve(missing());
}

/** Several issued papers as one PDF, named by the API's IDs; not found when one of them may not be read. */
export function handOnPapers(ids: readonly string[], headers: Record<string, string>, ask: typeof fetch = fetch): Promise<Response> {
  const isFine = ids.length > 0 && ids.length <= MOST_PAPERS && ids.every((id) => /^[A-Za-z0-9+/=]{8,100}$/.test(id) && paperKey(id) !== "");
  return isFine ? handOnFrom(`/papers/issued.pdf?ids=${ids.map(encodeURIComponent).join(",")}`, headers, isPaper, ask) : Promise.resolve(missing());
}

/** The whole folder of a purchase as one ZIP, named by the API's ID of the request; not found for who may not read it. */
export function handOnFolder(id: string, headers: Record<string, string>, ask: typeof fetch = fetch): Promise<Response> {
  const key = REQUEST.exec(Buffer.from(id, "base64").toString("utf8"))?.[1] ?? "";
  return UUID.test(key) ? handOnFrom(`/procurement/requests/${key}/folder.zip`, headers, isFolder, ask) : Promise.resolve(missing());
}

async function handOnFrom(path: string, headers: Record<string, string>, isWanted: (headers: Headers) => boolean, ask: typeof fetch): Promise<Response> {
  const answer = await ask(new URL(path, env.apiUrl), { headers, redirect: "error", signal: AbortSignal.timeout(env.apiTimeoutMs) }).catch(() => null);
  if (!answer) return new Response("Bad gateway", { status: 502, headers: { "Content-Type": "text/plain; charset=utf-8", ...GUARD } });
  if (answer.status !== 200 || !answer.body || !isWanted(answer.headers)) {
    await answer.body?.cancel();
    return missing();
  }
  const passed = new Headers(GUARD);
  for (const name of PASSED) {
    const value = answer.headers.get(name);
    if (value !== null) passed.set(name, value);
  }
  return new Response(answer.body, { headers: passed });
}
