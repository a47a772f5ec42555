import type { BuyLineFragment } from "~/gql/operations";

export type Standing = BuyLineFragment["standing"];

export const STANDING_TAGS: Record<Standing, string> = { BUYABLE: "tag ok", LESS_STOCK: "tag warn", SOLD_OUT: "tag bad", BELOW_MINIMUM: "tag warn", ABOVE_LIMIT: "tag warn", QUOTE_ONLY: "tag acc", ON_HOLIDAY: "tag", GONE: "tag bad" };

/** What can be put into a basket, all of it or as much as there is. */
export const canFill = ({ standing }: { standing: Standing }): boolean => standing === "BUYABLE" || standing === "LESS_STOCK";

export const listPath = (id: string): string => `/agency/lists/${encodeURIComponent(id)}`;
export const againPath = (orderId: string): string => `/agency/quick-order?order=${encodeURIComponent(orderId)}`;

/** To a request for quotes about these things. */
export function quotePath(lines: readonly { productSlug: string | null; quantity: number; variantId?: string | null }[]): string {
  const query = new URLSearchParams();
  for (const { productSlug, quantity, variantId } of lines) {
    if (!productSlug) continue;
    query.append("product", productSlug);
    query.append("quantity", String(quantity));
    query.append("variantId", variantId ?? "");
  }
  return `/agency/quotes/new?${query}`;
}

export interface Picked {
  variant: string;
  quantity: number;
}

const LONGEST_ID = 200;

/** The same thing may stand in a form more than once: each place has a name of its own. */
export const slotOf = (place: number | string, variant: string): string => `${place}|${variant}`;

/** What was ticked in a form, with the pieces that were typed beside it, added up for each thing; a quantity that is none is left for the API to refuse. */
export function pickedOf(form: FormData, most: number): Picked[] {
  const slots = form.getAll("pick").filter((one): one is string => typeof one === "string" && one.length > 0 && one.length <= LONGEST_ID);
  const found = new Map<string, number>();
  for (const slot of new Set(slots.slice(0, most))) {
    const variant = slot.slice(slot.lastIndexOf("|") + 1);
    const pieces = piecesOf(form.get(`q:${slot}`));
    const before = found.get(variant);
    found.set(variant, before === 0 || pieces === 0 ? 0 : (before ?? 0) + pieces);
  }
  return [...found].map(([variant, quantity]) => ({ variant, quantity }));
}

export function piecesOf(value: FormDataEntryValue | null): number {
  const plain = typeof value === "string" ? value.replace(/[,\s]/g, "") : "";
  return /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
}

/** The order of a list with one thing moved a place up or down. */
export function moved(order: readonly string[], one: string, by: -1 | 1): string[] {
  const at = order.indexOf(one);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return [...order];
  const next = [...order];
  next.splice(at, 1);
  next.splice(to, 0, one);
  return next;
}
