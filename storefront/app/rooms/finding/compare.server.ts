import { CompareDocument, CompareNamesDocument, type ComparedFragment } from "~/gql/operations";
import type { AppContext } from "~/lib/context.server.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";
import { placeOf } from "~/lib/facets.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { nameOf } from "~/ui/ProductCard.tsx";
import { readIds, type Comparison } from "./compare.ts";

const COOKIE = "ieum_compare";
const KEPT_SECONDS = 30 * 24 * 3600;

/** What somebody put aside to compare, in a cookie of this browser. */
export const readCompared = (request: Request): string[] => readIds(readCookies(request.headers.get("cookie")).get(COOKIE));

export const keepCompared = (app: AppContext, items: readonly string[]): void => app.setCookie(writeCookie(COOKIE, items.join(","), { maxAge: items.length ? KEPT_SECONDS : 0 }));

/** The items in the order in which they were put aside; what cannot be seen any more is left out. */
export async function loadComparison(app: AppContext, asked: Comparison): Promise<ComparedFragment[]> {
  if (asked.items.length === 0) return [];
  const { products } = await gqlPublic(CompareDocument, { ids: asked.items, channel: "public", quantity: asked.quantity, place: placeOf(asked), language: app.languageCode, translated: app.translated });
  const found = new Map(nodesOf(products).map((product) => [product.id, product]));
  return asked.items.flatMap((id) => found.get(id) ?? []);
}

/** What an item is called; null where there is none to be seen. */
export async function loadName(app: AppContext, id: string): Promise<string | null> {
  const { products } = await gqlPublic(CompareNamesDocument, { ids: [id], channel: "public", translated: app.translated });
  const [product] = nodesOf(products);
  return product ? nameOf(product) : null;
}
