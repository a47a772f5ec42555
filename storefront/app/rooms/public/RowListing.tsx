import type { RowFragment } from "~/gql/operations";
import { HiddenState, Facets } from "~/rooms/catalog/Facets.tsx";
import { FoldedFacets, ListTools } from "~/rooms/catalog/ListTools.tsx";
import type { Listing } from "~/rooms/catalog/lists.server.ts";
import { chosenCount, cleared, listSearch, type FacetKey, type ListState } from "~/lib/facets.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Pagination } from "~/ui/Pagination.tsx";
import { QuantityInput } from "~/ui/QuantityInput.tsx";
import { Row } from "./Row.tsx";
import "~/styles/list.css";
import "~/styles/rows.css";

/** How many are needed: one field for the whole list, kept in the address. */
export function QuantityPlan({ state, path }: { state: ListState; path: string }) {
  const t = useMessages().pub;
  return (
    <form className="plan" action={path} method="get">
      <HiddenState state={state} omit={["qty"]} />
      <label htmlFor="plan-qty">{t.plan}</label>
      <span className="plan-q">
        <QuantityInput id="plan-qty" name="qty" value={state.quantity ?? 1} label={t.quantity} />
        <Button size="s">{t.recalc}</Button>
      </span>
      <p>{t.planNote}</p>
    </form>
  );
}

interface Props {
  listing: Listing<RowFragment>;
  path: string;
  without?: readonly FacetKey[];
  empty?: { head: string; body: string };
}

const EAGER = 3;

export function RowListing({ listing, path, without, empty }: Props) {
  const t = useMessages();
  const { state, items, facets, total, paging } = listing;
  const isFiltered = chosenCount(state) > 0;
  const isBare = total === 0 && !isFiltered;
  return (
    <div className={isBare ? "lay rows bare" : "lay rows"}>
      {isBare ? null : (
        <FoldedFacets state={state}>
          <Facets facets={facets} state={state} path={path} without={without} isPublic />
        </FoldedFacets>
      )}
      <section aria-label={t.list.result}>
        {isBare ? null : <QuantityPlan state={state} path={path} />}
        {isBare ? null : <ListTools state={state} facets={facets} path={path} total={total} isPublic />}
        {items.length ? (
          <ul>
            {items.map((product, at) => (
              <li key={product.id}>
                <Row product={product} quantity={state.quantity} eager={at < EAGER} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            head={isFiltered ? t.pub.empty : (empty?.head ?? t.pub.empty)}
            way={<ButtonLink to={isFiltered ? path + listSearch(cleared(state)) : "/public/c"}>{isFiltered ? t.list.emptyClear : t.pub.all}</ButtonLink>}
          >
            {isFiltered ? t.pub.emptyBody : (empty?.body ?? t.pub.emptyBody)}
          </EmptyState>
        )}
        <Pagination
          page={paging.page}
          pages={paging.pages}
          previous={paging.previous === null ? null : path + paging.previous}
          next={paging.next === null ? null : path + paging.next}
          first={path + listSearch({ ...state, after: null, before: null, page: 1 })}
        />
      </section>
    </div>
  );
}
