import type { InsightWeekFragment } from "~/gql/operations";
import { formatDay } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatLargeWon, formatNumber } from "~/lib/money.ts";
import { Table } from "~/ui/Table.tsx";
import { drawWeeks } from "./chart.ts";
import { insightWords } from "./words.ts";

/** The sales of the last weeks as bars, with the same numbers as a table behind them. */
export function SalesChart({ weeks }: { weeks: readonly InsightWeekFragment[] }) {
  const language = useLanguage();
  const t = insightWords(language);
  const rows = weeks.map((week) => ({ start: week.start, citizen: week.citizen.amount, public: week.public.amount, yearBefore: week.yearBefore.amount }));
  const drawn = drawWeeks(rows);
  const last = rows.at(-1);
  const short = (amount: number) => {
    if (amount === 0) return "0";
    if (language === "en") return amount < 1_000 ? String(amount) : `${formatNumber(Math.round(amount / 1_000))}k`;
    const { value, unit } = formatLargeWon(amount, language);
    return amount < 10_000 ? formatNumber(amount) : `${value}${unit === "만원" ? "만" : "억"}`;
  };
  const says = t.chartSays(formatNumber(last?.citizen ?? 0), formatNumber(last?.public ?? 0));
  return (
    <div className="bd ch">
      <p className="lg">
        <span><i className="k1" />{t.citizen}</span>
        <span><i className="k3" />{t.public}</span>
        <span><i className="dash" />{t.yearBefore}</span>
      </p>
      <div className="sx" tabIndex={0} role="region" aria-label={t.chart}>
        <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={says}>
          {drawn.ticks.map((tick) => (
            <g key={tick.value}>
              <path d={`M${drawn.left} ${tick.y}H${drawn.width}`} stroke="var(--c-line-soft)" />
              <text x={drawn.left - 8} y={tick.y + 4} textAnchor="end">{short(tick.value)}</text>
            </g>
          ))}
          {drawn.bars.map((bar) => (
            <g key={bar.start}>
              <rect {...bar.citizen} fill="var(--c-chart-1)" />
              <rect {...bar.public} fill="var(--c-chart-3)" />
              {bar.isLabelled ? <text x={bar.x} y={drawn.base + 20} textAnchor="middle">{formatDay(bar.start, language)}</text> : null}
            </g>
          ))}
          <polyline points={drawn.line} fill="none" stroke="var(--c-panel)" strokeWidth="4" />
          <polyline points={drawn.line} fill="none" stroke="var(--c-text)" strokeWidth="1.8" strokeDasharray="5 4" />
        </svg>
      </div>
      <details>
        <summary>{t.asTable}</summary>
        <Table
          caption={t.chart}
          rows={rows}
          keyOf={(row) => row.start}
          columns={[
            { head: t.week, cell: (row) => t.weekOf(formatDay(row.start, language)), isMain: true },
            { head: t.citizen, cell: (row) => formatNumber(row.citizen), align: "r" },
            { head: t.public, cell: (row) => formatNumber(row.public), align: "r" },
            { head: t.yearBefore, cell: (row) => formatNumber(row.yearBefore), align: "r" },
          ]}
        />
      </details>
    </div>
  );
}
