import type { ComparedFragment } from "~/gql/operations";
import { MAX_QUANTITY, readQuantity } from "~/lib/money.ts";

/** So many stand side by side. */
export const MOST = 5;
export const COMPARE = "/public/compare";

/** What is compared: ids of items, and for which quantity and place. The address line is its home. */
export interface Comparison {
  items: string[];
  quantity: number;
  to: string;
  isDifferentOnly: boolean;
}

/** An id of a product as the API writes it; anything else would be refused there. */
function isProductId(id: string): boolean {
  if (!/^[A-Za-z0-9+/]{8,40}={0,2}$/.test(id)) return false;
  try {
    return /^Product:\d{1,18}$/.test(atob(id));
  } catch {
    return false;
  }
}

/** Ids from a text that names them between commas; each once, what is none left out. */
export const readIds = (text: string | null | undefined, most = MOST): string[] => [...new Set((text ?? "").split(",").filter(isProductId))].slice(0, most);

export const readComparison = (params: URLSearchParams): Comparison => ({
  items: readIds(params.getAll("items").join(",")),
  quantity: readQuantity(params.get("qty"), 1, MAX_QUANTITY),
  to: (params.get("to") ?? "").trim().slice(0, 10),
  isDifferentOnly: params.get("diff") === "1",
});

/** The quantity and the place that the page had from which somebody comes. */
export function needsOf(back: string): Pick<Comparison, "quantity" | "to"> {
  const params = new URLSearchParams(back.split("?")[1] ?? "");
  return { quantity: readQuantity(params.get("qty") ?? params.get("quantity"), 1, MAX_QUANTITY), to: readComparison(params).to };
}

export function comparePath({ items, quantity, to, isDifferentOnly }: Partial<Comparison> & Pick<Comparison, "items">): string {
  const params = new URLSearchParams();
  if (items.length) params.set("items", items.join(","));
  if (quantity && quantity > 1) params.set("qty", String(quantity));
  if (to) params.set("to", to);
  if (isDifferentOnly) params.set("diff", "1");
  const text = params.toString();
  return text ? `${COMPARE}?${text}` : COMPARE;
}

/** One more; as it was where there are five already, or it is among them. */
export function withItem(items: readonly string[], id: string): { items: string[]; isFull: boolean } {
  if (items.includes(id)) return { items: [...items], isFull: false };
  return items.length >= MOST ? { items: [...items], isFull: true } : { items: [...items, id], isFull: false };
}

export const withoutItem = (items: readonly string[], id: string): string[] => items.filter((other) => other !== id);

/** A line of the table: what it is called, and what each item has of it. */
export interface Line {
  slug: string;
  name: string;
  values: (string | null)[];
  isDifferent: boolean;
}

type Named = { name: string | null; translation?: { name: string | null } | null };
const nameOf = (row: Named): string => row.translation?.name || row.name || "";

/** Whether what the items have is not the same in all. */
export const differ = (values: readonly (string | null)[]): boolean => new Set(values).size > 1;

/** The attributes of all items side by side, in the order in which they first come. */
export function attributeLines(products: readonly ComparedFragment[], say: { yes: string; no: string }): Line[] {
  const names = new Map<string, string>();
  for (const product of products) {
    for (const { attribute, values } of product.attributes) {
      if (values.length && attribute.slug && !names.has(attribute.slug)) names.set(attribute.slug, nameOf(attribute));
    }
  }
  return [...names].map(([slug, name]) => {
    const values = products.map((product) => {
      const found = product.attributes.find(({ attribute }) => attribute.slug === slug)?.values ?? [];
      const texts = found.map((value) => (value.boolean === null ? nameOf(value) : value.boolean ? say.yes : say.no)).filter(Boolean);
      return texts.length ? texts.join(", ") : null;
    });
    return { slug, name, values, isDifferent: differ(values) };
  });
}

/** Which items have the least of something; none where all have the same, or only one has any. */
export function leastOf<T extends number | string>(values: readonly (T | null | undefined)[]): boolean[] {
  const known = values.filter((value): value is T => value !== null && value !== undefined);
  if (known.length < 2 || new Set(known).size < 2) return values.map(() => false);
  const least = known.reduce((low, value) => (value < low ? value : low));
  return values.map((value) => value === least);
}
