import type { BudgetShareFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { usedOf } from "./budget.ts";
import { BudgetBar, BudgetLegend } from "./BudgetBar.tsx";
import { todayWords } from "./todayWords.ts";

const SHOWN = 5;

/** What the department may still spend this year, the tightest lines first. */
export function BudgetPanel({ lines, of, canImport }: { lines: readonly BudgetShareFragment[]; of: string; canImport: boolean }) {
  const t = todayWords(useLanguage());
  if (!lines.length) {
    return (
      <Panel title={t.budget} note={of} flush>
        <Nothing head={t.noBudget}>
          <p>{t.noBudgetBody}</p>
          {canImport ? <ButtonLink size="s" to="/agency/budgets/import">{t.importBudget}</ButtonLink> : null}
        </Nothing>
      </Panel>
    );
  }
  const share = (line: BudgetShareFragment) => (line.appropriated.amount ? line.available.amount / line.appropriated.amount : 1);
  const shown = [...lines].sort((one, other) => share(one) - share(other)).slice(0, SHOWN);
  return (
    <Panel title={t.budget} note={of} more={<Link className="link sm more" to="/agency/budgets">{t.allBudgets}</Link>}>
      <BudgetLegend />
      <ul>
        {shown.map((line) => (
          <li key={line.id}>
            <BudgetBar code={line.code} name={line.name} sums={{ appropriated: line.appropriated.amount, held: line.held.amount, used: usedOf(line) }} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
