import formIsland from "~/islands/form.ts?worker&url";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { importStep, loadImport } from "~/rooms/budgets/budgets.server.ts";
import { OUTCOMES, OUTCOME_TAGS, RUN_TAGS, runPath } from "~/rooms/budgets/state.ts";
import { budgetWords } from "~/rooms/budgets/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/budgets.import";
import "~/styles/budgets.css";

export const handle = { islands: [formIsland] };
const HERE = "/agency/budgets/import";
const MOST = 200;

export const loader = ({ context, request }: Route.LoaderArgs) => loadImport(context, request);
export const action = ({ context, request }: Route.ActionArgs) => importStep(context, request);

type Loaded = Route.ComponentProps["loaderData"];
type Run = NonNullable<Loaded["run"]>;

function Upload({ year, errors }: { year: number; errors?: FieldError[] }) {
  const t = budgetWords(useLanguage());
  const error = errorOf(errors, "file")?.message;
  return (
    <Panel title={t.importTitle} more={<ButtonLink size="s" to={`/agency/budgets/lines.xlsx?empty=1&year=${year}`} download><Icon name="doc" size="s" />{t.template}</ButtonLink>}>
      <form method="post" encType="multipart/form-data" className="bud-form" data-once={t.checking}>
        <Field label={t.year} name="year" inputMode="numeric" defaultValue={String(year)} error={errorOf(errors, "year")?.message} required maxLength={4} pattern="20[0-9][0-9]" />
        <div className="field wide">
          <label htmlFor="file">{t.file}</label>
          <input id="file" name="file" type="file" className="filein" accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" required aria-invalid={error ? true : undefined} aria-describedby={error ? "file-hint file-error" : "file-hint"} />
          <p className="hint" id="file-hint">{t.fileHint}</p>
          {error ? <p className="err" id="file-error"><Icon name="alert" size="s" /><span>{error}</span></p> : null}
        </div>
        <p className="wide"><Button kind="1">{t.check}</Button></p>
      </form>
    </Panel>
  );
}

function Rows({ run }: { run: Run }) {
  const t = budgetWords(useLanguage());
  return (
    <Table
      caption={run.fileName}
      rows={run.rows}
      keyOf={(row) => String(row.number)}
      columns={[
        { head: t.row, align: "r", cell: (row) => <span className="num">{row.number}</span> },
        { head: t.state, cell: (row) => <span className={OUTCOME_TAGS[row.outcome]}>{t.outcomes[row.outcome]}</span> },
        {
          head: t.line, isMain: true,
          cell: (row) => {
            const [, department, account, project, code, name] = row.cells;
            return (
              <div className="bud-name">
                <span><b className="num">{code}</b> <b><Local text={name ?? ""} /></b></span>
                <small className="mute"><Local text={[department || t.whole, account, project].filter(Boolean).join(" · ")} /></small>
                {row.problems.map((problem) => <small className="bad" key={problem}><Icon name="alert" size="s" /> {problem}</small>)}
              </div>
            );
          },
        },
        { head: t.before, align: "r", cell: (row) => <span className="num mute">{row.appropriatedBefore ? formatNumber(row.appropriatedBefore.amount) : "–"}</span> },
        { head: t.after, align: "r", cell: (row) => <b className="num">{row.appropriatedAfter ? formatNumber(row.appropriatedAfter.amount) : <Local text={row.cells[6] || "–"} />}</b> },
      ]}
    />
  );
}

/** What can be done with the workbook as it stands. */
function Next({ run }: { run: Run }) {
  const t = budgetWords(useLanguage());
  const of = (outcome: string) => run.counts.find((one) => one.outcome === outcome)?.count ?? 0;
  const count = of("NEW") + of("CHANGED");
  if (run.status === "UNDONE") return null;
  if (run.status === "APPLIED") {
    return (
      <details className="panel bud-add">
        <summary>{t.undo}</summary>
        <form method="post" className="bd">
          <input type="hidden" name="run" value={run.id} />
          <p><b>{t.undoHead}</b> {t.undoBody}</p>
          <p><Button kind="x" name="intent" value="undo">{t.undo}</Button></p>
        </form>
      </details>
    );
  }
  if (of("WRONG")) return <Notice kind="bad" head={t.wrongHead(of("WRONG"))}>{t.wrongBody}</Notice>;
  if (!count) return <Notice kind="info" head={t.nothing}>{t.nothingBody}</Notice>;
  return (
    <form method="post" className="bud-apply">
      <input type="hidden" name="run" value={run.id} />
      <Button kind="1" name="intent" value="apply">{t.apply(count)}</Button>
    </form>
  );
}

function Preview({ run, outcome }: { run: Run; outcome: string | null }) {
  const language = useLanguage();
  const t = budgetWords(language);
  const path = runPath(run.id);
  return (
    <>
      <Next run={run} />
      <Panel title={run.fileName} note={`${run.fiscalYear} · ${t.rowsCount(run.rowCount)} · ${formatMoment(run.createdAt, language)}`} more={<span className={RUN_TAGS[run.status]}>{t.states[run.status]}</span>} flush>
        {run.status === "CHECKED" ? (
          <>
            <nav className="bud-tabs" aria-label={t.state}>
              <Link to={path} aria-current={outcome ? undefined : "page"}>{t.all} <b className="num">{run.rowCount}</b></Link>
              {OUTCOMES.map((one) => {
                const count = run.counts.find((found) => found.outcome === one)?.count;
                return count ? <Link key={one} to={`${path}&rows=${one}`} aria-current={outcome === one ? "page" : undefined}>{t.outcomes[one]} <b className="num">{count}</b></Link> : null;
              })}
            </nav>
            <div className="bud-lines"><Rows run={run} /></div>
            {run.rows.length === MOST ? <p className="bd mute sm">{t.most(MOST)}</p> : null}
          </>
        ) : null}
      </Panel>
    </>
  );
}

function Runs({ runs }: { runs: Loaded["runs"] }) {
  const language = useLanguage();
  const t = budgetWords(language);
  if (!runs.length) return <Panel title={t.runs} flush><Nothing head={t.runsNone} /></Panel>;
  return (
    <Panel title={t.runs} flush>
      <Table
        caption={t.runs}
        rows={runs}
        keyOf={(run) => run.id}
        columns={[
          { head: t.file, isMain: true, cell: (run) => <Link className="link" to={runPath(run.id)}><Local text={run.fileName} /></Link> },
          { head: t.year, cell: (run) => <span className="num">{run.fiscalYear}</span> },
          { head: t.when, cell: (run) => <span className="num">{formatMoment(run.createdAt, language)}</span> },
          { head: t.row, align: "r", cell: (run) => <span className="num">{formatNumber(run.rowCount)}</span> },
          { head: t.state, cell: (run) => <span className={RUN_TAGS[run.status]}>{t.states[run.status]}</span> },
        ]}
      />
    </Panel>
  );
}

export default function BudgetImportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { run, outcome, runs, year, ok } = loaderData;
  const t = budgetWords(useLanguage());
  return (
    <AgencyPage title={t.importTitle} lead={t.importLead} crumb={<Link to={run ? HERE : "/agency/budgets"}>{run ? t.importTitle : t.back}</Link>} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={actionData?.errors.filter((error) => error.field !== "file" && error.field !== "year")} done={ok === "apply" ? t.okApply : ok === "undo" ? t.okUndo : null} />
      {run ? <Preview run={run} outcome={outcome} /> : <Upload year={year} errors={actionData?.errors} />}
      <Runs runs={runs} />
    </AgencyPage>
  );
}
