import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { actionOf, countOf, type Run } from "./state.ts";
import { bulkWords } from "./words.ts";

interface Tile {
  head: string;
  count: number;
  note: string;
  isBad?: boolean;
}

function useTiles(run: Run): Tile[] {
  const t = bulkWords(useLanguage());
  const fresh = actionOf(run, "CREATE");
  const change = { rows: actionOf(run, "UPDATE").rows + actionOf(run, "ADD_VARIANT").rows, products: Math.max(actionOf(run, "UPDATE").products, actionOf(run, "ADD_VARIANT").products) };
  const of = (...statuses: Parameters<typeof countOf>[1][]) => countOf(run, ...statuses);
  const bad: Tile = { head: t.tiles.bad, count: of("BAD"), note: of("BAD") ? (run.status === "CHECKED" ? t.tiles.badNote : t.tiles.badDone) : t.tiles.badNone, isBad: true };
  if (run.status === "DONE") {
    return [
      { head: t.tiles.applied, count: of("APPLIED"), note: t.tiles.appliedNote },
      { head: t.tiles.proposed, count: of("PROPOSED"), note: t.tiles.proposedNote },
      { head: t.tiles.failed, count: of("FAILED"), note: of("FAILED") ? t.tiles.failedNote : t.tiles.badNone, isBad: true },
      bad,
    ];
  }
  if (run.status === "UNDONE") {
    return [
      { head: t.tiles.undone, count: of("UNDONE"), note: t.tiles.undoneNote },
      { head: t.tiles.kept, count: of("KEPT"), note: of("KEPT") ? t.tiles.keptNote : t.tiles.badNone },
      { head: t.tiles.proposed, count: of("PROPOSED"), note: t.tiles.proposedNote },
      bad,
    ];
  }
  return [
    { head: t.tiles.fresh, count: fresh.products, note: t.tiles.freshRows(formatNumber(fresh.rows)) },
    { head: t.tiles.change, count: change.rows, note: t.tiles.changeNote(formatNumber(change.products)) },
    { head: t.tiles.same, count: of("SAME"), note: t.tiles.sameNote },
    bad,
  ];
}

/** What the workbook does, or did, in four numbers. */
export function Figures({ run }: { run: Run }) {
  return (
    <div className="k4 bulk-k4">
      {useTiles(run).map((tile) => (
        <div key={tile.head}>
          <span>{tile.head}</span>
          <b className="num">{formatNumber(tile.count)}</b>
          <em className={tile.isBad && tile.count ? "late" : undefined}>{tile.note}</em>
        </div>
      ))}
    </div>
  );
}
