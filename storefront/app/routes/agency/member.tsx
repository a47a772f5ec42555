import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { agencyWords } from "~/rooms/agency/words.ts";
import { doneOf, endMember, handOver, loadMember, saveMember } from "~/rooms/agencyadmin/admin.server.ts";
import { Abilities, AbilityPick, DepartmentPick, nameOf } from "~/rooms/agencyadmin/parts.tsx";
import { adminWords, memberWords } from "~/rooms/agencyadmin/words.ts";
import { AgencyPage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field, Select } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/member";
import "~/styles/team.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };
const LIST = "/agency/members";
const hereOf = (id: string) => `${LIST}/${encodeURIComponent(id)}`;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  return { ...(await loadMember(context, membership.agency.id, params.id)), done: doneOf(context), isEnding: appOf(context).url.searchParams.has("end") };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  ensureAbility(await membershipOf(context, request), "ADMINISTER");
  const form = await request.formData();
  const intent = readIntent(form, ["save", "end", "hand"]);
  const errors = intent === "save" ? await saveMember(context, params.id, form) : intent === "end" ? await endMember(context, params.id) : await handOver(context, params.id, form);
  if (errors.length) return data<{ errors: FieldError[]; jobTitle?: string }>({ errors, ...(intent === "save" ? { jobTitle: readText(form, "jobTitle", 60) } : {}) }, { status: 400 });
  if (intent === "save") return redirect(`${hereOf(params.id)}?done=saved`, 303);
  // Who has left has no business at this desk any more.
  return redirect(form.has("self") ? "/agency" : `${LIST}?done=${intent === "end" ? "ended" : "handed"}`, 303);
}

type Loaded = Route.ComponentProps["loaderData"];

function Tasks({ loaded, jobTitle }: { loaded: Loaded; jobTitle?: string }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), adminWords(language)];
  const { member, agency } = loaded;
  return (
    <Panel title={t.change}>
      <form method="post" className="stack-form" data-once={w.busy}>
        <input type="hidden" name="intent" value="save" />
        <div className="pair-fields">
          <DepartmentPick id="department" departments={agency.departments ?? []} chosen={member.department?.id} />
          <Field id="jobTitle" name="jobTitle" label={w.jobTitle} defaultValue={jobTitle ?? member.jobTitle} maxLength={60} />
        </div>
        <AbilityPick idPrefix="member" chosen={member.abilities} limit={member.isYou ? member.abilities : undefined} />
        {member.isYou ? <p className="sm mute">{t.ownNote}</p> : null}
        <div><Button kind="1">{w.save}</Button></div>
      </form>
    </Panel>
  );
}

function Preview({ loaded }: { loaded: Loaded }) {
  const language = useLanguage();
  const [t, w, a] = [memberWords(language), adminWords(language), agencyWords(language)];
  const { member, handover } = loaded;
  const successor = handover?.successor;
  if (!handover || !successor) return null;
  if (handover.missing.length) return <Notice kind="warn">{t.missing(handover.missing.map((one) => a.abilities[one]).join(", "))}</Notice>;
  return (
    <form method="post" className="stack-form" data-once={w.busy}>
      <input type="hidden" name="intent" value="hand" />
      <input type="hidden" name="successor" value={successor.id} />
      {handover.blocked.length ? (
        <Notice kind="warn" head={t.blocked}>
          <ul className="dots">
            {handover.blocked.map((one) => (
              <li key={`${one.kind}${one.name}`}>
                <Local text={one.name} />: {t.reasons[one.reason]}
              </li>
            ))}
          </ul>
          {t.blockedNote}
        </Notice>
      ) : null}
      {handover.blocked.length ? <Checkbox name="skip" value="1" required label={t.skip} /> : null}
      <div><Button kind="x">{(member.isActive ? t.hand1 : t.handLeft)(successor.name)}</Button></div>
    </form>
  );
}

function Handover({ loaded }: { loaded: Loaded }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), adminWords(language)];
  const { member, agency, handover, successor } = loaded;
  const others = (agency.members ?? []).filter((one) => one.isActive && one.id !== member.id);
  const work = handover?.work ?? [];
  return (
    <Panel title={t.hand}>
      <p className="desk-sub">{member.isActive ? t.handLead : t.handFormer}</p>
      {work.length ? (
        <>
          <dl className="work-list">
            {work.map((one) => (
              <div key={one.kind}>
                <dt>{t.kinds[one.kind]}</dt>
                <dd>{t.pieces(one.count)}</dd>
              </div>
            ))}
          </dl>
          <form method="get" className="inline-form hand-form">
            <Select id="successor" name="successor" label={t.successor} defaultValue={successor ?? ""} options={[{ value: "", label: t.choose }, ...others.map((one) => ({ value: one.id, label: [nameOf(one, w.gone), one.department?.name, one.jobTitle].filter(Boolean).join(" · ") }))]} />
            <Button>{t.look}</Button>
          </form>
          <Preview loaded={loaded} />
        </>
      ) : (
        <p className="mute">{t.noWork}</p>
      )}
    </Panel>
  );
}

function End({ loaded }: { loaded: Loaded }) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), adminWords(language)];
  const { member } = loaded;
  return (
    <section className="confirm" aria-labelledby="ending">
      <h2 id="ending">{member.isYou ? t.leaveAsk : t.endAsk(nameOf(member, w.gone))}</h2>
      <p>{t.endBody}</p>
      <form method="post" className="acts">
        <input type="hidden" name="intent" value="end" />
        {member.isYou ? <input type="hidden" name="self" value="1" /> : null}
        <Button kind="x">{member.isYou ? t.leaveYes : t.endYes}</Button>
        <ButtonLink to={hereOf(member.id)}>{w.cancel}</ButtonLink>
      </form>
    </section>
  );
}

export default function MemberPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage();
  const [t, w] = [memberWords(language), adminWords(language)];
  const { member, handover, done, isEnding } = loaderData;
  const errors = actionData?.errors;
  const canEnd = member.isActive && !handover?.work.length;
  return (
    <AgencyPage title={nameOf(member, w.gone)} lead={<Local text={[member.email, member.department?.name, member.jobTitle].filter(Boolean).join(" · ")} />} crumb={<Link to={LIST}>{t.back}</Link>} hasErrors={Boolean(errors?.length)}>
      <Outcome errors={errors} done={done === "saved" && !errors ? t.saved : null} />
      {isEnding && canEnd && !errors ? <End loaded={loaderData} /> : null}
      <div className="desk-grid with-side">
        <div className="col">
          {member.isActive ? (
            <Tasks loaded={loaderData} jobTitle={actionData?.jobTitle} />
          ) : (
            <Panel title={t.change}>
              <p>{member.leftAt ? t.leftOn(formatDate(member.leftAt, language)) : w.left}</p>
              <Abilities abilities={member.abilities} />
            </Panel>
          )}
        </div>
        <div className="col">
          <Handover loaded={loaderData} />
          {canEnd ? <ButtonLink kind="3" to={`${hereOf(member.id)}?end=1`}>{t.end}</ButtonLink> : null}
        </div>
      </div>
    </AgencyPage>
  );
}
