import { readWhole } from "./draft.ts";

/** How many steps the table offers; what the API keeps beyond them stays shown as well. */
export const STEPS_OFFERED = 3;

export interface StepTyped {
  from: string;
  price: string;
}
export interface StepValue {
  minimumQuantity: number;
  price: number;
}

/** Where the table keeps a step: `from-<variant>-<channel>-<place>` and `step-…`. */
export const stepField = (part: "from" | "step", variant: string, channel: string, place: number): string => `${part}-${variant}-${channel}-${place}`;

/** The steps that were typed into the cells of one variant and channel; empty rows are none. `null` where a cell is no number or half a step is missing. */
export function readSteps(cells: readonly StepTyped[]): StepValue[] | null {
  const steps: StepValue[] = [];
  for (const cell of cells) {
    if (!cell.from.trim() && !cell.price.trim()) continue;
    const [minimumQuantity, price] = [readWhole(cell.from), readWhole(cell.price)];
    if (minimumQuantity === null || price === null) return null;
    steps.push({ minimumQuantity, price });
  }
  return steps.sort((a, b) => a.minimumQuantity - b.minimumQuantity);
}

/** The steps that the API answers with a listing. */
export const keptSteps = (listing: { quantityPrices: readonly { minimumQuantity: number; price: { amount: number } }[] }): StepValue[] =>
  listing.quantityPrices.map((step) => ({ minimumQuantity: step.minimumQuantity, price: step.price.amount }));

/** Steps as a hidden field keeps what the page had shown: `30:9000 100:8000`. */
export const stepsText = (steps: readonly StepValue[]): string => steps.map((step) => `${step.minimumQuantity}:${step.price}`).join(" ");

/** The steps to save: none (`null`) where nothing was typed anew, so that what somebody else changed meanwhile stays, or where they are kept already. */
export function changedSteps(typed: readonly StepValue[], shown: string, kept: readonly StepValue[]): StepValue[] | null {
  const text = stepsText(typed);
  return text === shown || text === stepsText(kept) ? null : [...typed];
}
