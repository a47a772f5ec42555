import { ListingStockBeginDocument, ListingStocksDocument } from "~/gql/operations";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { readWhole } from "./draft.ts";
import { piecesOf, type Row } from "./state.ts";

type Variant = NonNullable<Row["variants"]>[number];
export interface StockAnswer {
  errors: FieldError[];
  /** What was typed, by variant. */
  typed: Record<string, string>;
  changed: number;
}

/**
 * Sets the pieces of those variants whose number was changed in the form (`stock-<variant>`), and only where the number that
 * the page had shown (`was:stock-<variant>`) is still true: orders may have left meanwhile. Pieces lie in one warehouse unless the enterprise keeps several; then the page only shows the sum.
 */
export async function saveStocks(context: Context, form: FormData, variants: readonly Variant[], warehouseId: string | null, words: { whole: string; moved: (name: string, now: number) => string }): Promise<StockAnswer> {
  const typed: Record<string, string> = {};
  const errors: FieldError[] = [];
  const wishes: { variant: Variant; quantity: number }[] = [];
  for (const variant of variants) {
    const text = form.get(`stock-${variant.id}`);
    if (typeof text !== "string") continue;
    typed[variant.id] = text.slice(0, 12);
    const shown = form.get(`was:stock-${variant.id}`);
    if (!text.trim() || text.trim() === shown) continue;
    const quantity = readWhole(text);
    if (quantity !== null && typeof shown === "string" && (readWhole(shown) ?? 0) !== piecesOf(variant)) errors.push({ field: `stock-${variant.id}`, code: "STALE", message: words.moved(variant.name, piecesOf(variant)) });
    else if (quantity === null) errors.push({ field: `stock-${variant.id}`, code: "INVALID", message: `${variant.name}: ${words.whole}` });
    else if (quantity !== piecesOf(variant) || !variant.stocks?.length) wishes.push({ variant, quantity });
  }
  if (errors.length) return { errors, typed, changed: 0 };
  const begun = wishes.filter(({ variant }) => variant.stocks?.length);
  if (begun.length) {
    const stocks = begun.map(({ variant, quantity }) => ({ variantId: variant.id, warehouseId: variant.stocks![0]!.warehouse.id, quantity }));
    const { stockBulkUpdate } = await gqlCentre(context, ListingStocksDocument, { stocks });
    errors.push(...fieldErrors(stockBulkUpdate?.errors));
    (stockBulkUpdate?.results ?? []).forEach((row, at) => errors.push(...fieldErrors(row.errors ?? []).map((error) => ({ ...error, field: `stock-${begun[at]!.variant.id}`, message: `${begun[at]!.variant.name}: ${error.message}` }))));
  }
  for (const { variant, quantity } of wishes.filter((wish) => !wish.variant.stocks?.length)) {
    if (!warehouseId) continue;
    const { productVariantStocksCreate } = await gqlCentre(context, ListingStockBeginDocument, { variant: variant.id, stocks: [{ warehouse: warehouseId, quantity }] });
    errors.push(...fieldErrors(productVariantStocksCreate?.errors).map((error) => ({ ...error, field: `stock-${variant.id}` })));
  }
  return { errors, typed, changed: wishes.length };
}
