import type { Variant } from "./product.server.ts";

/** The option that the address asks for, else the first that can be bought, else the first. */
export function chooseVariant(variants: readonly Variant[], asked: string | null): Variant | null {
  return variants.find((variant) => variant.id === asked) ?? variants.find(isBuyable) ?? variants[0] ?? null;
}

export const isBuyable = (variant: Variant): boolean => (variant.quantityAvailable ?? 0) > 0 && Boolean(variant.pricing?.price);
