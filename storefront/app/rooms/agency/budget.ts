/** Sums of one budget line in won. */
export interface BudgetSums {
  appropriated: number;
  /** By requests in approval (품의 중). */
  held: number;
  /** Ordered and paid together (집행). */
  used: number;
}

export interface BudgetShares {
  left: number;
  usedPercent: number;
  heldPercent: number;
  /** Less than a twentieth is left. */
  isTight: boolean;
}

/** What was ordered and what was paid: both are gone for a further purchase (집행). */
export const usedOf = ({ committed, spent }: { committed: { amount: number }; spent: { amount: number } }): number => committed.amount + spent.amount;

const LITTLE = 0.05;

export function sharesOf({ appropriated, held, used }: BudgetSums): BudgetShares {
  const left = appropriated - held - used;
  const percent = (amount: number) => (appropriated > 0 ? Math.round((1000 * amount) / appropriated) / 10 : 0);
  return { left, usedPercent: percent(used), heldPercent: percent(held), isTight: appropriated > 0 && left < appropriated * LITTLE };
}
