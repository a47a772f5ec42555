import { Facets } from "~/rooms/catalog/Facets.tsx";
import { FoldedFacets, ListTools } from "~/rooms/catalog/ListTools.tsx";
import type { FoundRow, Listing, RowFacets } from "~/rooms/catalog/lists.server.ts";
import { CompareBar } from "~/rooms/finding/CompareForms.tsx";
import { conditionChips, Conditions } from "~/rooms/finding/Conditions.tsx";
import { chosenCount, cleared, listSearch, type FacetKey } from "~/lib/facets.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Pagination } from "~/ui/Pagination.tsx";
import { Row } from "./Row.tsx";
import "~/styles/list.css";
import "~/styles/rows.css";

interface Props {
  listing: Listing<FoundRow, RowFacets>;
  /** Ids of what is put aside to compare. */
  compared: readonly string[];
  path: string;
  without?: readonly FacetKey[];
  empty?: { head: string; body: string };
}

const EAGER = 3;

export function RowListing({ listing, compared, path, without, empty }: Props) {
  const t = useMessages();
  const language = useLanguage();
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
        {isBare ? null : <Conditions state={state} path={path} duties={facets.duties} />}
        {isBare ? null : <ListTools state={state} facets={facets} path={path} total={total} isPublic more={conditionChips(state, path, facets.duties, language)} />}
        {items.length ? (
          <ul>
            {items.map((product, at) => (
              <li key={product.id} id={`item-${product.id}`}>
                <Row product={product} finding={product} isCompared={compared.includes(product.id)} quantity={state.quantity} to={state.to} eager={at < EAGER} />
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
        <CompareBar items={compared} quantity={state.quantity} to={state.to} />
      </section>
    </div>
  );
}
