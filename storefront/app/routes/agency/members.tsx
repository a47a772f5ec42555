import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { AgencyAbilityEnum } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { abilitiesOf, changePeople, doneOf, ended, loadMembers, type MemberRow } from "~/rooms/agencyadmin/admin.server.ts";
import { Abilities, AbilityPick, DepartmentPick, nameOf } from "~/rooms/agencyadmin/parts.tsx";
import { adminWords, peopleWords } from "~/rooms/agencyadmin/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/members";
import "~/styles/team.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };
const HERE = "/agency/members";

export async function loader({ context, request }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  return { agency: await loadMembers(context, membership.agency.id), done: doneOf(context) };
}

type Answer = { errors: FieldError[]; intent: string; typed: Record<string, string>; abilities: AgencyAbilityEnum[] };

export async function action({ context, request }: Route.ActionArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  const form = await request.formData();
  const intent = readIntent(form, ["invite", "resend", "revoke", "letin", "refuse"]);
  const errors = await changePeople(context, membership.agency.id, intent, form);
  if (!errors.length) return ended(errors, HERE, intent);
  const typed = Object.fromEntries(["email", "jobTitle", "department", "id", "reason"].map((name) => [name, readText(form, name, 300)]));
  return data<Answer>({ errors, intent, typed, abilities: abilitiesOf(form) }, { status: 400 });
}

type Loaded = Route.ComponentProps["loaderData"]["agency"];

function People({ members }: { members: readonly MemberRow[] }) {
  const language = useLanguage();
  const [t, w] = [peopleWords(language), adminWords(language)];
  return (
    <Table
      caption={t.people}
      rows={members}
      keyOf={(member) => member.id}
      columns={[
        {
          head: w.name,
          isMain: true,
          cell: (member) => (
            <>
              <Link className="link" to={`${HERE}/${encodeURIComponent(member.id)}`}><Local text={nameOf(member, w.gone)} /></Link> {member.isYou ? <span className="tag">{w.you}</span> : null}
              <small className="under"><Local text={member.email} /></small>
            </>
          ),
        },
        { head: w.department, cell: (member) => <Local text={[member.department?.name ?? w.whole, member.jobTitle].filter(Boolean).join(" · ")} /> },
        { head: w.abilities, cell: (member) => (member.isActive ? <Abilities abilities={member.abilities} /> : <span className="num mute">{member.leftAt ? formatDate(member.leftAt, language) : w.left}</span>) },
      ]}
    />
  );
}

function Joins({ agency }: { agency: Loaded }) {
  const language = useLanguage();
  const [t, w] = [peopleWords(language), adminWords(language)];
  return (
    <Panel title={t.joins} count={agency.joinRequests?.length ?? 0} flush>
      {(agency.joinRequests ?? []).map((asked) => (
        <div className="case" key={asked.id}>
          <div>
            <h3><Local text={asked.name} /></h3>
            <p className="m2 num">
              <Local text={[asked.department, asked.jobTitle, asked.officialEmail].filter(Boolean).join(" · ")} /> · {t.since(formatDate(asked.submittedAt, language))}
            </p>
          </div>
          <div className="full">
            <details>
              <summary>{t.letIn}</summary>
              <form method="post" className="stack-form" data-once={w.busy}>
                <input type="hidden" name="intent" value="letin" />
                <input type="hidden" name="id" value={asked.id} />
                <DepartmentPick id={`dep-${asked.id}`} departments={agency.departments ?? []} />
                <AbilityPick idPrefix={`join-${asked.id}`} chosen={["REQUEST"]} />
                <div><Button kind="1">{t.letIn}</Button></div>
              </form>
            </details>
            <details>
              <summary>{t.refuse}</summary>
              <form method="post" className="stack-form" data-once={w.busy}>
                <input type="hidden" name="intent" value="refuse" />
                <input type="hidden" name="id" value={asked.id} />
                <TextArea id={`why-${asked.id}`} name="reason" label={t.refuseReason} rows={2} maxLength={2000} required />
                <div><Button kind="x">{t.refuse}</Button></div>
              </form>
            </details>
          </div>
        </div>
      ))}
    </Panel>
  );
}

