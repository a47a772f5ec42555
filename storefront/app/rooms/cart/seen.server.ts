import type { Channel } from "~/lib/channel.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";

/** The price of each line as its buyer last saw it, so that a cart left for days can say what changed. */
export type SeenPrices = Map<string, number>;

interface PricedLine {
  id: string;
  /** Before a voucher: a code is no change of price. */
  baseUnitPrice: { amount: number };
  quantityPrice: { saving: { amount: number } } | null;
}

/** What one costs: that more pieces cost less apiece is no change of price either. */
const priceOfOne = (line: PricedLine): number => line.baseUnitPrice.amount + (line.quantityPrice?.saving.amount ?? 0);

const DAYS = 30;
const LONGEST = 100;
const nameOf = (channel: Channel) => `ieum_seen_${channel}`;

/** Enough of a line's id to tell the lines of one cart apart. */
const keyOf = (id: string): string => id.replaceAll("=", "").slice(-12);

export function readSeen(request: Request, channel: Channel): SeenPrices {
  const seen: SeenPrices = new Map();
  const text = readCookies(request.headers.get("cookie")).get(nameOf(channel)) ?? "";
  for (const part of text.split(",").slice(0, LONGEST)) {
    const [key, amount] = part.split(":");
    if (key && amount && /^\d{1,12}$/.test(amount)) seen.set(key, Number(amount));
  }
  return seen;
}

export function seenCookie(channel: Channel, lines: readonly PricedLine[] | null, before: SeenPrices = new Map()): string {
  if (!lines) return writeCookie(nameOf(channel), "", { maxAge: 0 });
  const parts = lines.slice(0, LONGEST).map((line) => `${keyOf(line.id)}:${before.get(keyOf(line.id)) ?? priceOfOne(line)}`);
  return writeCookie(nameOf(channel), parts.join(","), { maxAge: DAYS * 86_400 });
}

/** How much dearer (or, below zero, cheaper) a piece has become; 0 when nobody knows better. */
export function priceChange(line: PricedLine, seen: SeenPrices): number {
  const before = seen.get(keyOf(line.id));
  return before === undefined ? 0 : priceOfOne(line) - before;
}
