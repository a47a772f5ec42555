import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { ApplicationHistory, PaperLink, useApplicationFacts } from "~/rooms/agencyadmin/ApplicationFacts.tsx";
import { decide, DECISIONS, loadCase } from "~/rooms/agencyadmin/apply.server.ts";
import { applyWords, staffAgencyWords } from "~/rooms/agencyadmin/applyWords.ts";
import { Abilities, nameOf } from "~/rooms/agencyadmin/parts.tsx";
import { adminWords, policyWords } from "~/rooms/agencyadmin/words.ts";
import { Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/agency";
import "~/styles/joining.css";
import "~/styles/vetting.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };
const LIST = "/staff/agencies";

export async function loader({ context, params }: Route.LoaderArgs) {
  return { ...(await loadCase(context, params.id)), done: appOf(context).url.searchParams.get("done") ?? "" };
}

type Answer = { errors: FieldError[]; intent: string; words: string };

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, DECISIONS);
  const errors = await decide(context, params.id, intent, form);
  return errors.length ? data<Answer>({ errors, intent, words: readText(form, "words", 2_000) }, { status: 400 }) : redirect(`${LIST}/${encodeURIComponent(params.id)}?done=${intent}`, 303);
}

type Loaded = Route.ComponentProps["loaderData"];
type Case = NonNullable<Loaded["application"]>;

function Hints({ application }: { application: Case }) {
  const t = staffAgencyWords(useLanguage());
  const names = (rows: readonly { name: string }[]) => rows.map((row) => row.name).join(", ");
  const others = (application.sameDomain ?? []).filter((one) => !application.sameNumber?.some((same) => same.id === one.id));
  const hints = [
    application.sameNumber?.length ? t.hintNumber(names(application.sameNumber)) : "", others.length ? t.hintDomain(names(others)) : "", application.rivals?.length ? t.hintRivals(application.rivals.length) : "",
    application.isNumberOfAPublicBody ? "" : t.hint82, application.paper ? "" : t.hintPaper,
  ].filter(Boolean);
  return (
    <Panel title={t.hints} count={hints.length}>
      {hints.length ? (
        <ul className="hints">
          {hints.map((hint) => (
            <li key={hint}><Local text={hint} /></li>
          ))}
        </ul>
      ) : (
        <p className="mute">{t.noHints}</p>
      )}
    </Panel>
  );
}

function Way({ intent, head, label, button, kind, answer, children }: { intent: (typeof DECISIONS)[number]; head: string; label?: string; button: string; kind: "1" | "2" | "x"; answer?: Answer; children?: React.ReactNode }) {
  const t = staffAgencyWords(useLanguage());
  const mine = answer?.intent === intent ? answer : undefined;
  return (
    <details open={Boolean(mine)}>
      <summary>{head}</summary>
      <form method="post" className="stack-form" data-once={t.busy}>
        <input type="hidden" name="intent" value={intent} />
        {children}
        {label ? <TextArea id={`words-${intent}`} name="words" label={label} rows={3} maxLength={2000} defaultValue={mine?.words} error={mine?.errors.find((error) => error.field)?.message} /> : null}
        <div><Button kind={kind}>{button}</Button></div>
      </form>
    </details>
  );
}

function Decide({ application, answer }: { application: Case; answer?: Answer }) {
  const t = staffAgencyWords(useLanguage());
  if (application.status !== "SUBMITTED") return null;
  if (application.isMine) return <Notice kind="warn">{t.own}</Notice>;
  const isHere = Boolean(application.sameNumber?.length);
  return (
    <Panel title={t.decide}>
      {application.passedOnTo ? <p className="desk-sub"><Local text={t.passedTo(application.passedOnTo.name)} /></p> : null}
      <div className="decide-ways">
        {isHere ? (
          application.passedOnTo ? null : <Way intent="passOn" head={t.passOn} button={t.passOn} kind="1" answer={answer}><p>{t.passBody}</p></Way>
        ) : (
          <Way intent="approve" head={t.approve} label={t.note} button={t.doApprove} kind="1" answer={answer}>
            <ul className="dots">
              {[t.approveAgency(application.name), t.approveDomain(application.emailDomain), t.approvePolicy, t.approveMail].map((line) => (
                <li key={line}><Local text={line} /></li>
              ))}
            </ul>
          </Way>
        )}
        <Way intent="return" head={t.back} label={t.backComment} button={t.doBack} kind="2" answer={answer} />
        <Way intent="decline" head={t.decline} label={t.reason} button={t.doDecline} kind="x" answer={answer} />
      </div>
    </Panel>
  );
}

