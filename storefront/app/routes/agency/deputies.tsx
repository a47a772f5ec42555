import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { membershipOf } from "~/rooms/agency/agency.server.ts";
import { changeDeputies, doneOf, ended, loadDeputies, type MemberRow } from "~/rooms/agencyadmin/admin.server.ts";
import { nameOf, Person } from "~/rooms/agencyadmin/parts.tsx";
import { adminWords, deputyWords } from "~/rooms/agencyadmin/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/deputies";
import "~/styles/team.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };
const HERE = "/agency/deputies";
const STOOD_IN_FOR = ["APPROVE", "INSPECT", "PAY"] as const;

/** Seoul's day. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

export async function loader({ context, request }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  const { members, deputies } = await loadDeputies(context, membership.agency.id);
  return { members, deputies, me: membership.id, isAdmin: membership.abilities.includes("ADMINISTER"), today: today(), done: doneOf(context) };
}

type Answer = { errors: FieldError[]; typed: Record<string, string> };

export async function action({ context, request }: Route.ActionArgs) {
  await membershipOf(context, request);
  const form = await request.formData();
  const intent = readIntent(form, ["name", "revoke"]);
  const errors = await changeDeputies(context, intent, form, deputyWords(appOf(context).language).badDay);
  if (!errors.length) return ended(errors, HERE, intent);
  const typed = Object.fromEntries(["member", "deputy", "startsOn", "endsOn", "reason"].map((name) => [name, readText(form, name, 300)]));
  return data<Answer>({ errors, typed }, { status: 400 });
}

type Loaded = Route.ComponentProps["loaderData"];
type Row = Loaded["deputies"][number];

const holds = (member: MemberRow) => STOOD_IN_FOR.filter((ability) => member.abilities.includes(ability));
const canStandIn = (absent: MemberRow, other: MemberRow) => other.id !== absent.id && holds(absent).every((ability) => other.abilities.includes(ability));

function NameForm({ loaded, answer }: { loaded: Loaded; answer?: Answer }) {
  const language = useLanguage();
  const [t, w] = [deputyWords(language), adminWords(language)];
  const errors = answer?.errors;
  const mayBeAway = loaded.members.filter((member) => holds(member).length && (loaded.isAdmin || member.id === loaded.me));
  const mine = mayBeAway.find((member) => member.id === loaded.me);
  if (!mayBeAway.length) return <p className="mute">{t.nothing}</p>;
  // Without script the list of deputies cannot follow the choice above it: it holds who may stand in for anybody listed there.
  const fit = loaded.members.filter((other) => mayBeAway.some((absent) => canStandIn(absent, other)));
  if (!fit.length) return <p className="mute">{t.noFit}</p>;
  const option = (member: MemberRow) => ({ value: member.id, label: [nameOf(member, w.gone), member.department?.name, member.jobTitle].filter(Boolean).join(" · ") });
  return (
    <form method="post" className="stack-form" data-once={w.busy} noValidate>
      <input type="hidden" name="intent" value="name" />
      <Select id="member" name="member" label={t.member} defaultValue={answer?.typed["member"] ?? mine?.id ?? mayBeAway[0]?.id} options={mayBeAway.map(option)} error={errorOf(errors, "member")?.message} />
      <Select id="deputy" name="deputy" label={t.deputy} defaultValue={answer?.typed["deputy"] ?? ""} options={[{ value: "", label: t.choose }, ...fit.map(option)]} error={errorOf(errors, "deputy")?.message} />
      <div className="pair-fields">
        <Field id="startsOn" name="startsOn" type="date" label={t.from} min={loaded.today} defaultValue={answer?.typed["startsOn"] ?? loaded.today} error={errorOf(errors, "startsOn")?.message} required />
        <Field id="endsOn" name="endsOn" type="date" label={t.to} min={loaded.today} defaultValue={answer?.typed["endsOn"] ?? loaded.today} error={errorOf(errors, "endsOn")?.message} required />
      </div>
      <Field id="reason" name="reason" label={t.reason} maxLength={200} defaultValue={answer?.typed["reason"]} error={errorOf(errors, "reason")?.message} />
      <div><Button kind="1">{t.name}</Button></div>
    </form>
  );
}

function Rows({ rows, loaded }: { rows: readonly Row[]; loaded: Loaded }) {
  const language = useLanguage();
  const [t, w] = [deputyWords(language), adminWords(language)];
  const stateOf = (row: Row) => (row.revokedAt ? t.revoked : row.isActive ? t.acts : row.startsOn > loaded.today ? t.ahead : t.ended);
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.member, isMain: true, cell: (row) => <Person member={row.member} /> },
        { head: t.deputy, cell: (row) => <Person member={row.deputy} /> },
        {
          head: w.days,
          cell: (row) => (
            <span className="num">
              {row.startsOn} ~ {row.endsOn}
              {row.reason ? <small className="under"><Local text={row.reason} /></small> : null}
            </span>
          ),
        },
        { head: w.status, cell: (row) => <span className={row.isActive ? "tag ok" : row.revokedAt ? "tag" : "tag info"}>{stateOf(row)}</span> },
        {
          head: w.act,
          align: "r",
          cell: (row) =>
            !row.revokedAt && row.endsOn >= loaded.today && (loaded.isAdmin || row.member.id === loaded.me) ? (
              <form method="post">
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="id" value={row.id} />
                <Button size="s" kind="3" aria-label={`${t.revoke}: ${row.deputy.name}`}>{t.revoke}</Button>
              </form>
            ) : null,
        },
      ]}
    />
  );
}

export default function DeputiesPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = deputyWords(useLanguage());
  const answer = actionData as Answer | undefined;
  const standing = loaderData.deputies.filter((row) => !row.revokedAt && row.endsOn >= loaderData.today);
  const past = loaderData.deputies.filter((row) => !standing.includes(row));
  const atFields = answer?.errors.every((error) => error.field && error.field !== "id");
  return (
    <AgencyPage title={t.title} lead={t.lead} hasErrors={Boolean(answer?.errors.length)}>
      {atFields ? null : <Outcome errors={answer?.errors} done={answer ? null : t.done[loaderData.done]} />}
      <div className="desk-grid with-side">
        <div className="col">
          <Panel title={t.now} count={standing.length} flush>
            {standing.length ? <Rows rows={standing} loaded={loaderData} /> : <Nothing head={t.none}>{t.noneBody}</Nothing>}
          </Panel>
          {past.length ? (
            <Panel title={t.past} count={past.length} flush>
              <Rows rows={past} loaded={loaderData} />
            </Panel>
          ) : null}
        </div>
        <Panel title={t.add}>
          <NameForm loaded={loaderData} answer={answer} />
        </Panel>
      </div>
    </AgencyPage>
  );
}
