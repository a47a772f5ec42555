import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { readIntent, readText } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { History } from "~/rooms/joining/Facts.tsx";
import { standingWords } from "~/rooms/joining/formWords.ts";
import { addPaper, isTooLong, loadApplication, removePaper, saveStep, sendApplication, tooLong, withdrawApplication, type Application } from "~/rooms/joining/joining.server.ts";
import { PapersStep } from "~/rooms/joining/Papers.tsx";
import { RegistryNews, SendStep } from "~/rooms/joining/SendStep.tsx";
import { Standing, Withdraw } from "~/rooms/joining/Standing.tsx";
import { AboutForm, AccountForm, BusinessForm, useFieldWords, useFormWords, type FormState } from "~/rooms/joining/StepForms.tsx";
import { doneSteps, firstToDo, isStep, stepOf, STEPS, type Step } from "~/rooms/joining/steps.ts";
import { cx } from "~/ui/cx.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/apply.application";
import "~/styles/checkout.css";
import "~/styles/joining.css";

export const handle = { islands: [formIsland] };

export async function loader({ params, context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  const loaded = await loadApplication(context, params.id);
  const asked = url.searchParams.get("step");
  const { application } = loaded;
  const mended = application.status === "RETURNED" ? application.reviewPoints[0] : undefined;
  const step: Step = isStep(asked) ? asked : mended ? stepOf(mended.field) : firstToDo(application.missing);
  return { ...loaded, step, done: url.searchParams.get("done") };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (isTooLong(request)) return tooLong(context);
  const form = await request.formData();
  const { id } = params;
  switch (readIntent(form, ["next", "later", "upload", "remove", "send", "withdraw"])) {
    case "upload":
      return addPaper(context, id, form);
    case "remove":
      return removePaper(context, id, form);
    case "send":
      return sendApplication(context, id, form);
    case "withdraw":
      return withdrawApplication(context, id);
    case "later":
      return saveStep(context, id, form, formStep(form), true);
    default:
      return saveStep(context, id, form, formStep(form), false);
  }
}

function formStep(form: FormData): Step {
  const step = readText(form, "step", 20);
  if (!isStep(step)) throw new Response("Unknown step", { status: 400 });
  return step;
}

/** Every step can be opened at any time; what is done and what is to be mended can be seen. */
function Steps({ application, step }: { application: Application; step: Step }) {
  const t = useFormWords();
  const f = useFieldWords();
  const done = doneSteps(application.missing);
  const pointed = application.status === "RETURNED" ? application.reviewPoints.map((point) => stepOf(point.field)) : [];
  return (
    <nav aria-label={t.steps} className="join-steps">
      <ol className="steps">
        {STEPS.map((one, at) => (
          <li key={one} className={cx(done.includes(one) && one !== step && "done", one === step && "now", pointed.includes(one) && "mend")}>
            <span className="k">{pointed.includes(one) ? "!" : done.includes(one) && one !== step ? <Icon name="check" size="s" /> : at + 1}</span>
            <b>
              <Link to={`/vendor/apply/${encodeURIComponent(application.id)}?step=${one}`} aria-current={one === step ? "step" : undefined}>
                {f.steps[one]}
                {pointed.includes(one) ? <span className="vh"> ({t.points})</span> : null}
              </Link>
            </b>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ToMend({ application }: { application: Application }) {
  const t = useFormWords();
  const f = useFieldWords();
  if (application.status !== "RETURNED") return null;
  return (
    <div className="to-mend" role="note">
      <h2>{t.points}</h2>
      <p>{t.pointsBody}</p>
      {application.reviewNote ? <p className="pre said-note"><Local text={application.reviewNote} /></p> : null}
      <ul>
        {application.reviewPoints.map((point) => (
          <li key={point.field}>
            <Link className="link" to={`/vendor/apply/${encodeURIComponent(application.id)}?step=${stepOf(point.field)}#${point.field}`}>{f.fields[point.field] ?? point.field}</Link> <Local text={point.reason} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const FORMS = { business: BusinessForm, about: AboutForm, papers: PapersStep, account: AccountForm, send: SendStep };

function Wizard({ state, step, done }: { state: FormState; step: Step; done: string | null }) {
  const t = useFormWords();
  const f = useFieldWords();
  const s = standingWords(useLanguage());
  const Form = FORMS[step];
  const { application, errors } = state;
  const isAgreedOnly = step === "send" && application.missing.length > 0;
  // "꼭 적어야 하는 칸이에요" says nothing without its field.
  const told = errors?.map((error) => (error.code === "REQUIRED" && error.field ? { ...error, message: `${f.fields[error.field] ?? error.field}: ${error.message}` } : error));
  const said = done === "added" ? t.added : done === "removed" ? t.removed : null;
  return (
    <>
      <ToMend application={application} />
      <Steps application={application} step={step} />
      <section aria-labelledby="step-head" className="join-step">
        <h2 id="step-head">{f.steps[step]}</h2>
        <p className="sub">{t.leads[step]}</p>
        {said && !errors ? <Notice kind="ok" live>{said}</Notice> : null}
        {isAgreedOnly ? null : <ErrorSummary errors={told} />}
        {step === "about" ? <RegistryNews application={application} /> : null}
        <Form {...state} />
      </section>
      {application.submittedAt ? (
        <section>
          <h2>{s.history}</h2>
          <History application={application} words={s.steps} />
        </section>
      ) : null}
      <Withdraw />
    </>
  );
}

export default function ApplicationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { application, kinds, districts, done } = loaderData;
  const step = actionData?.step ?? loaderData.step;
  const t = useFormWords();
  const f = useFieldWords();
  const errors = actionData?.errors;
  const { status } = application;
  const isOpen = status === "DRAFT" || status === "RETURNED";
  const state: FormState = { application, kinds, districts, errors, values: actionData?.values };
  return (
    <main id="main" className="wrap joining-page">
      <Seo title={`${errors?.length ? t.errorTitle : ""}${isOpen ? `${f.steps[step]}, ` : ""}${t.title}`} canonical={null} />
      <p className="crumb">
        <Link className="link" to="/vendor/apply">{t.back}</Link>
      </p>
      <h1>
        {application.name ? <Local text={application.name} /> : null} {t.title} <span className="tag">{f.statuses[status]}</span>
      </h1>
      {isOpen ? <Wizard state={state} step={step} done={done} /> : <Standing application={application} status={status} />}
    </main>
  );
}
