import type { CardFragment } from "~/gql/operations";
import type { Channel } from "~/lib/channel.ts";
import { chosenCount, cleared, listSearch, type FacetKey } from "~/lib/facets.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Pagination } from "~/ui/Pagination.tsx";
import { ProductGrid } from "~/ui/ProductCard.tsx";
import { Facets } from "./Facets.tsx";
import { FoldedFacets, ListTools } from "./ListTools.tsx";
import type { Listing } from "./lists.server.ts";
import "~/styles/list.css";

interface Props {
  listing: Listing<CardFragment>;
  path: string;
  channel: Channel;
  without?: readonly FacetKey[];
  empty?: { head: string; body: string };
}

const EAGER = 4;

/** Facets at the side, tools above, cards, pages below: the body of every list of the citizen shop. */
export function CardListing({ listing, path, channel, without, empty }: Props) {
  const t = useMessages().list;
  const { state, items, facets, total, paging } = listing;
  const isFiltered = chosenCount(state) > 0;
  const isBare = total === 0 && !isFiltered;
  return (
    <div className={isBare ? "lay bare" : "lay"}>
      {isBare ? null : (
        <FoldedFacets state={state}>
          <Facets facets={facets} state={state} path={path} without={without} />
        </FoldedFacets>
      )}
      <section aria-label={t.result}>
        {isBare ? null : <ListTools state={state} facets={facets} path={path} total={total} />}
        {items.length ? (
          <ProductGrid products={items} channel={channel} eagerCount={EAGER} level={2} />
        ) : (
          <EmptyState
            head={isFiltered ? t.emptyHead : (empty?.head ?? t.emptyCategory)}
            way={<ButtonLink to={isFiltered ? path + listSearch(cleared(state)) : "/c"}>{isFiltered ? t.emptyClear : t.emptyAll}</ButtonLink>}
          >
            {isFiltered ? t.emptyBody : empty?.body}
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
