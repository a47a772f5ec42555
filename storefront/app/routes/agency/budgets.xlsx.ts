import { handOnBudget } from "~/rooms/budgets/budgets.server.ts";
import type { Route } from "./+types/budgets.xlsx";

/** The lines of a year, or with ?empty=1 the empty form. */
export const loader = ({ context, request }: Route.LoaderArgs) => handOnBudget(context, request);
