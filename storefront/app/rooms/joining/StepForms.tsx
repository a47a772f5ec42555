import type { ReactNode } from "react";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { BANKS } from "~/rooms/payments/banks.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select, TextArea } from "~/ui/Field.tsx";
import { formWords } from "./formWords.ts";
import type { Application } from "./joining.server.ts";
import { STEPS, type Step } from "./steps.ts";
import { fieldWords } from "./words.ts";

export interface FormState {
  application: Application;
  kinds: readonly { code: string; name: string }[];
  districts: readonly { code: string; name: string }[];
  errors?: readonly FieldError[];
  /** What was typed and could not be saved. */
  values?: Readonly<Record<string, string>>;
}

export const useFormWords = () => formWords(useLanguage());
export const useFieldWords = () => fieldWords(useLanguage());

/** What a reviewer asked to be mended, beside the field it is about. */
export function Point({ application, field }: { application: Application; field: string }) {
  const t = useFormWords();
  const point = application.status === "RETURNED" ? application.reviewPoints.find((one) => one.field === field) : undefined;
  return point ? <b className="point">{t.point(point.reason)}</b> : null;
}

/** The props that all fields share: name, words, what was typed last, and what is wrong with it. */
function useFields({ application, errors, values }: FormState) {
  const t = useFormWords();
  const { fields } = useFieldWords();
  const hints = t.hints as unknown as Record<string, string>;
  return (name: string, known: string | null | undefined, { isOptional = false, isEither = false, hint = hints[name] as ReactNode }: { isOptional?: boolean; isEither?: boolean; hint?: ReactNode } = {}) => {
    const isPointed = application.status === "RETURNED" && application.reviewPoints.some((point) => point.field === name);
    return {
      id: name,
      name,
      label: `${fields[name] ?? name}${isOptional ? ` (${t.optional})` : ""}`,
      defaultValue: values?.[name] ?? known ?? "",
      required: !isOptional && !isEither,
      error: errorOf(errors, name)?.message,
      hint: isPointed ? (
        <>
          <Point application={application} field={name} />
          {hint}
        </>
      ) : (
        hint
      ),
    };
  };
}

/** The end of a step: on, later, or back. */
export function Ways({ application, step }: { application: Application; step: Step }) {
  const t = useFormWords();
  const before = STEPS[STEPS.indexOf(step) - 1];
  return (
    <div className="go">
      <Button kind="1" size="l" name="intent" value="next">{t.next}</Button>
      <Button size="l" name="intent" value="later">{t.later}</Button>
      {before ? <ButtonLink kind="3" to={`/vendor/apply/${encodeURIComponent(application.id)}?step=${before}`}>{t.previous}</ButtonLink> : null}
      <p className="sm sub">{t.savedAt}</p>
    </div>
  );
}

export function BusinessForm(state: FormState) {
  const t = useFormWords();
  const { forms } = useFieldWords();
  const field = useFields(state);
  const { application } = state;
  return (
    <form method="post" noValidate className="join-form" data-once={t.busy}>
      <input type="hidden" name="step" value="business" />
      <Field {...field("businessNumber", application.businessNumber)} inputMode="numeric" autoComplete="off" maxLength={14} />
      <Field {...field("legalName", application.legalName)} autoComplete="organization" maxLength={160} />
      <Select {...field("legalForm", application.legalForm, { hint: null })} options={[{ value: "", label: t.choose }, ...Object.entries(forms).map(([value, label]) => ({ value, label }))]} />
      <Field {...field("representative", application.representative, { hint: null })} maxLength={60} />
      <Field {...field("openedOn", application.openedOn)} type="date" />
      <fieldset>
        <legend>{t.mailOrder}</legend>
        <p className="sm sub wide">{t.mailOrderLead}</p>
        <Field {...field("mailOrderNumber", application.mailOrderNumber, { isEither: true })} maxLength={60} />
        <Field {...field("mailOrderExemption", application.mailOrderExemption, { isEither: true })} maxLength={200} />
      </fieldset>
      <Ways application={application} step="business" />
    </form>
  );
}

const choices = (all: readonly { code: string; name: string }[], choose: string) => [{ value: "", label: choose }, ...all.map(({ code, name }) => ({ value: code, label: name }))];

export function AboutForm(state: FormState) {
  const t = useFormWords();
  const field = useFields(state);
  const { application } = state;
  return (
    <form method="post" noValidate className="join-form" data-once={t.busy}>
      <input type="hidden" name="step" value="about" />
      <Field {...field("name", application.name)} maxLength={120} />
      <Select {...field("kind", application.kind?.code)} options={choices(state.kinds, t.choose)} />
      <TextArea {...field("introduction", application.introduction)} rows={5} maxLength={2000} className="wide" />
      <fieldset>
        <legend>{t.contact}</legend>
        <Field {...field("phone", application.phone)} type="tel" autoComplete="tel" data-format="phone" maxLength={40} />
        <Field {...field("email", application.email)} type="email" autoComplete="email" maxLength={254} />
        <Field {...field("postalCode", application.postalCode)} inputMode="numeric" autoComplete="postal-code" data-format="postcode" maxLength={5} />
        <Select {...field("district", application.district?.code, { hint: null })} options={choices(state.districts, t.choose)} />
        <Field {...field("address", application.address)} autoComplete="street-address" maxLength={250} className="wide" />
      </fieldset>
      <Ways application={application} step="about" />
    </form>
  );
}

/** The facts of a certificate, below the papers. */
export function CertificateForm(state: FormState) {
  const t = useFormWords();
  const field = useFields(state);
  const { application } = state;
  // Who hands in the paper says what stands on it.
  const isOptional = !application.documents.some(({ kind }) => kind === "CERTIFICATE");
  return (
    <form method="post" noValidate className="join-form" data-once={t.busy}>
      <input type="hidden" name="step" value="papers" />
      <fieldset>
        <legend>{t.certFacts}</legend>
        <p className="sm sub wide">{t.certFactsLead}</p>
        <Field {...field("certificateNumber", application.certificateNumber, { isOptional })} maxLength={60} />
        <Field {...field("certificateIssuedOn", application.certificateIssuedOn, { isOptional })} type="date" />
        <Field {...field("certificateValidUntil", application.certificateValidUntil, { isOptional: true, hint: t.noEnd })} type="date" />
      </fieldset>
      <Ways application={application} step="papers" />
    </form>
  );
}

export function AccountForm(state: FormState) {
  const t = useFormWords();
  const language = useLanguage();
  const field = useFields(state);
  const { application } = state;
  const account = application.account;
  const digits = account?.lastDigits;
  const holder = account?.holder;
  return (
    <form method="post" noValidate className="join-form" data-once={t.busy}>
      <input type="hidden" name="step" value="account" />
      <Select {...field("bank", account?.bank, { hint: null })} options={[{ value: "", label: t.choose }, ...BANKS.map((bank) => ({ value: bank.code, label: bank[language] }))]} />
      <Field {...field("accountNumber", "", { hint: digits ? t.hints.accountKept(digits) : t.hints.accountNumber })} required={!digits} inputMode="numeric" autoComplete="off" maxLength={30} />
      <Field {...field("accountHolder", "", { hint: holder ? t.hints.holderKept(holder) : t.hints.accountHolder })} required={!holder} autoComplete="off" maxLength={60} />
      <Ways application={application} step="account" />
    </form>
  );
}
