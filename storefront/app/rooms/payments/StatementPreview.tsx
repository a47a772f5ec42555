import type { BankDepositMatchEnum, StaffStatementQuery } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import { useDeskWords, useWon } from "./parts.tsx";

type Statement = NonNullable<StaffStatementQuery["bankStatement"]>;

export const FOUND_TAGS: Record<BankDepositMatchEnum, string> = { CERTAIN: "tag ok", PARTIAL: "tag warn", OVER: "tag warn", SUGGESTED: "tag info", NONE: "tag" };

export function FoundTag({ found, isKnown }: { found: BankDepositMatchEnum; isKnown?: boolean }) {
  const t = useDeskWords();
  const words: Record<BankDepositMatchEnum, string> = { CERTAIN: t.certain, PARTIAL: t.partial, OVER: t.over, SUGGESTED: t.suggested, NONE: t.none };
  return <span className={isKnown ? "tag" : FOUND_TAGS[found]}>{isKnown ? t.known : words[found]}</span>;
}

function Counts({ statement }: { statement: Statement }) {
  const t = useDeskWords();
  const { counts } = statement;
  if (!counts) return null;
  const rows: [string, number][] = [[t.certain, counts.certain], [t.partial, counts.partial], [t.over, counts.over], [t.suggested, counts.suggested], [t.none, counts.none], [t.known, counts.known], [t.withdrawals, statement.withdrawalCount]];
  return (
    <dl className="tally">
      {rows.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function Problems({ problems }: { problems: Statement["problems"] }) {
  const t = useDeskWords();
  if (!problems.length) return null;
  return (
    <div className="bd">
      <Notice kind="warn" head={t.problems(problems.length)}>
        {t.problemsNote}
      </Notice>
      <Table
        caption={t.problems(problems.length)}
        rows={problems}
        keyOf={(row) => String(row.row)}
        columns={[
          { head: t.row, isMain: true, cell: (row) => row.row },
          { head: t.column, cell: (row) => row.column },
          { head: t.what, cell: (row) => row.message },
        ]}
      />
    </div>
  );
}

function Lines({ statement }: { statement: Statement }) {
  const t = useDeskWords();
  const won = useWon();
  const language = useLanguage();
  return (
    <Table
      caption={t.preview}
      rows={statement.lines}
      keyOf={(row) => String(row.row)}
      columns={[
        { head: t.depositor, isMain: true, cell: (row) => <span className="ask">{row.depositor || "–"}</span> },
        { head: t.booked, cell: (row) => formatMoment(row.bookedAt, language) },
        { head: t.memo, cell: (row) => <span className="mute ask">{row.memo || "–"}</span> },
        { head: t.state, cell: (row) => <FoundTag found={row.found} isKnown={row.isKnown} /> },
        {
          head: t.fits,
          cell: (row) =>
            row.transaction && !row.isKnown ? (
              <Link className="link" to={`/staff/payments/${row.transaction.token}`}>
                {row.transaction.order ? t.paidOrder(row.transaction.order.number) : (row.transaction.transferReference ?? t.noOrder)}
              </Link>
            ) : (
              "–"
            ),
        },
        { head: t.amount, align: "r", cell: (row) => <span className="num sum">{won(row.amount)}</span> },
      ]}
    />
  );
}

/** What a statement would do, and the button that does it. */
export function StatementPreview({ statement, here }: { statement: Statement; here: string }) {
  const t = useDeskWords();
  const fresh = statement.rowCount - (statement.counts?.known ?? 0);
  return (
    <Panel title={t.previewTitle(statement.fileName)} note={t.firstLines(statement.lines.length, statement.rowCount)} flush>
      <div className="bd desk-grid">
        <Counts statement={statement} />
        <form method="post" className="field-row" data-once={t.busy}>
          <input type="hidden" name="intent" value="apply" />
          <input type="hidden" name="id" value={statement.id} />
          {fresh > 0 ? <Button kind="1">{t.apply(fresh)}</Button> : <span className="sub">{t.nothingNew}</span>}
          <ButtonLink kind="2" to={here}>{t.cancel}</ButtonLink>
        </form>
        {fresh > 0 ? <p className="sm sub">{t.applyNote}</p> : null}
      </div>
      <Problems problems={statement.problems} />
      {statement.lines.length ? <Lines statement={statement} /> : null}
    </Panel>
  );
}

/** How far it has come, or what came of it. */
export function StatementProgress({ statement, here }: { statement: Statement; here: string }) {
  const t = useDeskWords();
  if (statement.status === "APPLYING") {
    return (
      <>
        <meta httpEquiv="refresh" content="3" />
        <Notice kind="info" live>
          {t.applying(statement.position, statement.rowCount)} <Link className="link" to={`${here}?statement=${encodeURIComponent(statement.id)}`}>{t.refresh}</Link>
        </Notice>
      </>
    );
  }
  return (
    <Notice kind="ok" live head={t.applied(statement.addedCount, statement.matchedCount)}>
      {t.appliedNote(statement.addedCount - statement.matchedCount)}
    </Notice>
  );
}
