import type { CartFragment } from "~/gql/operations";

export type CartGroup = CartFragment["vendorGroups"][number];
export type CartLine = CartGroup["lines"][number];
export type Sums = CartLine["totalPrice"];

export interface LineState {
  /** Pieces that are left where the line asks for more; null when there are enough. */
  left: number | null;
  isGone: boolean;
  /** The time of a quoted price is over. */
  isLapsed: boolean;
  /** By how much a piece became dearer since it was put in. */
  priceChange: number;
}

export const FINE: LineState = { left: null, isGone: false, isLapsed: false, priceChange: 0 };

export function lineStates(cart: CartFragment, priceChange: (line: CartLine) => number): Record<string, LineState> {
  const states: Record<string, LineState> = {};
  for (const line of cart.vendorGroups.flatMap((group) => group.lines)) {
    const change = priceChange(line);
    if (change !== 0) states[line.id] = { ...FINE, priceChange: change };
  }
  for (const problem of cart.problems ?? []) {
    if ("lapsed" in problem) {
      states[problem.lapsed.id] = { ...FINE, isGone: true, isLapsed: true };
      continue;
    }
    const known = states[problem.line.id] ?? FINE;
    states[problem.line.id] = "availableQuantity" in problem ? { ...known, left: Math.max(0, problem.availableQuantity ?? 0) } : { ...known, isGone: true };
  }
  return states;
}

/** A line that keeps the whole cart from being ordered. */
export const blocks = (state: LineState | undefined): boolean => Boolean(state && (state.isGone || state.left !== null));
export const cannotBeBought = (state: LineState | undefined): boolean => Boolean(state && (state.isGone || state.left === 0));

const add = (sums: readonly Sums[]): Sums => ({
  gross: { amount: sums.reduce((sum, one) => sum + one.gross.amount, 0) },
  net: { amount: sums.reduce((sum, one) => sum + one.net.amount, 0) },
  tax: { amount: sums.reduce((sum, one) => sum + one.tax.amount, 0) },
});

/** What the cart costs with delivery, also before a delivery method is chosen: every enterprise's charge is known already. */
export function cartTotals(groups: readonly CartGroup[]): { goods: Sums; delivery: Sums; total: Sums } {
  return { goods: add(groups.map((group) => group.subtotalPrice)), delivery: add(groups.map((group) => group.shippingPrice)), total: add(groups.map((group) => group.totalPrice)) };
}

export const pieces = (groups: readonly CartGroup[]): number => groups.reduce((sum, group) => sum + group.lines.reduce((own, line) => own + line.quantity, 0), 0);

/** What to call the chosen option: nothing where a product has but one and it bears a stand-in name or the product's own. */
export const optionName = (option: string, product: string): string => (option === product || option === "기본" || option.toLowerCase() === "standard" ? "" : option);

/** An anchor that survives a reload after a change. */
export const lineAnchor = (id: string): string => `line-${id.replaceAll(/[^\w]/g, "").slice(-12)}`;
