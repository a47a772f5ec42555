import type { DutyFacetsFragment } from "~/gql/operations";
import { HiddenState } from "~/rooms/catalog/Facets.tsx";
import type { Chosen } from "~/rooms/catalog/ListTools.tsx";
import { change, listSearch, needsCount, placeOf, type ListState } from "~/lib/facets.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Button } from "~/ui/Button.tsx";
import { Checkbox, Field, Select } from "~/ui/Field.tsx";
import { seoulToday } from "./days.ts";
import { findingWords, type FindingWords } from "./words.ts";
import "~/styles/finding.css";

const QUOTES = [0, 1, 2];
const OWN = ["qty", "duty", "budget", "quotes", "by", "to"];

/** What is missing before the day of arrival can be worked out; null: nothing. */
export function placeFault(state: ListState, t: FindingWords): string | null {
  if (state.to) return placeOf(state) ? null : t.placeWrong;
  return state.by ? t.placeMissing : null;
}

function DutyChoice({ state, duties }: { state: ListState; duties: DutyFacetsFragment["duties"] }) {
  const t = findingWords(useLanguage());
  const shown = duties.map(({ scheme, count }) => ({ code: scheme.code, name: scheme.shortName, count }));
  for (const code of state.duties) if (!shown.some((one) => one.code === code)) shown.push({ code, name: code, count: 0 });
  if (shown.length === 0) return null;
  return (
    <fieldset className="cond-duties">
      <legend>{t.duty}</legend>
      <p className="hint">{t.dutyNote}</p>
      <div>
        {shown.map((one) => (
          <Checkbox key={one.code} name="duty" value={one.code} label={one.name} note={formatNumber(one.count)} defaultChecked={state.duties.includes(one.code)} />
        ))}
      </div>
    </fieldset>
  );
}

/** 공공구매 조건: quantity, budget, day and place, quotes and duties; a plain form, kept in the address. */
export function Conditions({ state, path, duties }: { state: ListState; path: string; duties: DutyFacetsFragment["duties"] }) {
  const t = findingWords(useLanguage());
  const today = seoulToday();
  const count = needsCount(state);
  const fault = placeFault(state, t);
  return (
    <details className="fold cond-fold" open={count > 0 || fault !== null || undefined}>
      <summary className="btn btn-2 btn-s">
        {t.panel}
        {count ? ` ${count}` : ""}
      </summary>
      <form className="cond" action={path} method="get" aria-label={t.panel}>
        <HiddenState state={state} omit={OWN} />
        <h2>{t.panel}</h2>
        <p className="cond-note">{t.panelNote}</p>
        <div className="cond-grid">
          <Field label={t.quantity} name="qty" type="number" inputMode="numeric" min={1} max={9_999} defaultValue={state.quantity ?? 1} className="cond-q" />
          <Field label={t.budget} hint={t.budgetHint} name="budget" inputMode="numeric" autoComplete="off" defaultValue={state.budget ? formatNumber(state.budget) : ""} />
          <Field label={t.by} name="by" type="date" min={today} defaultValue={state.by ?? ""} error={state.by && state.by < today ? t.dayPast : null} />
          <Field label={t.place} hint={fault ? undefined : t.placeHint} name="to" inputMode="numeric" autoComplete="postal-code" maxLength={5} defaultValue={state.to} error={fault} />
          <Select label={t.quotes} name="quotes" defaultValue={state.quotes === null ? "" : String(state.quotes)} options={[{ value: "", label: t.anyQuotes }, ...QUOTES.map((most) => ({ value: String(most), label: t.quotesAtMost(most) }))]} />
        </div>
        <DutyChoice state={state} duties={duties} />
        <Button kind="1" size="s">
          {t.apply}
        </Button>
      </form>
    </details>
  );
}

/** The chosen conditions, each with the address that takes it away. */
export function conditionChips(state: ListState, path: string, duties: DutyFacetsFragment["duties"], language: "ko" | "en"): Chosen[] {
  const t = findingWords(language);
  const to = (part: Partial<ListState>) => path + listSearch(change(state, part));
  const chips: Chosen[] = state.duties.map((code) => ({
    key: `duty:${code}`,
    label: `${t.counts}: ${duties.find(({ scheme }) => scheme.code === code)?.scheme.shortName ?? code}`,
    to: to({ duties: state.duties.filter((other) => other !== code) }),
  }));
  if (state.budget) chips.push({ key: "budget", label: t.budgetChip(formatWon(state.budget, language), state.quantity ?? 1), to: to({ budget: null }) });
  if (state.quotes !== null) chips.push({ key: "quotes", label: t.quotesAtMost(state.quotes), to: to({ quotes: null }) });
  const place = placeOf(state);
  if (state.by && place) chips.push({ key: "by", label: t.byChip(formatDate(state.by, language), place), to: to({ by: null }) });
  return chips;
}
