import type { BulkRowFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import { changedFields, countOf, ROW_STATUSES, ROW_TAGS, runPath, type Run, type Tab } from "./state.ts";
import { bulkWords } from "./words.ts";

const ROWS = 50;
const NAMED = 4;
const address = (run: Run, tab: Tab, page = 1): string => `${runPath(run.id)}?rows=${tab.toLowerCase()}${page > 1 ? `&page=${page}` : ""}#rows`;

function Tabs({ run, tab }: { run: Run; tab: Tab }) {
  const t = bulkWords(useLanguage());
  const shown = ROW_STATUSES.filter((status) => countOf(run, status) > 0);
  if (shown.length < 2) return null;
  return (
    <nav className="tabs bulk-tabs" aria-label={t.tabsLabel}>
      {(["ALL", ...shown] as Tab[]).map((one) => (
        <Link key={one} to={address(run, one)} aria-current={one === tab ? "page" : undefined}>
          {t.tab[one]} <b className="num">{formatNumber(one === "ALL" ? run.rowCount : countOf(run, one))}</b>
        </Link>
      ))}
    </nav>
  );
}

function What({ row }: { row: BulkRowFragment }) {
  const t = bulkWords(useLanguage());
  if (row.status === "SAME") return <span className="mute">{t.unchanged}</span>;
  const fields = changedFields(row.changes);
  const named = fields.slice(0, NAMED).map((field) => t.fields[field]).join(", ");
  return (
    <span className="bulk-what">
      <span className={ROW_TAGS[row.status]}>{t.tab[row.status]}</span> {row.action && row.status !== "BAD" ? t.actions[row.action] : null}
      {row.action === "UPDATE" && named ? <small>{named}{fields.length > NAMED ? t.more(fields.length - NAMED) : ""}</small> : null}
    </span>
  );
}

function Problems({ row }: { row: BulkRowFragment }) {
  if (!row.problems.length) return <span className="mute bulk-fine">–</span>;
  const isGrave = row.status === "BAD" || row.status === "FAILED";
  return (
    <ul className="bulk-problems">
      {row.problems.map((problem) => (
        <li key={`${problem.column}${problem.message}`}>
          <Icon name={isGrave ? "x" : "info"} size="s" />
          <span>{problem.column ? <b><Local text={problem.column} /> </b> : null}{problem.message}</span>
        </li>
      ))}
    </ul>
  );
}

function Turn({ run, tab, total, page }: { run: Run; tab: Tab; total: number; page: number }) {
  const t = bulkWords(useLanguage());
  const last = Math.ceil(total / ROWS);
  if (last < 2) return null;
  return (
    <nav className="pg" aria-label={t.pages}>
      {page > 1 ? <Link to={address(run, tab, page - 1)} rel="prev">{t.prev}</Link> : null}
      <span className="sub sm num">{t.shown(formatNumber((page - 1) * ROWS + 1), formatNumber(Math.min(page * ROWS, total)), formatNumber(total))}</span>
      {page < last ? <Link to={address(run, tab, page + 1)} rel="next">{t.nextPage}</Link> : null}
    </nav>
  );
}

/** The rows of the sheet: which, what of it, and what is wrong, by row number and head of the column. */
export function Rows({ run, tab, total, page, rows }: { run: Run; tab: Tab; total: number; page: number; rows: readonly BulkRowFragment[] }) {
  const t = bulkWords(useLanguage());
  return (
    <div id="rows" className="bulk-rows">
      <Panel title={t.rowsTitle} count={total} flush>
        <Tabs run={run} tab={tab} />
        {rows.length ? (
          <Table
            caption={t.rowsTitle}
            rows={rows}
            keyOf={(row) => String(row.number)}
            columns={[
              { head: t.row, align: "r", cell: (row) => <b className="num">{formatNumber(row.number)}<span className="unit" aria-hidden="true">{t.unit}</span></b> },
              { head: t.product, isMain: true, cell: (row) => <>{row.name ? <Local text={row.name} /> : <span className="mute">{t.noName}</span>}{row.option ? <small className="bulk-option"><Local text={row.option} /></small> : null}</> },
              { head: t.what, cell: (row) => <What row={row} /> },
              { head: t.problem, cell: (row) => <Problems row={row} /> },
            ]}
          />
        ) : (
          <Nothing head={t.noRows} />
        )}
      </Panel>
      <Turn run={run} tab={tab} total={total} page={page} />
    </div>
  );
}
