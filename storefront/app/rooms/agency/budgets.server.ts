import { OpenBudgetsDocument, type BudgetShareFragment } from "~/gql/operations";
import { nodesOf } from "~/lib/lists.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlAgency, type Membership } from "./agency.server.ts";

const MOST = 100;

/** The lines of this year that the member's department may buy from: its own, and those of the whole agency. */
export async function loadOpenBudgets(context: Context, { agency, department }: Membership, year: number): Promise<BudgetShareFragment[]> {
  const { budgetLines } = await gqlAgency(context, OpenBudgetsDocument, { agency: agency.id, year, first: MOST });
  return nodesOf(budgetLines).filter((line) => line.department === null || line.department.id === department?.id);
}
