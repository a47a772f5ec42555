import type { FacetsFragment } from "~/gql/operations";
import { change, chosenCount, cleared, listSearch, toggle, type FacetKey, type ListState, type SortKey } from "~/lib/facets.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { ChosenChip } from "~/ui/Chip.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { priceLabel } from "./Facets.tsx";

interface Props {
  state: ListState;
  facets: FacetsFragment;
  path: string;
  total: number;
  isPublic?: boolean;
  /** Conditions of the page's own that are chosen as well. */
  more?: readonly Chosen[];
}

export interface Chosen {
  key: string;
  label: string;
  to: string;
}

function useChosen({ state, facets, path }: Pick<Props, "state" | "facets" | "path">): Chosen[] {
  const t = useMessages();
  const language = useLanguage();
  const labels: Record<FacetKey, (code: string) => string> = {
    certificates: (code) => facets.certificates.find(({ kind }) => kind.code === code)?.kind.shortName ?? code,
    districts: (code) => facets.districts.find(({ district }) => district.code === code)?.district.name ?? code,
    values: (code) => facets.values.find(({ theme }) => theme.code === code)?.theme.name ?? code,
    taxKinds: (code) => t.taxKind[code as keyof typeof t.taxKind],
  };
  const chosen: Chosen[] = (Object.keys(labels) as FacetKey[]).flatMap((facet) =>
    state[facet].map((code) => ({ key: `${facet}:${code}`, label: labels[facet](code), to: path + listSearch(toggle(state, facet, code)) })),
  );
  if (state.min !== null || state.max !== null) {
    chosen.push({ key: "price", label: priceLabel(state.min, state.max === null ? null : state.max, t.list, language), to: path + listSearch(change(state, { min: null, max: null })) });
  }
  if (state.kind) chosen.push({ key: "kind", label: state.kind === "goods" ? t.list.goods : t.list.services, to: path + listSearch(change(state, { kind: null })) });
  return chosen;
}

function SortLinks({ state, path }: Pick<Props, "state" | "path">) {
  const t = useMessages().list;
  const keys: [SortKey, string][] = [["best", state.q ? t.sortRank : t.sortNew], ...(state.q ? ([["new", t.sortNew]] as [SortKey, string][]) : []), ["low", t.sortLow], ["high", t.sortHigh], ["name", t.sortName]];
  const current = state.sort === "new" && !state.q ? "best" : state.sort;
  return (
    <nav className="sorts" aria-label={t.sort}>
      <ul>
        {keys.map(([sort, label]) => (
          <li key={sort}>
            <Link to={path + listSearch(change(state, { sort }))} aria-current={current === sort ? "true" : undefined} rel="nofollow">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many, what is chosen (each with a way to take it back), and in which order. */
export function ListTools({ state, facets, path, total, isPublic, more = [] }: Props) {
  const t = useMessages();
  const chosen = [...more, ...useChosen({ state, facets, path })];
  return (
    <div className="tool2">
      <p className="cnt" role="status">
        {isPublic ? (
          <>
            <b className="num">{formatNumber(total)}</b>{t.pub.found(total).startsWith("개") ? "" : " "}{t.pub.found(total)}
          </>
        ) : (
          <b className="num">{t.list.found(total)}</b>
        )}
      </p>
      {chosen.length ? (
        <div className="on-f" role="group" aria-label={t.list.chosen}>
          {chosen.map((item) => (
            <ChosenChip key={item.key} to={item.to} label={item.label} action={t.list.remove(item.label)} />
          ))}
          <Link className="link sm" to={path + listSearch(cleared(state))}>
            {t.list.clear}
          </Link>
        </div>
      ) : null}
      <SortLinks state={state} path={path} />
    </div>
  );
}

/** On narrow screens the facets fold away under one button; on wide ones list.css keeps them open. */
export function FoldedFacets({ state, children }: { state: ListState; children: React.ReactNode }) {
  const t = useMessages().list;
  const count = chosenCount(state);
  return (
    <aside className="fac" aria-label={t.facets}>
      <details className="fold">
        <summary className="btn btn-2 btn-s">
          <Icon name="filter" size="s" />
          {count ? t.facetsCount(count) : t.facets}
        </summary>
        {children}
      </details>
    </aside>
  );
}
