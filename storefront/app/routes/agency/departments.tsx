import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { changeDepartments, doneOf, ended, loadDepartments } from "~/rooms/agencyadmin/admin.server.ts";
import { adminWords, departmentWords } from "~/rooms/agencyadmin/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/departments";
import "~/styles/team.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };
const HERE = "/agency/departments";

export async function loader({ context, request }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  return { departments: await loadDepartments(context, membership.agency.id), done: doneOf(context) };
}

type Answer = { errors: FieldError[]; intent: string; name: string };

export async function action({ context, request }: Route.ActionArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  const form = await request.formData();
  const intent = readIntent(form, ["add", "rename", "close", "reopen"]);
  const errors = await changeDepartments(context, membership.agency.id, intent, form);
  return errors.length ? data<Answer>({ errors, intent, name: readText(form, "name", 200) }, { status: 400 }) : ended(errors, HERE, intent);
}

type Row = Route.ComponentProps["loaderData"]["departments"][number];

function Press({ id, intent, label, name }: { id: string; intent: "close" | "reopen"; label: string; name: string }) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <Button size="s" kind="3" aria-label={`${label}: ${name}`}>{label}</Button>
    </form>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const language = useLanguage();
  const [t, w] = [departmentWords(language), adminWords(language)];
  return (
    <Table
      caption={t.list}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t.name,
          isMain: true,
          cell: (row) =>
            row.isActive ? (
              <form method="post" className="inline-form" data-once={w.busy}>
                <input type="hidden" name="intent" value="rename" />
                <input type="hidden" name="id" value={row.id} />
                <label className="vh" htmlFor={`name-${row.id}`}>{t.renameOf(row.name)}</label>
                <input id={`name-${row.id}`} name="name" className="in" defaultValue={row.name} maxLength={80} required />
                <Button size="s">{t.rename}</Button>
              </form>
            ) : (
              <>
                <Local text={row.name} /> <span className="tag">{t.closed}</span>
              </>
            ),
        },
        { head: t.people, cell: (row) => <span className="num">{t.peopleOf(row.people ?? 0)}</span> },
        { head: w.act, align: "r", cell: (row) => (row.isActive ? row.people ? null : <Press id={row.id} intent="close" label={t.close} name={row.name} /> : <Press id={row.id} intent="reopen" label={t.reopen} name={row.name} />) },
      ]}
    />
  );
}

export default function DepartmentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage();
  const [t, w] = [departmentWords(language), adminWords(language)];
  const answer = actionData as Answer | undefined;
  const addError = answer?.intent === "add" ? errorOf(answer.errors, "name")?.message : undefined;
  return (
    <AgencyPage title={t.title} lead={t.lead} hasErrors={Boolean(answer?.errors.length)}>
      {addError ? null : <Outcome errors={answer?.errors} done={answer ? null : t.done[loaderData.done]} />}
      <div className="desk-grid with-side">
        <Panel title={t.list} count={loaderData.departments.length} flush>
          {loaderData.departments.length ? <Rows rows={loaderData.departments} /> : <Nothing head={t.none} />}
        </Panel>
        <Panel title={t.add}>
          <form method="post" className="stack-form" data-once={w.busy} noValidate>
            <input type="hidden" name="intent" value="add" />
            <Field id="name" name="name" label={t.name} maxLength={80} required defaultValue={answer?.intent === "add" ? answer.name : ""} error={addError} />
            <div><Button kind="1">{t.add}</Button></div>
          </form>
        </Panel>
      </div>
    </AgencyPage>
  );
}
