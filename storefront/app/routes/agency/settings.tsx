import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { addPolicy, callOffPolicy, doneOf, isDay, loadSettings, previewPolicy, type PolicyRow } from "~/rooms/agencyadmin/admin.server.ts";
import { brokenIn, camel, LIMITS, policyOf, readPolicy, type Limit, type Typed } from "~/rooms/agencyadmin/policy.ts";
import { adminWords, policyWords } from "~/rooms/agencyadmin/words.ts";
import { AgencyPage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/settings";
import "~/styles/team.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };
const HERE = "/agency/settings";

export async function loader({ context, request }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  const asked = appOf(context).url.searchParams.get("off");
  const agency = await loadSettings(context, membership.agency.id);
  const tomorrow = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date(Date.now() + 86_400_000));
  return { agency, off: agency.policies?.find((one) => one.id === asked && one.isChangeable) ?? null, tomorrow, done: doneOf(context) };
}

type Change = { field: string; old: string | null; new: string | null };
type Answer = { errors: FieldError[]; typed: Typed | null; changes: Change[] | null };

/** Looked at first; set only from what was looked at. */
export async function action({ context, request }: Route.ActionArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  const t = policyWords(appOf(context).language);
  const form = await request.formData();
  const intent = readIntent(form, ["preview", "edit", "add", "off"]);
  if (intent === "off") {
    const errors = await callOffPolicy(context, readText(form, "id", 100));
    return errors.length ? data<Answer>({ errors, typed: null, changes: null }, { status: 400 }) : redirect(`${HERE}?done=off`, 303);
  }
  const typed = readPolicy(form);
  if (intent === "edit") return data<Answer>({ errors: [], typed, changes: null });
  const wrong = brokenIn(typed).map((field) => ({ field, code: "INVALID", message: t.badNumber }));
  const badDay = isDay(typed.effectiveFrom) ? [] : [{ field: "effectiveFrom", code: "INVALID", message: t.badDay }];
  if (wrong.length || badDay.length) return data<Answer>({ errors: [...wrong, ...badDay], typed, changes: null }, { status: 400 });
  const [agency, input] = [membership.agency.id, policyOf(typed)];
  if (intent === "add") {
    const errors = await addPolicy(context, agency, typed.effectiveFrom, input);
    return errors.length ? data<Answer>({ errors, typed, changes: null }, { status: 400 }) : redirect(`${HERE}?done=add`, 303);
  }
  const changes = await previewPolicy(context, agency, typed.effectiveFrom, input);
  if (!changes) return data<Answer>({ errors: [{ field: null, code: "INVALID", message: t.cannot }], typed, changes: null }, { status: 400 });
  return data<Answer>({ errors: [], typed, changes });
}

type Loaded = Route.ComponentProps["loaderData"];

/** A rule in words: an amount, days, a law, or that the law's own holds. */
function useRule() {
  const language = useLanguage();
  const [t, w] = [policyWords(language), adminWords(language)];
  return (field: string, value: string | number | null): string => {
    if (field === "law") return value === "local" || value === "LOCAL" ? w.laws.LOCAL : w.laws.STATE;
    if (value === null) return field === "directOrderUpTo" ? t.any : t.byLaw;
    if (field === "holdDays") return t.days(Number(value));
    if (field === "directOrderUpTo" && Number(value) === 0) return t.always;
    return formatWon(Number(value), language);
  };
}

