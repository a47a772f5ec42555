import { redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { askProof, dropPaper, isTooLong, keepPaper, loadApplication, save, takeProof, tooLong, withdraw, type Answer, type Application } from "~/rooms/agencyadmin/apply.server.ts";
import { HERE, pathOf } from "~/rooms/agencyadmin/applyPaths.ts";
import { applyWords } from "~/rooms/agencyadmin/applyWords.ts";
import { ApplicationFacts, ApplicationHistory } from "~/rooms/agencyadmin/ApplicationFacts.tsx";
import { LOOKS } from "~/rooms/agencyadmin/looks.ts";
import { adminWords } from "~/rooms/agencyadmin/words.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/apply.application";
import "~/styles/checkout.css";
import "~/styles/joining.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };

/** The link of the mail is kept in a cookie; opening it changes nothing, pressing the button does. */
export async function loader({ params, context, request }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "official");
  const application = await loadApplication(context, params.id);
  const isOpen = application.status === "DRAFT" || application.status === "RETURNED";
  return { application, isOpen, hasLink: Boolean(held) && isOpen && !application.isOfficialEmailConfirmed, done: appOf(context).url.searchParams.get("done") ?? "" };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (isTooLong(request)) return tooLong(context);
  const form = await request.formData();
  const { id } = params;
  switch (readIntent(form, ["save", "send", "upload", "remove", "proof", "prove", "withdraw"])) {
    case "upload":
      return keepPaper(context, id, form);
    case "remove":
      return dropPaper(context, id);
    case "proof":
      return askProof(context, id);
    case "prove": {
      const held = heldLink(context, request, "official");
      const errors = await takeProof(context, held?.token ?? "");
      dropLink(context, "official");
      return errors.length ? { errors: errors.map((error) => ({ ...error, field: null })), values: {} } : redirect(`${pathOf(id)}?done=proved`, 303);
    }
    case "withdraw":
      return withdraw(context, id);
    case "send":
      return save(context, id, form, true);
    default:
      return save(context, id, form, false);
  }
}

interface State {
  application: Application;
  errors?: readonly FieldError[];
  values?: Record<string, string>;
}

function useAnswer({ application, errors, values }: State) {
  const texts = application as unknown as Record<string, string | null>;
  return (name: string) => ({ defaultValue: values?.[name] ?? texts[name] ?? "", error: errors?.find((error) => error.field === name)?.message });
}

function AgencyFields(state: State) {
  const language = useLanguage();
  const [t, w] = [applyWords(language), adminWords(language)];
  const of = useAnswer(state);
  const choose = { value: "", label: t.choose };
  return (
    <fieldset>
      <legend>{t.agency}</legend>
      <Field className="wide" id="name" name="name" label={t.fields["name"] ?? ""} {...of("name")} maxLength={120} autoComplete="organization" />
      <Field id="registrationNumber" name="registrationNumber" label={t.fields["registrationNumber"] ?? ""} hint={state.application.registrationNumber && !state.application.isNumberOfAPublicBody ? t.hint82 : t.hints.registrationNumber} {...of("registrationNumber")} inputMode="numeric" autoComplete="off" />
      <Field id="representative" name="representative" label={t.fields["representative"] ?? ""} {...of("representative")} maxLength={60} autoComplete="off" />
      <Select id="regime" name="regime" label={t.fields["regime"] ?? ""} {...of("regime")} options={[choose, ...(["LOCAL", "STATE", "OWN_RULES"] as const).map((value) => ({ value, label: w.regimes[value] }))]} />
      <Select id="baseLaw" name="baseLaw" label={t.fields["baseLaw"] ?? ""} {...of("baseLaw")} options={[{ value: "", label: "—" }, ...(["LOCAL", "STATE"] as const).map((value) => ({ value, label: w.laws[value] }))]} />
      <Field id="phone" name="phone" type="tel" label={t.fields["phone"] ?? ""} {...of("phone")} maxLength={40} autoComplete="tel" />
      <Field id="postalCode" name="postalCode" label={t.fields["postalCode"] ?? ""} {...of("postalCode")} maxLength={10} inputMode="numeric" autoComplete="postal-code" />
      <Field className="wide" id="address" name="address" label={t.fields["address"] ?? ""} {...of("address")} maxLength={250} autoComplete="street-address" />
    </fieldset>
  );
}

function YouFields(state: State) {
  const t = applyWords(useLanguage());
  const of = useAnswer(state);
  return (
    <fieldset>
      <legend>{t.you}</legend>
      <Field className="wide" id="officialEmail" name="officialEmail" type="email" label={t.fields["officialEmail"] ?? ""} hint={t.hints.officialEmail} {...of("officialEmail")} maxLength={254} autoComplete="email" />
      <Field id="department" name="department" label={t.fields["department"] ?? ""} {...of("department")} maxLength={80} autoComplete="off" />
      <Field id="jobTitle" name="jobTitle" label={t.fields["jobTitle"] ?? ""} {...of("jobTitle")} maxLength={60} autoComplete="organization-title" />
    </fieldset>
  );
}

