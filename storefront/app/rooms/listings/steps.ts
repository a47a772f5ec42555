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

/** Whether two lists of steps say the same. */
export const areSameSteps = (one: readonly StepValue[], other: readonly StepValue[]): boolean =>
  one.length === other.length && one.every((step, at) => step.minimumQuantity === other[at]!.minimumQuantity && step.price === other[at]!.price);
