import { isbot } from "isbot";
import type { Channel } from "./channel.ts";
import { env } from "./env.server.ts";

/**
 * Counts of what people look at and search for, gathered for some seconds and handed to the API: no visitor, no address, no time of day.
 * Without IEUM_SERVICE_TOKEN nothing is counted. What cannot be handed over is lost: a count is not worth a page.
 */
const EVERY_MS = 5_000;
const MOST = 2_000;

const views = new Map<string, [product: number, channel: Channel, views: number]>();
const searches = new Map<string, [words: string, channel: Channel, asked: number, unanswered: number]>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** A person's own look at a page: no robot, and no browser that fetches ahead. */
export function isLook(request: Request): boolean {
  const ahead = `${request.headers.get("sec-purpose") ?? ""} ${request.headers.get("purpose") ?? ""}`.includes("prefetch");
  const agent = request.headers.get("user-agent");
  return request.method === "GET" && !ahead && Boolean(agent) && !isbot(agent);
}

/** The number in a global id of a product; none for anything else. */
export function productKey(globalId: string): number | null {
  const [type, key] = Buffer.from(globalId, "base64").toString("utf8").split(":");
  return type === "Product" && key && /^\d{1,15}$/.test(key) ? Number(key) : null;
}

/** Somebody looks at the page of a product. */
export function noteView(request: Request, channel: Channel, productId: string): void {
  const product = productKey(productId);
  if (!env.serviceToken || product === null || !isLook(request) || views.size >= MOST) return;
  const key = `${channel} ${product}`;
  const row = views.get(key) ?? [product, channel, 0];
  row[2] += 1;
  views.set(key, row);
  wake();
}

/** Somebody searched, and so many things were found. Only the first page counts, and only without further filters: more of them find less. */
export function noteSearch(request: Request, channel: Channel, words: string, found: number): void {
  if (!env.serviceToken || !words.trim() || !isLook(request) || searches.size >= MOST) return;
  const key = `${channel} ${words}`;
  const row = searches.get(key) ?? [words, channel, 0, 0];
  row[2] += 1;
  row[3] += found === 0 ? 1 : 0;
  searches.set(key, row);
  wake();
}

function wake(): void {
  timer ??= setTimeout(() => void flush(), EVERY_MS);
  timer.unref?.();
}

/** Hands over what was counted and begins anew. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const body = JSON.stringify({ visits: [...views.values()], searches: [...searches.values()] });
  views.clear();
  searches.clear();
  try {
    await fetch(new URL("/insight/counts/", env.apiUrl), {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${env.serviceToken}` },
      body,
      signal: AbortSignal.timeout(env.apiTimeoutMs),
    });
  } catch {
    // The API is away; the next seconds are counted again.
  }
}
