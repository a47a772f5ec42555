import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { OpenWorkFragment, TeamProfileQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, readIntent, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { OpenWork } from "~/rooms/team/OpenWork.tsx";
import { clearHoliday, doneOf, ended, loadOpenWork, loadProfile, readHoliday, readProfile, setHoliday, updateProfile, vendorFor, type HolidayWish } from "~/rooms/team/team.server.ts";
import { profileWords, teamWords } from "~/rooms/team/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/profile";
import "~/styles/team.css";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/profile";

export async function loader({ context, request }: Route.LoaderArgs) {
  const id = await vendorFor(context, request, "MANAGE_PROFILE");
  return { ...(await loadProfile(context, id)), done: doneOf(context) };
}

type Answer = { errors: FieldError[]; typed?: Record<string, string>; wish?: HolidayWish; work?: OpenWorkFragment };

export async function action({ context, request }: Route.ActionArgs) {
  const id = await vendorFor(context, request, "MANAGE_PROFILE");
  const t = profileWords(appOf(context).language);
  const form = await request.formData();
  const intent = readIntent(form, ["profile", "look", "rest", "back"]);
  if (intent === "profile") {
    const { input, typed, unreadable } = readProfile(form);
    const errors = unreadable.length ? unreadable.map((field) => ({ field, code: "INVALID", message: t.needNumber })) : await updateProfile(context, id, input);
    return errors.length ? data<Answer>({ errors, typed }, { status: 400 }) : redirect(`${HERE}?done=profile`, 303);
  }
  if (intent === "back") return ended(await clearHoliday(context, id), HERE, "back");
  const wish = readHoliday(form);
  if (!wish) return data<Answer>({ errors: [{ field: "startsOn", code: "REQUIRED", message: t.needDays }] }, { status: 400 });
  if (intent === "look") return data<Answer>({ errors: [], wish, work: await loadOpenWork(context, id) });
  const errors = await setHoliday(context, id, wish);
  return errors.length ? data<Answer>({ errors, wish }, { status: 400 }) : redirect(`${HERE}?done=rest`, 303);
}

type Desk = NonNullable<TeamProfileQuery["vendorDesk"]>;

/** The value of every field: what was typed and refused, else what is stored. */
function valuesOf({ vendor, profile }: Desk, typed: Record<string, string> | undefined): Record<string, string> {
  const terms = vendor.deliveryTerms;
  return {
    ...profile,
    legalName: vendor.legalName, representative: vendor.representative, mailOrderNumber: vendor.mailOrderNumber, phone: vendor.phone, email: vendor.email, district: vendor.district?.code ?? "",
    deliveryFee: String(terms.fee.amount), freeDeliveryFrom: terms.freeFrom ? String(terms.freeFrom.amount) : "", remoteAreaSurcharge: String(terms.remoteAreaSurcharge.amount), returnFee: String(terms.returnFee.amount),
    dispatchDays: String(terms.dispatchDays),
    ...typed,
  };
}

interface FormProps {
  values: Record<string, string>;
  errors: FieldError[] | undefined;
}

function useInput({ values, errors }: FormProps) {
  const t = profileWords(useLanguage());
  return (name: string, isOptional = false) => ({
    id: name,
    name,
    label: `${t.fields[name] ?? name}${isOptional ? ` ${t.optional}` : ""}`,
    hint: t.hints[name],
    defaultValue: values[name],
    error: errorOf(errors, name)?.message,
  });
}

function Save() {
  const language = useLanguage();
  return (
    <div>
      <Button kind="1" name="intent" value="profile">{profileWords(language).save}</Button>
    </div>
  );
}

function About(props: FormProps) {
  const language = useLanguage();
  const input = useInput(props);
  return (
    <Panel title={profileWords(language).who}>
      <form method="post" className="stack-form" noValidate>
        <TextArea {...input("introduction")} rows={6} maxLength={3_000} />
        <TextArea {...input("introductionEn", true)} rows={4} maxLength={3_000} lang="en" />
        <div className="two-col">
          <Field {...input("phone")} type="tel" autoComplete="off" />
          <Field {...input("email")} type="email" autoComplete="off" />
        </div>
        <Save />
      </form>
    </Panel>
  );
}

function Terms(props: FormProps) {
  const language = useLanguage();
  const input = useInput(props);
  return (
    <Panel title={profileWords(language).shop}>
      <form method="post" className="stack-form" noValidate>
        <div className="two-col">
          <Field {...input("deliveryFee")} inputMode="numeric" />
          <Field {...input("freeDeliveryFrom", true)} inputMode="numeric" />
          <Field {...input("remoteAreaSurcharge")} inputMode="numeric" />
          <Field {...input("returnFee")} inputMode="numeric" />
          <Field {...input("dispatchDays")} inputMode="numeric" />
          <Field {...input("carrier")} />
          <Field {...input("carrierEn", true)} lang="en" />
        </div>
        <Save />
      </form>
    </Panel>
  );
}

function Facts({ districts, ...props }: FormProps & { districts: TeamProfileQuery["districts"] }) {
  const language = useLanguage();
  const [t, w] = [profileWords(language), teamWords(language)];
  const input = useInput(props);
  return (
    <Panel title={t.facts}>
      <form method="post" className="stack-form" noValidate>
        <p className="desk-sub">{t.factsNote}</p>
        <div className="two-col">
          <Field {...input("name")} />
          <Field {...input("nameEn", true)} lang="en" />
          <Field {...input("legalName")} />
          <Select {...input("legalForm")} options={Object.entries(w.forms).map(([value, label]) => ({ value, label }))} />
          <Field {...input("representative")} />
          <Field {...input("mailOrderNumber", true)} />
          <Field {...input("postalCode")} inputMode="numeric" />
          <Select {...input("district")} options={districts.map(({ code, name }) => ({ value: code, label: name }))} />
          <Field {...input("address")} className="wide" />
        </div>
        <Save />
      </form>
    </Panel>
  );
}

function Confirm({ wish, work }: { wish: HolidayWish; work: OpenWorkFragment }) {
  const language = useLanguage();
  const [t, w] = [profileWords(language), teamWords(language)];
  const isOpen = work.orderCount + work.withdrawalCount > 0;
  return (
    <section className="confirm" aria-labelledby="resting">
      <h2 id="resting">{t.confirm(formatDate(wish.startsOn, language), formatDate(wish.endsOn, language))}</h2>
      <p>{isOpen ? t.confirmOpen : t.confirmNone}</p>
      <OpenWork work={work} />
      <form method="post" className="acts">
        {Object.entries(wish).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button kind="1" name="intent" value="rest">{t.yes}</Button>
        <ButtonLink to={HERE}>{w.cancel}</ButtonLink>
      </form>
    </section>
  );
}

function Rest({ holiday, wish, errors }: { holiday: Desk["vendor"]["holiday"]; wish?: HolidayWish; errors: FieldError[] | undefined }) {
  const language = useLanguage();
  const t = profileWords(language);
  const [from, until] = holiday ? [formatDate(holiday.startsOn, language), formatDate(holiday.endsOn, language)] : ["", ""];
  return (
    <Panel title={t.rest}>
      {holiday ? (
        <form method="post" className="stack-form">
          <Notice kind={holiday.isNow ? "warn" : "info"}>{holiday.isNow ? t.now(until) : t.ahead(from, until)}</Notice>
          <div>
            <Button name="intent" value="back">{holiday.isNow ? t.end : t.callOff}</Button>
          </div>
        </form>
      ) : null}
      <form method="post" className="stack-form" noValidate>
        <p className="desk-sub">{t.restBody}</p>
        <div className="two-col">
          <Field id="startsOn" name="startsOn" type="date" label={t.startsOn} defaultValue={wish?.startsOn ?? holiday?.startsOn} error={errorOf(errors, "startsOn")?.message} required />
          <Field id="endsOn" name="endsOn" type="date" label={t.endsOn} defaultValue={wish?.endsOn ?? holiday?.endsOn} error={errorOf(errors, "endsOn")?.message} required />
          <Field id="note" name="note" className="wide" label={`${t.note} ${t.optional}`} hint={t.noteHint} defaultValue={wish?.note ?? holiday?.note} maxLength={200} error={errorOf(errors, "note")?.message} />
        </div>
        <div>
          <Button name="intent" value="look">{t.look}</Button>
        </div>
      </form>
    </Panel>
  );
}

function Recheck({ recheck }: { recheck: NonNullable<Desk["rechecks"]>[number] }) {
  const language = useLanguage();
  const [t, w] = [profileWords(language), teamWords(language)];
  const told = [...new Set(recheck.changes.map((change) => w.facts[change.field] ?? change.field))].join(", ");
  if (recheck.status === "CONFIRMED") return null;
  const isRefused = recheck.status === "REFUSED";
  return (
    <Notice kind={isRefused ? "warn" : "info"} head={isRefused ? t.recheckRefused : t.recheckOpen}>
      {isRefused ? recheck.note : told} <Link className="link" to="/vendor/certificates">{t.recheckWay}</Link>
    </Notice>
  );
}

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, districts, done } = loaderData;
  const t = profileWords(useLanguage());
  const answer = actionData as Answer | undefined;
  const errors = answer?.errors.length ? answer.errors : undefined;
  const form = { values: valuesOf(desk, answer?.typed), errors };
  const [latest] = desk.rechecks ?? [];
  return (
    <CentrePage title={t.title} lead={t.lead} hasErrors={Boolean(errors)}>
      <Outcome errors={errors} done={answer ? null : t.done[done]} />
      {latest ? <Recheck recheck={latest} /> : null}
      {answer?.wish && answer.work ? <Confirm wish={answer.wish} work={answer.work} /> : null}
      <div className="desk-grid two">
        <div className="col">
          <About {...form} />
          <Facts {...form} districts={districts} />
        </div>
        <div className="col">
          <Rest holiday={desk.vendor.holiday} wish={answer?.wish} errors={errors} />
          <Terms {...form} />
        </div>
      </div>
    </CentrePage>
  );
}
