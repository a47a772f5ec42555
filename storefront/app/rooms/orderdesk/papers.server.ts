import { env } from "~/lib/env.server.ts";
import type { Language } from "~/lib/i18n/index.ts";
import { missing } from "~/rooms/documents/handOn.server.ts";
import { orderDeskWords } from "./words.ts";

const GUARD = { "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-store" };
const plain = (text: string, status: number): Response => new Response(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...GUARD } });

/** The PDF, for whom the token stands; the reason where the API names one; not found for everybody else. */
export async function handOnPapers(asked: URLSearchParams, headers: Record<string, string>, language: Language, ask: typeof fetch = fetch): Promise<Response> {
  const ids = asked.getAll("id");
  if (!ids.length) return plain(orderDeskWords(language).nothingChosen, 400);
  const url = new URL("/papers/vendor-orders.pdf", env.apiUrl);
  url.searchParams.set("kind", asked.get("kind") === "statement" ? "statement" : "packing");
  url.searchParams.set("ids", ids.join(","));
  const answer = await ask(url, { headers, redirect: "error", signal: AbortSignal.timeout(env.apiTimeoutMs) }).catch(() => null);
  if (!answer) return plain("Bad gateway", 502);
  if (answer.status === 400) {
    const said: unknown = await answer.json().catch(() => null);
    return plain(typeof said === "object" && said !== null && "message" in said ? String(said.message) : "Bad request", 400);
  }
  if (answer.status !== 200 || !answer.body || answer.headers.get("content-type") !== "application/pdf") {
    await answer.body?.cancel();
    return missing();
  }
  return new Response(answer.body, { headers: { "Content-Type": "application/pdf", "Content-Disposition": answer.headers.get("content-disposition") ?? "inline", ...GUARD } });
}