function Waiting({ agency }: { agency: Loaded }) {
  const language = useLanguage();
  const t = peopleWords(language);
  if (!agency.invitations?.length) return <Nothing head={t.waitingNone} />;
  return (
    <>
      {agency.invitations.map((invitation) => (
        <div className="case" key={invitation.id}>
          <div>
            <h3>{invitation.email}</h3>
            <p className="m2">
              <Local text={[invitation.department?.name, invitation.jobTitle].filter(Boolean).join(" ")} /> <Abilities abilities={invitation.abilities} />
            </p>
            <p className="m2 num">
              {t.mailed(formatDate(invitation.mailedAt, language))} · {invitation.isExpired ? <span className="tag warn">{t.over}</span> : t.until(formatDate(invitation.expiresAt, language))}
            </p>
          </div>
          <div className="row-acts">
            {(["resend", "revoke"] as const).map((intent) => (
              <form key={intent} method="post">
                <input type="hidden" name="intent" value={intent} />
                <input type="hidden" name="id" value={invitation.id} />
                <Button size="s" kind={intent === "resend" ? "2" : "3"} aria-label={`${t[intent]}: ${invitation.email}`}>{t[intent]}</Button>
              </form>
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

function Invite({ agency, answer }: { agency: Loaded; answer?: Answer }) {
  const language = useLanguage();
  const [t, w] = [peopleWords(language), adminWords(language)];
  const errors = answer?.errors;
  if (!agency.emailDomain) return <Panel title={t.invite}><p className="desk-sub">{t.noDomain}</p></Panel>;
  return (
    <Panel title={t.invite}>
      <form method="post" className="stack-form" data-once={w.busy} noValidate>
        <p className="desk-sub">{t.inviteBody(agency.emailDomain)}</p>
        <input type="hidden" name="intent" value="invite" />
        <Field id="email" name="email" type="email" label={t.inviteEmail} defaultValue={answer?.typed["email"]} error={errorOf(errors, "email")?.message} autoComplete="off" required />
        <div className="pair-fields">
          <DepartmentPick id="department" departments={agency.departments ?? []} chosen={answer?.typed["department"] ?? null} error={errorOf(errors, "department")?.message} />
          <Field id="jobTitle" name="jobTitle" label={w.jobTitle} defaultValue={answer?.typed["jobTitle"]} error={errorOf(errors, "jobTitle")?.message} maxLength={60} />
        </div>
        <AbilityPick idPrefix="invite" chosen={answer?.abilities ?? ["REQUEST"]} />
        <div><Button kind="1">{t.send}</Button></div>
      </form>
    </Panel>
  );
}

export default function MembersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { agency, done } = loaderData;
  const t = peopleWords(useLanguage());
  const answer = actionData as Answer | undefined;
  const atField = answer?.intent === "invite" && answer.errors.every((error) => error.field && ["email", "department", "jobTitle"].includes(error.field));
  const members = agency.members ?? [];
  const working = members.filter((member) => member.isActive);
  const former = members.filter((member) => !member.isActive);
  return (
    <AgencyPage title={t.title} lead={t.lead} hasErrors={Boolean(answer?.errors.length)}>
      {atField ? null : <Outcome errors={answer?.errors} done={answer ? null : t.done[done]} />}
      <div className="desk-grid with-side">
        <div className="col">
          {agency.joinRequests?.length ? <Joins agency={agency} /> : null}
          <Panel title={t.people} count={working.length} flush>
            <People members={working} />
          </Panel>
          {former.length ? (
            <Panel title={t.former} count={former.length} flush>
              <People members={former} />
            </Panel>
          ) : null}
        </div>
        <div className="col">
          <Invite agency={agency} answer={answer?.intent === "invite" ? answer : undefined} />
          <Panel title={t.waiting} count={agency.invitations?.length ?? 0} flush>
            <Waiting agency={agency} />
          </Panel>
        </div>
      </div>
    </AgencyPage>
  );
}
