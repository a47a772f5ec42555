import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { BudgetLegend } from "~/rooms/agency/BudgetBar.tsx";
import { changeLine, loadLine } from "~/rooms/budgets/budgets.server.ts";
import { SumsFigures } from "~/rooms/budgets/Parts.tsx";
import { linePath, signed } from "~/rooms/budgets/state.ts";
import { budgetWords } from "~/rooms/budgets/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome, Pages } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/budget";
import "~/styles/budgets.css";

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadLine(context, request, params.id);
export const action = ({ context, request, params }: Route.ActionArgs) => changeLine(context, request, params.id);

type Line = Route.ComponentProps["loaderData"]["line"];
type Move = Line["movements"]["edges"][number]["node"];

function What({ move }: { move: Move }) {
  const t = budgetWords(useLanguage());
  return (
    <>
      {t.kinds[move.kind]} {move.note ? <Local text={move.note} /> : null}{" "}
      {move.purchaseRequestId ? <Link className="link sm" to={`/agency/requests/${encodeURIComponent(move.purchaseRequestId)}`}>{t.toRequest}</Link> : null}
    </>
  );
}

function Moves({ moves }: { moves: Move[] }) {
  const language = useLanguage();
  const t = budgetWords(language);
  const amount = (head: string, key: "appropriated" | "held" | "committed" | "spent") => ({ head, align: "r" as const, cell: (move: Move) => <span className={move[key].amount ? "num" : "num mute"}>{signed(move[key].amount, formatNumber)}</span> });
  if (!moves.length) return <Nothing head={t.movesNone} />;
  return (
    <Table
      caption={t.moves}
      rows={moves}
      keyOf={(move) => move.id}
      columns={[
        { head: t.when, isMain: true, cell: (move) => <span className="num">{formatMoment(move.at, language)}</span> },
        { head: t.what, cell: (move) => <What move={move} /> },
        { head: t.who, cell: (move) => (move.who ? <Local text={move.who} /> : t.market) },
        amount(t.appropriated, "appropriated"),
        amount(t.held, "held"),
        amount(t.committed, "committed"),
        amount(t.spent, "spent"),
      ]}
    />
  );
}

function Change({ line, errors, given }: { line: Line; errors?: FieldError[]; given?: { appropriated: string; name: string; note: string } }) {
  const t = budgetWords(useLanguage());
  return (
    <Panel title={t.change}>
      <form method="post" className="bud-form">
        <Field label={t.amount} name="appropriated" inputMode="numeric" defaultValue={given?.appropriated || formatNumber(line.appropriated.amount)} hint={t.amountHint} error={errorOf(errors, "appropriated")?.message} required maxLength={22} />
        <Field label={t.name} name="name" defaultValue={given?.name || line.name} error={errorOf(errors, "name")?.message} required maxLength={80} />
        <Field label={t.note} name="note" defaultValue={given?.note ?? ""} hint={t.noteHint} maxLength={200} className="wide" />
        <p className="wide"><Button kind="1" name="intent" value="change">{t.save}</Button></p>
      </form>
      {line.isActive ? (
        <details className="bud-close">
          <summary>{t.close}</summary>
          <form method="post">
            <p><b>{t.closeHead}</b> {t.closeBody}</p>
            <p><Button kind="x" size="s" name="intent" value="close">{t.close}</Button></p>
          </form>
        </details>
      ) : (
        <form method="post" className="bud-close"><Button size="s" name="intent" value="reopen">{t.reopen}</Button></form>
      )}
    </Panel>
  );
}

export default function BudgetPage({ loaderData, actionData }: Route.ComponentProps) {
  const { line, mayKeep, ok, isFirst } = loaderData;
  const t = budgetWords(useLanguage());
  const whose = line.department?.name ?? t.whole;
  return (
    <AgencyPage
      title={`${line.code} ${line.name}`}
      lead={<>{line.fiscalYear} · <Local text={[whose, line.account, line.project].filter(Boolean).join(" · ")} /> {line.isActive ? null : <span className="tag">{t.closed}</span>}</>}
      crumb={<Link to={`/agency/budgets?year=${line.fiscalYear}`}>{t.back}</Link>}
      hasErrors={Boolean(actionData?.errors.length)}
    >
      <Outcome errors={actionData?.errors.filter((error) => error.field === null || error.field === "id")} done={ok === "added" ? t.okAdded : ok === "changed" ? t.okChanged : null} />
      <SumsFigures sums={line} label={t.totals} />
      <BudgetLegend />
      <Panel title={t.moves} count={line.movements.totalCount ?? undefined} flush>
        <div className="bud-lines"><Moves moves={nodesOf(line.movements)} /></div>
      </Panel>
      <Pages page={line.movements} here={linePath(line.id)} label={t.nextMoves} isFirst={isFirst} />
      {mayKeep ? <Change line={line} errors={actionData?.errors} given={actionData?.given} /> : null}
    </AgencyPage>
  );
}
