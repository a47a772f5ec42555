import type { FacetsFragment } from "~/gql/operations";
import { change, listSearch, samePrice, toggle, type FacetKey, type ListState } from "~/lib/facets.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { cx } from "~/ui/cx.ts";
import { Link } from "~/ui/Link.tsx";

interface Choice {
  code: string;
  label: string;
  count: number;
}

interface Props {
  facets: FacetsFragment;
  state: ListState;
  path: string;
  /** Facets that the page itself already fixes. */
  without?: readonly FacetKey[];
  isPublic?: boolean;
}

const SHOWN = 8;

function Option({ to, isOn, label, count, kind }: { to: string; isOn: boolean; label: string; count: number; kind: "box" | "dot" }) {
  const t = useMessages().list;
  if (count === 0 && !isOn) {
    return (
      <span className="fo is-off">
        <span className={kind} aria-hidden="true" />
        <span>{label}</span>
        <span className="n num">0</span>
      </span>
    );
  }
  return (
    <Link className={cx("fo", isOn && "on")} to={to} rel="nofollow">
      <span className={kind} aria-hidden="true" />
      <span>{label}</span>
      <span className="n num">{formatNumber(count)}</span>
      <span className="vh">{isOn ? t.remove(label) : t.add(label)}</span>
    </Link>
  );
}

function FacetGroup({ head, choices, facet, state, path, first }: { head: string; choices: Choice[]; facet: FacetKey; state: ListState; path: string; first?: FacetKey }) {
  const t = useMessages().list;
  const chosen: readonly string[] = state[facet];
  const sorted = [...choices].sort((a, b) => Number(chosen.includes(b.code)) - Number(chosen.includes(a.code)) || b.count - a.count);
  if (sorted.length === 0) return null;
  const item = (choice: Choice) => (
    <li key={choice.code}>
      <Option kind="box" to={path + listSearch(toggle(state, facet, choice.code))} isOn={chosen.includes(choice.code)} label={choice.label} count={choice.count} />
    </li>
  );
  const rest = sorted.slice(SHOWN);
  return (
    <section className={cx("fg", first === facet && "first")} aria-label={head}>
      <h2>{head}</h2>
      <ul>{sorted.slice(0, SHOWN).map(item)}</ul>
      {rest.length ? (
        <details>
          <summary>{t.more(rest.length)}</summary>
          <ul>{rest.map(item)}</ul>
        </details>
      ) : null}
    </section>
  );
}

export function priceLabel(from: number | null, to: number | null, t: ReturnType<typeof useMessages>["list"], language: "ko" | "en"): string {
  if (to === null) return t.priceOver(formatWon(from ?? 0, language));
  if (!from) return t.priceUnder(formatWon(to, language));
  return t.priceRange(formatNumber(from), formatNumber(to));
}

/** The rest of the state as hidden fields of a plain form. */
export function HiddenState({ state, omit }: { state: ListState; omit: readonly string[] }) {
  return [...new URLSearchParams(listSearch(change(state, {})))].filter(([name]) => !omit.includes(name)).map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />);
}

function PriceGroup({ facets, state, path }: Pick<Props, "facets" | "state" | "path">) {
  const t = useMessages().list;
  const language = useLanguage();
  return (
    <section className="fg" aria-label={t.price}>
      <h2>{t.price}</h2>
      <ul>
        {facets.prices.map((range) => {
          const isOn = samePrice(state, range.from, range.to);
          const next = isOn ? change(state, { min: null, max: null }) : change(state, { min: range.from || null, max: range.to === null ? null : range.to - 1 });
          return (
            <li key={range.from}>
              <Option kind="dot" to={path + listSearch(next)} isOn={isOn} label={priceLabel(range.from, range.to, t, language)} count={range.count} />
            </li>
          );
        })}
      </ul>
      <form className="range" action={path} method="get">
        <HiddenState state={state} omit={["min", "max"]} />
        <input className="in num" name="min" inputMode="numeric" aria-label={t.min} placeholder="0" defaultValue={state.min ?? ""} />
        <span aria-hidden="true">–</span>
        <input className="in num" name="max" inputMode="numeric" aria-label={t.max} defaultValue={state.max ?? ""} />
        <button type="submit" className="btn btn-2 btn-s">
          {t.apply}
        </button>
      </form>
    </section>
  );
}

function KindGroup({ state, path }: Pick<Props, "state" | "path">) {
  const t = useMessages().list;
  const kinds = [["goods", t.goods], ["service", t.services]] as const;
  return (
    <section className="fg" aria-label={t.kind}>
      <h2>{t.kind}</h2>
      <ul className="kinds">
        {kinds.map(([kind, label]) => (
          <li key={kind}>
            <Link className={cx("fo", state.kind === kind && "on")} to={path + listSearch(change(state, { kind: state.kind === kind ? null : kind }))} rel="nofollow">
              <span className="dot" aria-hidden="true" />
              <span>{label}</span>
              <span className="vh">{state.kind === kind ? t.remove(label) : t.add(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a list can be narrowed by. Every choice is a link, so it works before, during and without scripts. */
export function Facets({ facets, state, path, without = [], isPublic }: Props) {
  const t = useMessages();
  const l = t.list;
  const groups: Record<FacetKey, { head: string; choices: Choice[] }> = {
    certificates: { head: l.certificate, choices: facets.certificates.map(({ kind, count }) => ({ code: kind.code, label: kind.shortName, count })) },
    values: { head: l.value, choices: facets.values.map(({ theme, count }) => ({ code: theme.code, label: theme.name, count })) },
    districts: { head: l.district, choices: facets.districts.map(({ district, count }) => ({ code: district.code, label: district.name, count })) },
    taxKinds: { head: l.tax, choices: facets.taxKinds.map(({ taxKind, count }) => ({ code: taxKind, label: isPublic ? t.taxPaper[taxKind] : t.taxKind[taxKind], count })) },
  };
  const order: FacetKey[] = isPublic ? ["certificates", "taxKinds", "districts", "values"] : ["values", "certificates", "districts", "taxKinds"];
  const shown = order.filter((facet) => !without.includes(facet));
  return (
    <>
      {shown.slice(0, 2).map((facet) => (
        <FacetGroup key={facet} facet={facet} {...groups[facet]} state={state} path={path} first={shown[0]} />
      ))}
      <PriceGroup facets={facets} state={state} path={path} />
      {shown.slice(2).map((facet) => (
        <FacetGroup key={facet} facet={facet} {...groups[facet]} state={state} path={path} />
      ))}
      <KindGroup state={state} path={path} />
    </>
  );
}
