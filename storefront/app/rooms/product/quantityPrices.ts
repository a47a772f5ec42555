import type { Variant } from "./product.server.ts";

export type Step = Variant["quantityPrices"][number];

/** What each of so many pieces costs: as the API charges it, the lowest of the price of one and the steps that are reached. */
export function unitFor(price: number, steps: readonly Step[], quantity: number): number {
  return steps.reduce((lowest, step) => (step.minimumQuantity <= quantity ? Math.min(lowest, step.price.gross.amount) : lowest), price);
}

/** The step that sets the price of so many pieces. */
export const takenStep = (steps: readonly Step[], quantity: number): Step | null => steps.filter((step) => step.minimumQuantity <= quantity).at(-1) ?? null;

/** By how many whole per cent a step is below the price of one; 0 where it is less than one. */
export const percentBelow = (price: number, step: Step): number => Math.floor(((price - step.price.gross.amount) * 100) / price);

/** Steps as the product page's script reads them: `30:9000 100:8000`. */
export const stepsText = (steps: readonly Step[]): string | undefined => steps.map((step) => `${step.minimumQuantity}:${step.price.gross.amount}`).join(" ") || undefined;
