import { CardListDocument, RowListDocument, type CardFragment, type ConnectionFragment, type DutyFacetsFragment, type FacetsFragment, type ProductFilterInput, type RowFindingFragment, type RowFragment } from "~/gql/operations";
import type { AppContext } from "~/lib/context.server.ts";
import { apiSort, listSearch, pageWindow, placeOf, type ListState } from "~/lib/facets.ts";
import { ApiError, gqlPublic } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";

export const PAGE_SIZE = 24;
export const ROWS = 20;

/** A row of the public list: the item, and what buying the wanted quantity of it means. */
export type FoundRow = RowFragment & RowFindingFragment;
export type RowFacets = FacetsFragment & DutyFacetsFragment;

export interface Listing<T, F extends FacetsFragment = FacetsFragment> {
  state: ListState;
  items: T[];
  facets: F;
  total: number;
  paging: { page: number; pages: number; previous: string | null; next: string | null };
}

function pagingOf(state: ListState, connection: ConnectionFragment, size: number): Listing<never>["paging"] {
  const { pageInfo } = connection;
  // The number in the address is only a label; a cursor decides what is shown, and the first page needs neither.
  const page = state.after || state.before ? (pageInfo.hasPreviousPage ? Math.max(2, state.page) : 1) : 1;
  const step = (part: Partial<ListState>) => listSearch({ ...state, after: null, before: null, ...part });
  return {
    page,
    pages: Math.ceil((connection.totalCount ?? 0) / size),
    previous: pageInfo.hasPreviousPage && pageInfo.startCursor ? (page <= 2 ? step({ page: 1 }) : step({ before: pageInfo.startCursor, page: page - 1 })) : null,
    next: pageInfo.hasNextPage && pageInfo.endCursor ? step({ after: pageInfo.endCursor, page: page + 1 }) : null,
  };
}

interface Source {
  app: AppContext;
  channel: string;
  state: ListState;
  filter: ProductFilterInput;
}

const variablesOf = ({ app, channel, state, filter }: Source, size: number) => ({
  channel,
  language: app.languageCode,
  translated: app.translated,
  filter,
  sortBy: apiSort(state),
  ...pageWindow(state, size),
});

/** A cursor that the API does not know (an old link, a typo) shows the first page instead of failing. */
async function withoutBadCursor<T>(state: ListState, ask: (state: ListState) => Promise<T>): Promise<[T, ListState]> {
  try {
    return [await ask(state), state];
  } catch (error) {
    if (!(error instanceof ApiError) || !(state.after || state.before)) throw error;
    const first = { ...state, after: null, before: null, page: 1 };
    return [await ask(first), first];
  }
}

function assemble<T, F extends FacetsFragment>(state: ListState, data: { products: (ConnectionFragment & { edges: { node: T }[] }) | null; productFacets: F }, size: number): Listing<T, F> {
  const connection = data.products ?? { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
  return { state, items: nodesOf(data.products), facets: data.productFacets, total: connection.totalCount ?? 0, paging: pagingOf(state, connection, size) };
}

export async function loadCards(source: Source): Promise<Listing<CardFragment>> {
  const [data, state] = await withoutBadCursor(source.state, (at) => gqlPublic(CardListDocument, variablesOf({ ...source, state: at }, PAGE_SIZE)));
  return assemble(state, data, PAGE_SIZE);
}

export async function loadRows(source: Source): Promise<Listing<FoundRow, RowFacets>> {
  const needs = { quantity: source.state.quantity ?? 1, place: placeOf(source.state) };
  const [data, state] = await withoutBadCursor(source.state, (at) => gqlPublic(RowListDocument, { ...variablesOf({ ...source, state: at }, ROWS), ...needs }));
  return assemble(state, data, ROWS);
}
