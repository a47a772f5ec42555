import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { TeamMembersQuery, VendorRoleEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { changeMembers, doneOf, ended, loadMembers, roleOf, vendorFor } from "~/rooms/team/team.server.ts";
import { memberWords, teamWords } from "~/rooms/team/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field } from "~/ui/Field.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/members";
import "~/styles/team.css";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/members";

export async function loader({ context, request }: Route.LoaderArgs) {
  const id = await vendorFor(context, request, "MANAGE_MEMBERS");
  const desk = await loadMembers(context, id);
  const asked = appOf(context).url.searchParams.get("remove");
  return { members: desk.members ?? [], invitations: desk.invitations ?? [], leaving: desk.members?.find((member) => member.id === asked) ?? null, done: doneOf(context) };
}

type Answer = { errors: FieldError[]; email?: string; role?: VendorRoleEnum };

export async function action({ context, request }: Route.ActionArgs) {
  const id = await vendorFor(context, request, "MANAGE_MEMBERS");
  const form = await request.formData();
  const intent = readIntent(form, ["invite", "resend", "revoke", "role", "remove"]);
  const errors = await changeMembers(context, id, intent, form);
  if (errors.length) return data<Answer>({ errors, email: readText(form, "email", 254), role: roleOf(form) }, { status: 400 });
  // Who has left has no business on this page any more.
  if (intent === "remove" && form.has("self")) return redirect("/vendor", 303);
  return ended(errors, HERE, intent);
}

type Member = NonNullable<NonNullable<TeamMembersQuery["vendorDesk"]>["members"]>[number];
type Invitation = NonNullable<NonNullable<TeamMembersQuery["vendorDesk"]>["invitations"]>[number];

const nameOf = (member: Member) => `${member.lastName}${member.firstName}`.trim() || member.email;

function RoleForm({ member }: { member: Member }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), teamWords(language)];
  const id = `role-${member.id}`;
  return (
    <form method="post" className="member-role">
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="id" value={member.id} />
      <label className="vh" htmlFor={id}>{t.roleOf(nameOf(member))}</label>
      <select id={id} name="role" className="sel" defaultValue={member.role}>
        {(["OWNER", "MANAGER", "CLERK"] as const).map((role) => (
          <option key={role} value={role}>{w.roles[role]}</option>
        ))}
      </select>
      <Button size="s">{t.saveRole}</Button>
    </form>
  );
}

function People({ members }: { members: Member[] }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), teamWords(language)];
  return (
    <Table
      caption={t.people}
      rows={members}
      keyOf={(member) => member.id}
      columns={[
        {
          head: t.name,
          isMain: true,
          cell: (member) => (
            <>
              <b>{nameOf(member)}</b> {member.isYou ? <span className="tag">{w.you}</span> : null} {member.isActive ? null : <span className="tag warn">{t.asleep}</span>}
              <br />
              <span className="sm mute">{member.email}</span>
            </>
          ),
        },
        { head: t.role, cell: (member) => <RoleForm member={member} /> },
        { head: t.since, cell: (member) => <span className="num">{formatDate(member.joinedAt, language)}</span> },
        {
          head: t.act,
          align: "r",
          cell: (member) => (
            <ButtonLink size="s" kind="3" to={`${HERE}?remove=${encodeURIComponent(member.id)}`} aria-label={`${member.isYou ? t.leave : t.remove}: ${nameOf(member)}`}>
              {member.isYou ? t.leave : t.remove}
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function Leaving({ member }: { member: Member }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), teamWords(language)];
  return (
    <section className="confirm" aria-labelledby="leaving">
      <h2 id="leaving">{member.isYou ? t.leaveAsk : t.removeAsk(nameOf(member))}</h2>
      <p>{member.isYou ? t.leaveBody : t.removeBody}</p>
      <form method="post" className="acts">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="id" value={member.id} />
        {member.isYou ? <input type="hidden" name="self" value="1" /> : null}
        <Button kind="x">{member.isYou ? t.leaveYes : t.removeYes}</Button>
        <ButtonLink to={HERE}>{w.cancel}</ButtonLink>
      </form>
    </section>
  );
}

function Waiting({ invitations }: { invitations: Invitation[] }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), teamWords(language)];
  if (!invitations.length) return <Nothing head={t.waitingNone} />;
  return (
    <>
      {invitations.map((invitation) => (
        <div className="case" key={invitation.id}>
          <div>
            <h3>
              {invitation.email} <span className="tag">{w.roles[invitation.role]}</span>
            </h3>
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

function Invite({ error, email, role }: { error?: string; email?: string; role?: VendorRoleEnum }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), teamWords(language)];
  return (
    <Panel title={t.invite}>
      <form method="post" className="stack-form" data-once={w.busy} noValidate>
        <p className="desk-sub">{t.inviteBody}</p>
        <input type="hidden" name="intent" value="invite" />
        <Field id="email" name="email" type="email" label={t.inviteEmail} defaultValue={email} error={error} autoComplete="off" required />
        <fieldset className="role-pick">
          <legend>{t.role}</legend>
          {(["CLERK", "MANAGER", "OWNER"] as const).map((one) => (
            <Checkbox
              key={one}
              type="radio"
              name="role"
              value={one}
              defaultChecked={one === (role ?? "CLERK")}
              label={
                <>
                  <b>{w.roles[one]}</b> <small>{w.roleNotes[one]}</small>
                </>
              }
            />
          ))}
        </fieldset>
        <div>
          <Button kind="1">{t.send}</Button>
        </div>
      </form>
    </Panel>
  );
}

export default function MembersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { members, invitations, leaving, done } = loaderData;
  const t = memberWords(useLanguage());
  const answer = actionData as Answer | undefined;
  const errors = answer?.errors;
  const inviteError = errorOf(errors, "email")?.message;
  return (
    <CentrePage title={t.title} lead={t.lead} hasErrors={Boolean(errors?.length)}>
      {inviteError ? null : <Outcome errors={errors} done={errors ? null : t.done[done]} />}
      {leaving && !errors ? <Leaving member={leaving} /> : null}
      <div className="desk-grid two">
        <div className="col">
          <Panel title={t.people} count={members.length} flush>
            <People members={members} />
          </Panel>
          <Panel title={t.waiting} count={invitations.length} flush>
            <Waiting invitations={invitations} />
          </Panel>
        </div>
        <Invite error={inviteError} email={answer?.email} role={answer?.role} />
      </div>
    </CentrePage>
  );
}
