import { errorOf } from "~/lib/form.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { StateLine, useFacts, type Fact } from "./Facts.tsx";
import type { Application } from "./joining.server.ts";
import { PaperName } from "./Papers.tsx";
import { PAPERS, stepOf, type Step } from "./steps.ts";
import { Point, useFieldWords, useFormWords, type FormState } from "./StepForms.tsx";

const wayTo = (application: Application, step: Step, field?: string | null) => `/vendor/apply/${encodeURIComponent(application.id)}?step=${step}${field ? `#${field}` : ""}`;

function Missing({ application }: { application: Application }) {
  const t = useFormWords();
  const f = useFieldWords();
  if (!application.missing.length) return null;
  return (
    <div className="errsum" id="missing">
      <h2>
        <Icon name="alert" />
        {t.missingHead(application.missing.length)}
      </h2>
      <ul>
        {application.missing.map((fault) => (
          <li key={`${fault.field}-${fault.code}`}>
            <Link to={wayTo(application, stepOf(fault.field), fault.field)}>{fault.code === "REQUIRED" ? `${f.fields[fault.field ?? ""] ?? ""}: ${fault.message}` : fault.message}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FactList({ facts, application }: { facts: readonly Fact[]; application: Application }) {
  const t = useFormWords();
  return (
    <dl className="join-dl">
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value || <span className="sub">{t.nothing}</span>}
            <Point application={application} field={fact.field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PaperFacts({ application }: { application: Application }) {
  const t = useFormWords();
  const f = useFieldWords();
  return (
    <dl className="join-dl">
      {PAPERS.map(({ kind, field, isRequired }) => {
        const papers = application.documents.filter((paper) => paper.kind === kind);
        if (!papers.length && !isRequired) return null;
        return (
          <div key={kind}>
            <dt>{f.kinds[kind]}</dt>
            <dd>
              {papers.map((paper) => (
                <PaperName key={paper.id} paper={paper} />
              ))}
              {papers.length ? null : <span className="sub">{t.nothing}</span>}
              <Point application={application} field={field} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** All that was filled in; ``isOpen``: with a way back to each step. */
export function Summary({ application, isOpen }: { application: Application; isOpen: boolean }) {
  const t = useFormWords();
  const f = useFieldWords();
  const facts = useFacts(application);
  const head = (step: Exclude<Step, "send">) => (
    <header>
      <h3>{f.steps[step]}</h3>
      {isOpen ? <Link className="link" to={wayTo(application, step)} aria-label={t.edit(f.steps[step])}>{t.editShort}</Link> : null}
    </header>
  );
  return (
    <div className="join-summary">
      <section>
        {head("business")}
        <FactList facts={facts.business} application={application} />
        {application.businessState ? <p className="state"><StateLine application={application} /></p> : null}
      </section>
      <section>
        {head("about")}
        <FactList facts={facts.about} application={application} />
      </section>
      <section>
        {head("papers")}
        <PaperFacts application={application} />
        {facts.certificate.length ? <FactList facts={facts.certificate} application={application} /> : null}
      </section>
      <section>
        {head("account")}
        <FactList facts={isOpen ? facts.account : facts.account.filter((fact) => fact.value)} application={application} />
      </section>
    </div>
  );
}

/** What the tax service said, and what follows from it for the applicant. */
export function RegistryNews({ application }: { application: Application }) {
  const t = useFormWords();
  const f = useFieldWords();
  const state = application.businessState;
  if (!state) return null;
  if (state.state === "CLOSED" || state.state === "UNREGISTERED") return <Notice kind="bad">{state.state === "CLOSED" ? t.stateClosed : t.stateUnregistered}</Notice>;
  if (state.state === "SUSPENDED") return <Notice kind="warn">{t.stateSuspended}</Notice>;
  if (state.state !== "ACTIVE") return <Notice kind="info">{t.stateUnknown}</Notice>;
  return state.matches === false ? <Notice kind="warn">{`${f.differs} ${t.mismatch}`}</Notice> : <Notice kind="ok">{`${t.stateOk} ${state.matches ? f.matches : ""}`}</Notice>;
}

export function SendStep(state: FormState) {
  const t = useFormWords();
  const { application, errors } = state;
  const agreed = errorOf(errors, "agreed");
  const isReady = application.missing.length === 0;
  return (
    <>
      <Missing application={application} />
      <RegistryNews application={application} />
      <Summary application={application} isOpen />
      <section className="after">
        <h3>{t.afterHead}</h3>
        <ol>
          {t.after.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <form method="post" noValidate className="join-send" data-once={t.sending}>
        <div className="field">
          <Checkbox id="agreed" name="agreed" value="1" label={t.agree} required aria-invalid={agreed ? true : undefined} aria-describedby={agreed ? "agreed-error" : undefined} />
          <p className="sm">
            <Link className="link" to="/terms">{t.terms}</Link> · <Link className="link" to="/privacy">{t.privacy}</Link>
          </p>
          {agreed ? (
            <p className="err" id="agreed-error">
              <Icon name="alert" size="s" />
              <span>{t.needAgree}</span>
            </p>
          ) : null}
        </div>
        <div className="go">
          {isReady ? <Button kind="1" size="l" name="intent" value="send">{application.status === "RETURNED" ? t.sendAgain : t.send}</Button> : <ButtonLink kind="1" size="l" to="#missing">{t.goMend}</ButtonLink>}
          <ButtonLink kind="3" to={wayTo(application, "account")}>{t.previous}</ButtonLink>
        </div>
      </form>
    </>
  );
}