function Rules({ rules }: { rules: Pick<PolicyRow, "law" | "holdDays" | Limit> }) {
  const t = policyWords(useLanguage());
  const rule = useRule();
  return (
    <dl className="policy-dl">
      {(["law", ...LIMITS, "holdDays"] as const).map((field) => (
        <div key={field}>
          <dt>{t.fields[field]}</dt>
          <dd className={rules[field] === null ? "is-law" : undefined}>{rule(field, rules[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

function History({ policies }: { policies: readonly PolicyRow[] }) {
  const language = useLanguage();
  const t = policyWords(language);
  return (
    <Panel title={t.history} count={policies.length} flush>
      {policies.map((policy) => (
        <div className="policy-item" key={policy.id}>
          <h3>
            {t.range(policy.effectiveFrom, policy.endsOn)} <span className={policy.isCurrent ? "tag ok" : policy.isChangeable ? "tag info" : "tag"}>{policy.isCurrent ? t.current : policy.isChangeable ? t.ahead : t.past}</span>
          </h3>
          <p className="m2 num">
            {formatDate(policy.createdAt, language)} {policy.createdBy ? <Local text={t.by(policy.createdBy)} /> : null}
          </p>
          <Rules rules={policy} />
          {policy.isChangeable ? (
            <div>
              <ButtonLink size="s" kind="3" to={`${HERE}?off=${encodeURIComponent(policy.id)}`}>{t.off}</ButtonLink>
            </div>
          ) : null}
        </div>
      ))}
    </Panel>
  );
}

function Off({ policy }: { policy: PolicyRow }) {
  const language = useLanguage();
  const t = policyWords(language);
  return (
    <section className="confirm" aria-labelledby="off">
      <h2 id="off">{t.offAsk(policy.effectiveFrom)}</h2>
      <form method="post" className="acts">
        <input type="hidden" name="intent" value="off" />
        <input type="hidden" name="id" value={policy.id} />
        <Button kind="x">{t.offYes}</Button>
        <ButtonLink to={HERE}>{adminWords(language).cancel}</ButtonLink>
      </form>
    </section>
  );
}

function PolicyForm({ loaded, answer }: { loaded: Loaded; answer?: Answer }) {
  const language = useLanguage();
  const [t, w] = [policyWords(language), adminWords(language)];
  const { rules, regime } = loaded.agency;
  const typed = answer?.typed;
  const shown = (name: Limit) => typed?.amounts[name] ?? (rules?.[name] === null || rules?.[name] === undefined ? "" : formatNumber(rules[name]));
  return (
    <form method="post" className="stack-form" data-once={w.busy} noValidate>
      <Field id="effectiveFrom" name="effectiveFrom" type="date" label={t.from} defaultValue={typed?.effectiveFrom ?? loaded.tomorrow} error={errorOf(answer?.errors, "effectiveFrom")?.message} required />
      {regime === "OWN_RULES" ? <Select id="law" name="law" label={t.fields.law} defaultValue={typed?.law ?? rules?.law} options={(["LOCAL", "STATE"] as const).map((law) => ({ value: law, label: w.laws[law] }))} error={errorOf(answer?.errors, "law")?.message} /> : <p className="sm mute">{t.widen}</p>}
      <div className="policy-fields">
        {LIMITS.map((name) => (
          <Field key={name} id={name} name={name} inputMode="numeric" label={t.fields[name]} hint={t.notes[name]} placeholder={name === "directOrderUpTo" ? t.any : t.byLaw} defaultValue={shown(name)} error={errorOf(answer?.errors, name)?.message} autoComplete="off" />
        ))}
        <Field id="holdDays" name="holdDays" inputMode="numeric" label={t.fields.holdDays} hint={t.notes.holdDays} defaultValue={typed?.holdDays ?? String(rules?.holdDays ?? 7)} error={errorOf(answer?.errors, "holdDays")?.message} autoComplete="off" />
      </div>
      <div><Button kind="1" name="intent" value="preview">{t.preview}</Button></div>
    </form>
  );
}

function Preview({ typed, changes }: { typed: Typed; changes: readonly Change[] }) {
  const language = useLanguage();
  const [t, w] = [policyWords(language), adminWords(language)];
  const rule = useRule();
  return (
    <section className="confirm" aria-labelledby="will">
      <h2 id="will">{t.previewHead(typed.effectiveFrom)}</h2>
      {changes.length ? (
        <div className="change-table">
          <Table
            caption={t.previewHead(typed.effectiveFrom)}
            rows={changes}
            keyOf={(change) => change.field}
            columns={[
              { head: t.title, isMain: true, cell: (change) => t.fields[camel(change.field) as keyof typeof t.fields] },
              { head: t.before, align: "r", cell: (change) => <span className="num mute">{rule(camel(change.field), change.old)}</span> },
              { head: t.after, align: "r", cell: (change) => <b className="num">{rule(camel(change.field), change.new)}</b> },
            ]}
          />
        </div>
      ) : (
        <p>{t.nothing}</p>
      )}
      <form method="post" className="acts" data-once={w.busy}>
        <input type="hidden" name="effectiveFrom" value={typed.effectiveFrom} />
        <input type="hidden" name="law" value={typed.law} />
        <input type="hidden" name="holdDays" value={typed.holdDays} />
        {LIMITS.map((name) => (
          <input key={name} type="hidden" name={name} value={typed.amounts[name]} />
        ))}
        <Button kind="1" name="intent" value="add">{t.make}</Button>
        <Button name="intent" value="edit">{t.edit}</Button>
        <ButtonLink kind="3" to={HERE}>{w.cancel}</ButtonLink>
      </form>
    </section>
  );
}

function Facts({ agency }: { agency: Loaded["agency"] }) {
  const language = useLanguage();
  const [t, w] = [policyWords(language), adminWords(language)];
  const facts = [
    [t.number, agency.registrationNumber], [t.regime, w.regimes[agency.regime]], [t.domain, agency.emailDomain ? `@${agency.emailDomain}` : w.none], [t.representative, agency.representative || w.none], [t.phone, agency.phone || w.none],
    [t.address, [agency.postalCode, agency.address].filter(Boolean).join(" ") || w.none], [t.joined, agency.joinedAt ? formatDate(agency.joinedAt, language) : ""],
  ];
  return (
    <Panel title={agency.name}>
      <dl className="desk-dl">
        {facts.map(([label, value]) => (
          <div className="pair" key={label}>
            <dt>{label}</dt>
            <dd><Local text={value ?? ""} /></dd>
          </div>
        ))}
      </dl>
      <p className="sm mute facts-note">{t.factsNote}</p>
    </Panel>
  );
}

export default function SettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = policyWords(useLanguage());
  const { agency, off, done } = loaderData;
  const answer = actionData as Answer | undefined;
  const general = answer?.errors.filter((error) => !error.field || error.field === "id");
  return (
    <AgencyPage title={t.title} lead={t.lead} hasErrors={Boolean(answer?.errors.length)}>
      <Outcome errors={general} done={answer ? null : t.done[done]} />
      {off && !answer ? <Off policy={off} /> : null}
      {answer?.changes && answer.typed ? <Preview typed={answer.typed} changes={answer.changes} /> : null}
      <div className="desk-grid with-side">
        <div className="col">
          {answer?.changes ? null : (
            <Panel title={t.add}>
              <PolicyForm loaded={loaderData} answer={answer} />
            </Panel>
          )}
          {agency.policies?.length ? <History policies={agency.policies} /> : <Notice kind="info">{t.unset}</Notice>}
        </div>
        <div className="col">
          <Panel title={t.now}>{agency.rules ? <Rules rules={agency.rules} /> : null}</Panel>
          <Facts agency={agency} />
        </div>
      </div>
    </AgencyPage>
  );
}