function ApplicationCase({ application, answer, done }: { application: Case; answer?: Answer; done: string }) {
  const language = useLanguage();
  const [t, f] = [staffAgencyWords(language), applyWords(language)];
  const facts = useApplicationFacts(application);
  const lead = [f.statuses[application.status], application.submittedAt ? formatMoment(application.submittedAt, language) : "", application.applicantEmail].filter(Boolean).join(" · ");
  return (
    <StaffPage title={application.name} lead={lead} crumb={<Link to={LIST}>{t.crumb}</Link>} hasErrors={Boolean(answer?.errors.length)}>
      <Outcome errors={answer?.errors} done={answer ? null : t.done[done]} />
      <div className="desk-grid with-side">
        <div className="col">
          <Decide application={application} answer={answer} />
          <Panel title={t.facts}>
            <dl className="desk-dl">
              {facts.map(([label, value]) => (
                <div className="pair" key={label}>
                  <dt>{label}</dt>
                  <dd>{value ? <Local text={value} /> : <span className="mute">{t.empty}</span>}</dd>
                </div>
              ))}
              <div className="pair">
                <dt>{t.paper}</dt>
                <dd>{application.paper ? <PaperLink application={application} /> : <span className="mute">{t.empty}</span>}</dd>
              </div>
            </dl>
          </Panel>
        </div>
        <div className="col">
          <Hints application={application} />
          {application.agency ? (
            <Panel title={t.agency}>
              <Link className="link" to={`${LIST}/${encodeURIComponent(application.agency.id)}`}><Local text={application.agency.name} /></Link>
            </Panel>
          ) : null}
          <Panel title={t.history}>
            <ApplicationHistory application={application} />
          </Panel>
        </div>
      </div>
    </StaffPage>
  );
}

function AgencyInside({ agency }: { agency: NonNullable<Loaded["agency"]> }) {
  const language = useLanguage();
  const [t, w, p] = [staffAgencyWords(language), adminWords(language), policyWords(language)];
  const facts: [string, string | null][] = [
    [p.number, agency.registrationNumber], [p.regime, w.regimes[agency.regime]], [p.domain, agency.emailDomain ? `@${agency.emailDomain}` : null], [p.representative, agency.representative], [p.phone, agency.phone],
    [p.address, [agency.postalCode, agency.address].filter(Boolean).join(" ")], [p.joined, agency.joinedAt ? formatDate(agency.joinedAt, language) : null],
  ];
  const members = agency.members ?? [];
  return (
    <StaffPage title={agency.name} lead={agency.nameEn} crumb={<Link to={LIST}>{t.crumb}</Link>}>
      <div className="desk-grid with-side">
        <Panel title={t.people} count={members.filter((member) => member.isActive).length} flush>
          <Table
            caption={t.people}
            rows={members}
            keyOf={(member) => member.id}
            columns={[
              { head: w.name, isMain: true, cell: (member) => <><b><Local text={nameOf(member, w.gone)} /></b><small className="under">{member.email}</small></> },
              { head: w.department, cell: (member) => <Local text={[member.department?.name ?? w.whole, member.jobTitle].filter(Boolean).join(" · ")} /> },
              { head: w.abilities, cell: (member) => (member.isActive ? <Abilities abilities={member.abilities} /> : <span className="tag">{w.left}</span>) },
            ]}
          />
        </Panel>
        <div className="col">
          <Panel title={t.info}>
            <dl className="desk-dl">
              {facts.map(([label, value]) => (
                <div className="pair" key={label}>
                  <dt>{label}</dt>
                  <dd>{value ? <Local text={value} /> : <span className="mute">{t.empty}</span>}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          <Panel title={t.departments} count={agency.departments?.length ?? 0}>
            <p><Local text={(agency.departments ?? []).map((department) => department.name).join(", ")} /></p>
          </Panel>
          <Panel title={t.policies} count={agency.policies?.length ?? 0}>
            <ul className="dots">
              {(agency.policies ?? []).map((policy) => (
                <li key={policy.id} className="num">{p.range(policy.effectiveFrom, policy.endsOn)}</li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </StaffPage>
  );
}

export default function AgencyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { agency, application, done } = loaderData;
  if (application) return <ApplicationCase application={application} answer={actionData as Answer | undefined} done={done} />;
  return agency ? <AgencyInside agency={agency} /> : null;
}
