import type { CardFragment } from "~/gql/operations";

/** New goods come in by the maker; a shelf that is worth a look takes one of each first, and nothing that is sold out. */
export function oneOfEach<T extends Pick<CardFragment, "isAvailable" | "isQuoteOnly"> & { vendor: { slug: string } }>(items: readonly T[], count: number): T[] {
  const makers = new Set<string>();
  const first = items.filter((item) => !isSoldOut(item) && !makers.has(item.vendor.slug) && makers.add(item.vendor.slug));
  return [...first, ...items.filter((item) => !first.includes(item))].slice(0, count);
}

/** What is made to an estimate has no stock to buy from, and is not sold out for that. */
export const isSoldOut = (product: Pick<CardFragment, "isAvailable" | "isQuoteOnly">): boolean => product.isAvailable === false && !product.isQuoteOnly;
