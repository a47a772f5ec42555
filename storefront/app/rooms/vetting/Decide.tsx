import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { useFacts } from "~/rooms/joining/Facts.tsx";
import { PAPERS } from "~/rooms/joining/steps.ts";
import { fieldWords } from "~/rooms/joining/words.ts";
import { BANKS } from "~/rooms/payments/banks.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { DECISIONS, REVIEW_FIELDS, type Decision } from "./decisions.ts";
import type { Case } from "./vetting.server.ts";
import { vettingWords } from "./words.ts";

interface Props {
  application: Case;
  errors?: readonly FieldError[];
  values?: Readonly<Record<string, string>>;
}

const useWords = () => vettingWords(useLanguage());
const hereOf = (application: Case) => `/staff/applications/${encodeURIComponent(application.id)}`;

function Ways({ application, children }: { application: Case; children: React.ReactNode }) {
  const t = useWords();
  return (
    <div className="acts">
      {children}
      <ButtonLink kind="3" to={hereOf(application)}>{t.cancel}</ButtonLink>
    </div>
  );
}

/** All that approving does, before it does it. */
function WillHappen({ application, slug, makesCertificate }: { application: Case; slug: string; makesCertificate: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const bank = BANKS.find((one) => one.code === application.account?.bank)?.[language] ?? "";
  const lines = [
    t.will.vendor(application.name, slug), t.will.owner(application.applicantEmail ?? ""), t.will.account(fieldWords(language).account(bank, application.account?.lastDigits ?? "")), t.will.papers(application.documents.length),
    makesCertificate ? t.will.certificate : t.will.noCertificate, t.will.warehouse(application.name), t.will.mail,
  ];
  return (
    <div className="will">
      <h3>{t.willHappen}</h3>
      <ul className="dots">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Approve({ application, errors, values }: Props) {
  const t = useWords();
  const preview = application.approval;
  if (!preview) return null;
  if (preview.obstacles.length) {
    return (
      <Notice kind="bad" head={t.blocked}>{preview.obstacles.map((obstacle) => obstacle.message).join(" ")}</Notice>
    );
  }
  return (
    <form method="post" className="stack-form" data-once={t.busy}>
      <input type="hidden" name="intent" value="approve" />
      <WillHappen application={application} slug={preview.slug} makesCertificate={preview.makesCertificate} />
      {preview.needsUnchecked ? <Checkbox id="acceptUnchecked" name="acceptUnchecked" value="1" label={t.unchecked} aria-invalid={errorOf(errors, "acceptUnchecked") ? true : undefined} /> : null}
      <TextArea id="note" name="note" label={t.note} rows={2} maxLength={2000} defaultValue={values?.["note"]} />
      <Ways application={application}>
        <Button kind="1">{t.doApprove}</Button>
      </Ways>
    </form>
  );
}

function SendBack({ application, errors, values }: Props) {
  const t = useWords();
  const f = fieldWords(useLanguage());
  const facts = useFacts(application);
  const given = new Map([...facts.business, ...facts.about, ...facts.certificate, ...facts.account].map((fact) => [fact.field, fact.value]));
  const paperOf = (field: string) => PAPERS.find((paper) => paper.field === field);
  const names = (field: string) => application.documents.filter((paper) => paper.kind === paperOf(field)?.kind).map((paper) => paper.name).join(", ");
  return (
    <form method="post" className="stack-form" data-once={t.busy}>
      <input type="hidden" name="intent" value="return" />
      <p>{`${t.returnWill} ${t.returnLead}`}</p>
      <TextArea id="comment" name="comment" label={t.comment} rows={3} maxLength={2000} defaultValue={values?.["comment"]} error={errorOf(errors, "comment")?.message} />
      <ul className="points">
        {REVIEW_FIELDS.map((field) => (
          <li key={field}>
            <div>
              <b>{f.fields[field]}</b>
              <span className="sm sub">{(paperOf(field) ? names(field) : given.get(field)) || t.empty}</span>
            </div>
            <Field id={`point-${field}`} name={field} label={t.reason(f.fields[field] ?? field)} maxLength={300} defaultValue={values?.[field]} />
          </li>
        ))}
      </ul>
      <Ways application={application}>
        <Button kind="1">{t.doReturn}</Button>
      </Ways>
    </form>
  );
}

function Decline({ application, errors, values }: Props) {
  const t = useWords();
  return (
    <form method="post" className="stack-form" data-once={t.busy}>
      <input type="hidden" name="intent" value="decline" />
      <p>{t.declineWill}</p>
      <TextArea id="reason" name="reason" label={t.declineReason} hint={t.declineHint} rows={4} maxLength={2000} defaultValue={values?.["reason"]} error={errorOf(errors, "reason")?.message} required />
      <Ways application={application}>
        <Button kind="x">{t.doDecline}</Button>
      </Ways>
    </form>
  );
}

const FORMS = { approve: Approve, return: SendBack, decline: Decline };

/** The three decisions; each opens with what it will do. */
export function Decide({ application, decision, errors, values }: Props & { decision: Decision | null }) {
  const t = useWords();
  if (application.status !== "SUBMITTED") return null;
  if (application.isMine) return <Notice kind="info">{t.own}</Notice>;
  const Form = decision ? FORMS[decision] : null;
  return (
    <Panel
      title={t.decide}
      more={
        <nav className="tabs" aria-label={t.decide} id="decide">
          {DECISIONS.map((one) => (
            <Link key={one} to={`${hereOf(application)}?decide=${one}#decide`} aria-current={one === decision ? "page" : undefined}>{t[one]}</Link>
          ))}
        </nav>
      }
    >
      {Form ? <Form application={application} errors={errors} values={values} /> : <p>{t.choose}</p>}
    </Panel>
  );
}
