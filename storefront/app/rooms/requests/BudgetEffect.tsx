import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { sharesOf, type BudgetSums } from "~/rooms/agency/budget.ts";
import { budgetBarWords } from "~/rooms/agency/budgetBarWords.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { ShareBar } from "~/ui/ShareBar.tsx";
import { requestWords } from "./words.ts";

interface Props {
  line: { code: string; name: string } & BudgetSums;
  /** What this request holds of the line already, and what it asks for. */
  ownHeld: number;
  asked: number;
}

/** What this request does to its budget line. */
export function BudgetEffect({ line, ownHeld, asked }: Props) {
  const language = useLanguage();
  const t = requestWords(language);
  const others = line.held - ownHeld;
  const shares = sharesOf({ appropriated: line.appropriated, used: line.used, held: others + asked });
  const rows = [[t.year, line.appropriated], [t.used, line.used], ...(others > 0 ? [[t.heldBy, others] as const] : []), ...(asked > 0 ? [[t.this, asked] as const] : [])] as const;
  return (
    <Panel title={t.budget} note={`${line.code} ${line.name}`}>
      <dl className="bf">
        {rows.map(([head, amount]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{formatNumber(amount)}</dd>
          </div>
        ))}
      </dl>
      <div className="bf">
        <ShareBar used={shares.usedPercent} held={shares.heldPercent} isWarning={shares.isTight} label={budgetBarWords(language).says(shares.usedPercent, shares.heldPercent)} />
      </div>
      <dl className="bf">
        <div className="sum">
          <dt>{asked > 0 ? t.afterwards : t.leftNow}</dt>
          <dd>{formatNumber(shares.left)}</dd>
        </div>
      </dl>
    </Panel>
  );
}
