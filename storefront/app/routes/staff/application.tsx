import formIsland from "~/islands/form.ts?worker&url";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { History, StateLine, useFacts, type Fact } from "~/rooms/joining/Facts.tsx";
import { PaperName } from "~/rooms/joining/Papers.tsx";
import { PAPERS } from "~/rooms/joining/steps.ts";
import { fieldWords } from "~/rooms/joining/words.ts";
import { Decide } from "~/rooms/vetting/Decide.tsx";
import { isDecision } from "~/rooms/vetting/decisions.ts";
import { approve, askAgain, decline, loadCase, sendBack, type Case } from "~/rooms/vetting/vetting.server.ts";
import { vettingWords } from "~/rooms/vetting/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/application";
import "~/styles/vetting.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context, params }: Route.LoaderArgs) => loadCase(context, params.id);

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData();
  switch (readIntent(form, ["again", "approve", "return", "decline"])) {
    case "again":
      return askAgain(context, params.id);
    case "approve":
      return approve(context, params.id, form);
    case "return":
      return sendBack(context, params.id, form);
    default:
      return decline(context, params.id, form);
  }
}

function Pairs({ facts }: { facts: readonly Fact[] }) {
  const t = vettingWords(useLanguage());
  return (
    <dl className="desk-dl">
      {facts.map((fact) => (
        <div className="pair" key={fact.field}>
          <dt>{fact.label}</dt>
          <dd>{fact.value || <span className="mute">{t.empty}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function Registry({ application }: { application: Case }) {
  const language = useLanguage();
  const t = vettingWords(language);
  const f = fieldWords(language);
  const state = application.businessState;
  return (
    <Panel title={t.registry}>
      <div className="registry">
        <p>
          <StateLine application={application} />
        </p>
        {state?.taxType ? <p className="sm"><Local text={state.taxType} /></p> : null}
        {state?.matches === true ? <p className="sm">{f.matches}</p> : null}
        {state?.matches === false ? <Notice kind="warn">{f.differs}</Notice> : null}
        <form method="post" data-once={t.busy}>
          <Button size="s" name="intent" value="again">{t.again}</Button>
        </form>
      </div>
    </Panel>
  );
}

function Papers({ application }: { application: Case }) {
  const language = useLanguage();
  const t = vettingWords(language);
  const f = fieldWords(language);
  const kinds = PAPERS.filter(({ kind, isRequired }) => isRequired || application.documents.some((paper) => paper.kind === kind));
  return (
    <Panel title={t.papers} count={application.documents.length}>
      <dl className="desk-dl">
        {kinds.map(({ kind }) => (
          <div className="pair" key={kind}>
            <dt>{f.kinds[kind]}</dt>
            <dd className="papers">
              {application.documents.filter((paper) => paper.kind === kind).map((paper) => (
                <PaperName key={paper.id} paper={paper} />
              ))}
              {application.documents.some((paper) => paper.kind === kind) ? null : <span className="mute">{t.empty}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Rivals({ application }: { application: Case }) {
  const language = useLanguage();
  const t = vettingWords(language);
  const f = fieldWords(language);
  if (!application.rivals?.length) return null;
  return (
    <Panel title={t.rivals} count={application.rivals.length}>
      <p className="sm mute">{t.rivalsNote}</p>
      <ul className="dots">
        {application.rivals.map((rival) => (
          <li key={rival.id}>
            <Link className="link" to={`/staff/applications/${encodeURIComponent(rival.id)}`}>{rival.name ? <Local text={rival.name} /> : t.noName}</Link>{" "}
            <span className="sm num">{[rival.applicantEmail, f.statuses[rival.status], rival.submittedAt ? formatMoment(rival.submittedAt, language) : ""].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Filled({ application }: { application: Case }) {
  const language = useLanguage();
  const t = vettingWords(language);
  const f = fieldWords(language);
  const facts = useFacts(application);
  const number = application.reviewAccount?.number;
  const unusual = application.mailOrderNumberIsUsual ? [] : [{ field: "unusual", label: "", value: <span className="tag warn">{f.unusual}</span> }];
  return (
    <>
      <Panel title={f.steps.business}>
        <Pairs facts={[...facts.business, ...unusual]} />
      </Panel>
      <Panel title={f.steps.about}>
        <Pairs facts={facts.about} />
      </Panel>
      <Papers application={application} />
      {facts.certificate.length ? (
        <Panel title={f.kinds.CERTIFICATE}>
          <Pairs facts={facts.certificate} />
        </Panel>
      ) : null}
      <Panel title={t.account}>
        <Pairs facts={number ? [...facts.account, { field: "number", label: t.number, value: <b className="num">{number}</b> }] : facts.account} />
        {number ? <p className="sm mute account-note">{t.accountNote}</p> : null}
      </Panel>
    </>
  );
}

export default function ApplicationCasePage({ loaderData, actionData }: Route.ComponentProps) {
  const { application, done } = loaderData;
  const language = useLanguage();
  const t = vettingWords(language);
  const f = fieldWords(language);
  const asked = actionData ? actionData.decision : loaderData.decision;
  const decision = isDecision(asked) ? asked : null;
  const errors = actionData?.errors;
  const said = done === "asked" ? t.asked : isDecision(done) ? t.did[done] : null;
  const actors = new Map(application.staffSteps.map((step) => [step.id, step.actorEmail]));
  const lead = [f.statuses[application.status], application.submittedAt ? formatMoment(application.submittedAt, language) : "", `${t.applicant} ${application.applicantEmail ?? ""}`].filter(Boolean).join(" · ");
  return (
    <StaffPage title={application.name || t.noName} lead={lead} hasErrors={Boolean(errors?.length)} crumb={<Link to="/staff/applications">{t.crumb}</Link>}>
      {errors?.length ? <Notice kind="bad" live>{errors.map((error) => error.message).join(" ")}</Notice> : null}
      {said && !errors ? <Notice kind="ok" live>{said}</Notice> : null}
      <div className="desk-grid two">
        <div className="col">
          <Decide application={application} decision={decision} errors={errors} values={actionData?.values} />
          <Rivals application={application} />
          <Filled application={application} />
        </div>
        <div className="col">
          <Registry application={application} />
          {application.vendor ? (
            <Panel title={t.toVendor}>
              <Link className="link" to={`/vendors/${encodeURIComponent(application.vendor.slug)}`}><Local text={application.vendor.name} /></Link>
            </Panel>
          ) : null}
          <Panel title={t.history}>
            <History application={application} words={t.steps} who={(step) => actors.get(step.id) ?? ""} />
          </Panel>
        </div>
      </div>
    </StaffPage>
  );
}