function Proof({ application, hasLink }: { application: Application; hasLink: boolean }) {
  const t = applyWords(useLanguage());
  if (!application.officialEmail) return null;
  return (
    <section className="proof" aria-labelledby="proof-head">
      <h2 id="proof-head">
        {t.proofHead} <span className={application.isOfficialEmailConfirmed ? "tag ok" : "tag warn"}>{application.officialEmail}</span>
      </h2>
      {application.isOfficialEmailConfirmed ? (
        <p className="sm">{t.proofDone}</p>
      ) : (
        <>
          <p className="sm">{hasLink ? t.proofOpen : t.proofNeeded}</p>
          <form method="post" data-once={t.busy}>
            <Button kind={hasLink ? "1" : "2"} name="intent" value={hasLink ? "prove" : "proof"}>{hasLink ? t.proofTake : t.proofSend}</Button>
          </form>
        </>
      )}
    </section>
  );
}

function Paper({ application, error }: { application: Application; error?: string }) {
  const t = applyWords(useLanguage());
  const { paper } = application;
  return (
    <section className="proof" aria-labelledby="paper-head">
      <h2 id="paper-head">{t.fields["paper"]}</h2>
      {paper ? (
        <form method="post" className="inline-form" data-once={t.busy}>
          <Local text={paper.name} /> <span className="sm mute num">{Math.ceil(paper.size / 1024)} kB</span>
          <Button size="s" name="intent" value="remove">{t.remove}</Button>
        </form>
      ) : (
        <form method="post" encType="multipart/form-data" className="inline-form" data-once={t.busy}>
          <input type="hidden" name="intent" value="upload" />
          <Field id="file" name="file" type="file" label={t.upload} hint={t.hints.paper} accept=".pdf,.jpg,.jpeg,.png" error={error} />
          <Button>{t.upload}</Button>
        </form>
      )}
    </section>
  );
}

function Open({ state, hasLink }: { state: State; hasLink: boolean }) {
  const t = applyWords(useLanguage());
  const { application, errors } = state;
  const told = errors?.map((error) => (error.code === "REQUIRED" && error.field ? { ...error, message: `${t.fields[error.field] ?? error.field}: ${error.message}` } : error));
  return (
    <>
      {application.status === "RETURNED" && application.reviewNote ? <Notice kind="warn" head={t.toMend}><span className="pre"><Local text={application.reviewNote} /></span></Notice> : null}
      <ErrorSummary errors={told} />
      <Proof application={application} hasLink={hasLink} />
      <form method="post" className="apply-form" data-once={t.busy} noValidate>
        <AgencyFields {...state} />
        <YouFields {...state} />
        <div className="go">
          <Button kind="1" size="l" name="intent" value="send">{t.send}</Button>
          <Button size="l" name="intent" value="save">{t.later}</Button>
        </div>
      </form>
      <Paper application={application} error={errorOf(errors ? [...errors] : undefined, "paper")?.message} />
    </>
  );
}

const KINDS = { SUBMITTED: "info", APPROVED: "ok", DECLINED: "warn", WITHDRAWN: "plain" } as const;

function Standing({ application }: { application: Application }) {
  const t = applyWords(useLanguage());
  const status = application.status as keyof typeof KINDS;
  const [head = "", body = ""] = t.state[status] ?? [];
  return (
    <>
      <Notice kind={KINDS[status]} head={head}>{body}</Notice>
      {application.reviewNote && status !== "SUBMITTED" ? (
        <section className="said">
          <h2>{t.said}</h2>
          <p className="pre"><Local text={application.reviewNote} /></p>
        </section>
      ) : null}
      {status === "APPROVED" ? (
        <p>
          <ButtonLink kind="1" size="l" to="/agency">{t.toDesk}</ButtonLink>
        </p>
      ) : null}
      <ApplicationFacts application={application} />
    </>
  );
}

export default function ApplicationPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = applyWords(useLanguage());
  const { application, isOpen, hasLink, done } = loaderData;
  const answer = actionData as Answer | undefined;
  const said: Record<string, string> = { saved: t.saved, sent: t.sent, proof: t.proofSent, proved: t.proofTaken, removed: t.removed, uploaded: t.uploaded };
  const mayEnd = isOpen || application.status === "SUBMITTED";
  return (
    <main id="main" className="wrap joining-page">
      <Seo title={`${answer?.errors.length ? "! " : ""}${application.name || t.title}`} canonical={null} />
      <p className="crumb">
        <Link to={HERE}>{t.title}</Link>
      </p>
      <h1>
        {application.name ? <Local text={application.name} /> : t.noName} <span className={LOOKS[application.status]}>{t.statuses[application.status]}</span>
      </h1>
      {said[done] && !answer ? <Notice kind="ok" live>{said[done]}</Notice> : null}
      {isOpen ? <Open state={{ application, errors: answer?.errors, values: answer?.values }} hasLink={hasLink} /> : <Standing application={application} />}
      {application.steps.length > 1 ? (
        <section>
          <h2>{t.history}</h2>
          <ApplicationHistory application={application} />
        </section>
      ) : null}
      {mayEnd ? (
        <details className="withdraw">
          <summary>{t.withdraw}</summary>
          <form method="post" data-once={t.busy}>
            <h3>{t.withdrawHead}</h3>
            <p>{t.withdrawBody}</p>
            <Button kind="x" name="intent" value="withdraw">{t.withdrawDo}</Button>
          </form>
        </details>
      ) : null}
    </main>
  );
}
