import { unitFor, type Step } from "~/rooms/product/quantityPrices.ts";
import { MAX_QUANTITY, splitVat, type TaxKind, type VatSplit } from "~/lib/money.ts";

export interface Amounts extends VatSplit {
  quantity: number;
  unit: number;
  /** The quantity asked for is less than the smallest order, so the smallest order is shown. */
  isRaised: boolean;
}

/** What so many pieces of an option come to, at the price that the quantity reaches. */
export function amountsOf(price: number, steps: readonly Step[], taxKind: TaxKind, asked: number | null, minimum: number): Amounts {
  const { quantity } = amountsFor(price, taxKind, asked, minimum);
  return amountsFor(unitFor(price, steps, quantity), taxKind, asked, minimum);
}

/** What a quantity of an item comes to: split once over the sum, so that supply and tax always meet the total. */
export function amountsFor(unit: number, taxKind: TaxKind, asked: number | null, minimum: number): Amounts {
  const least = Math.max(1, minimum);
  const quantity = Math.min(Math.max(asked ?? least, least), MAX_QUANTITY);
  return { ...splitVat(unit * quantity, taxKind), quantity, unit, isRaised: asked !== null && asked < least };
}
