import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Local } from "~/ui/Local.tsx";
import { ShareBar } from "~/ui/ShareBar.tsx";
import { sharesOf, type BudgetSums } from "./budget.ts";
import { budgetBarWords } from "./budgetBarWords.ts";

/** What the parts of the bars mean. */
export function BudgetLegend() {
  const t = budgetBarWords(useLanguage());
  return (
    <p className="lg" aria-hidden="true">
      <span><i />{t.used}</span>
      <span><i className="h" />{t.held}</span>
      <span><i className="e" />{t.left}</span>
    </p>
  );
}

/** One budget line: what is left, as a bar and in numbers (won). */
export function BudgetBar({ code, name, sums }: { code: string; name: string; sums: BudgetSums }) {
  const t = budgetBarWords(useLanguage());
  const shares = sharesOf(sums);
  return (
    <div className="bud num">
      <p className="h">
        <b>{code} <Local text={name} /></b>
        <span className={shares.isTight ? "tight" : undefined}>{t.left} {formatNumber(shares.left)}</span>
      </p>
      <ShareBar used={shares.usedPercent} held={shares.heldPercent} isWarning={shares.isTight} label={t.says(shares.usedPercent, shares.heldPercent)} />
      <p className="f">
        <span>{t.used} {formatNumber(sums.used)} · {t.held} {formatNumber(sums.held)}</span>
        <span>{formatNumber(sums.appropriated)}</span>
      </p>
    </div>
  );
}
