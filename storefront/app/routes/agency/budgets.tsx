import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { BudgetLegend } from "~/rooms/agency/BudgetBar.tsx";
import { addLine, loadBudgets } from "~/rooms/budgets/budgets.server.ts";
import { AddLine, LineTable, SumsFigures } from "~/rooms/budgets/Parts.tsx";
import { budgetWords } from "~/rooms/budgets/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome, Pages } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/budgets";
import "~/styles/budgets.css";

const HERE = "/agency/budgets";

export const loader = ({ context, request }: Route.LoaderArgs) => loadBudgets(context, request);
export const action = ({ context, request }: Route.ActionArgs) => addLine(context, request);

type Loaded = Route.ComponentProps["loaderData"];

function queryOf({ year, search, of, isClosed }: Loaded, change: Record<string, string> = {}): string {
  const query = new URLSearchParams({ year: String(year), ...(search ? { q: search } : {}), ...(of ? { of } : {}), ...(isClosed ? { closed: "1" } : {}), ...change });
  return query.toString();
}

function Filter({ loaded }: { loaded: Loaded }) {
  const t = budgetWords(useLanguage());
  const { year, budgetYears, departments, search, of, isClosed } = loaded;
  const years = [...new Set([year, ...budgetYears])].sort((one, other) => other - one);
  return (
    <form method="get" className="bud-filter" role="search">
      <Select label={t.year} name="year" defaultValue={String(year)} options={years.map((one) => ({ value: String(one), label: String(one) }))} />
      <Select label={t.department} name="of" defaultValue={of} options={[{ value: "", label: t.everybody }, { value: "all", label: t.whole }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} />
      <Field label={t.search} name="q" type="search" defaultValue={search} placeholder={t.searchHint} maxLength={100} />
      {isClosed ? <input type="hidden" name="closed" value="1" /> : null}
      <Button>{t.find}</Button>
    </form>
  );
}

function Lines({ loaded }: { loaded: Loaded }) {
  const t = budgetWords(useLanguage());
  const lines = nodesOf(loaded.budgetLines);
  if (lines.length) return <LineTable lines={lines} caption={t.title} />;
  if (loaded.search || loaded.of || loaded.isClosed || loaded.budgetYears.length) return <Nothing head={t.noneFound}><p>{t.noneFoundBody}</p></Nothing>;
  return (
    <Nothing head={t.none}>
      <p>{loaded.mayKeep ? t.noneBody : t.noneReader}</p>
      {loaded.mayKeep ? <ButtonLink kind="1" to={`${HERE}/import`}>{t.toImport}</ButtonLink> : null}
    </Nothing>
  );
}

export default function BudgetsPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = budgetWords(useLanguage());
  const { budgetTotals, year, mayKeep, departments, ownDepartments, isClosed, isFirst, key } = loaderData;
  const all = departments.length ? departments : ownDepartments;
  return (
    <AgencyPage
      title={t.title}
      lead={t.lead(year)}
      hasErrors={Boolean(actionData?.errors.length)}
      acts={
        <>
          <ButtonLink to={`${HERE}/lines.xlsx?year=${year}`} download><Icon name="doc" size="s" />{t.download}</ButtonLink>
          {mayKeep ? <ButtonLink kind="1" to={`${HERE}/import?year=${year}`}><Icon name="plus" size="s" />{t.toImport}</ButtonLink> : null}
        </>
      }
    >
      <Outcome errors={actionData?.errors.filter((error) => error.field === null)} />
      <Filter loaded={loaderData} />
      {budgetTotals.lineCount ? <><SumsFigures sums={budgetTotals} label={t.totals} /><BudgetLegend /></> : null}
      <Panel title={t.lines(budgetTotals.lineCount)} more={<Link className="link sm more" to={`${HERE}?${queryOf({ ...loaderData, isClosed: !isClosed })}`}>{isClosed ? t.openOnes : t.closedOnes}</Link>} flush>
        <div className="bud-lines"><Lines loaded={loaderData} /></div>
      </Panel>
      <Pages page={loaderData.budgetLines} here={HERE} query={queryOf(loaderData)} label={t.next} isFirst={isFirst} />
      {mayKeep ? <AddLine year={year} departments={all} idempotency={key} errors={actionData?.errors} given={actionData?.given} /> : null}
    </AgencyPage>
  );
}
