import { data } from "react-router";
import { VendorDocument, VendorsDocument, type VendorSortingInput } from "~/gql/operations";
import type { Channel } from "~/lib/channel.ts";
import type { AppContext } from "~/lib/context.server.ts";
import { pageWindow, readList } from "~/lib/facets.ts";
import { ApiError, gqlPublic } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { vendorSearch, type VendorSort, type VendorState } from "./state.ts";

export const VENDOR_PAGE = 24;

const ORDER: Record<VendorSort, VendorSortingInput> = {
  name: { field: "NAME", direction: "ASC" },
  joined: { field: "JOINED_AT", direction: "DESC" },
};

function readState(params: URLSearchParams): VendorState {
  const { q, certificates, districts, after, before, page } = readList(params);
  const sort = params.get("sort");
  return { q, certificates, districts, after, before, page, sort: sort === "joined" ? sort : "name" };
}

export async function loadVendors(app: AppContext, channel: Channel) {
  const asked = readState(app.url.searchParams);
  const ask = (state: VendorState) =>
    gqlPublic(VendorsDocument, {
      channel,
      language: app.languageCode,
      filter: { search: state.q || null, districts: state.districts.length ? state.districts : null, certificates: state.certificates.length ? state.certificates : null },
      sortBy: ORDER[state.sort],
      ...pageWindow(state, VENDOR_PAGE),
    });
  const first = { ...asked, after: null, before: null, page: 1 };
  const [answer, state] = await ask(asked).then(
    (result) => [result, asked] as const,
    async (error: unknown) => {
      if (!(error instanceof ApiError) || !(asked.after || asked.before)) throw error;
      return [await ask(first), first] as const;
    },
  );
  const info = answer.vendors?.pageInfo;
  const page = state.after || state.before ? (info?.hasPreviousPage ? Math.max(2, state.page) : 1) : 1;
  return {
    state,
    vendors: nodesOf(answer.vendors),
    total: answer.vendors?.totalCount ?? 0,
    districts: answer.districts,
    kinds: answer.certificateKinds,
    paging: {
      page,
      pages: Math.ceil((answer.vendors?.totalCount ?? 0) / VENDOR_PAGE),
      previous: info?.hasPreviousPage && info.startCursor ? vendorSearch({ ...state, after: null, before: page > 2 ? info.startCursor : null, page: page - 1 }) : null,
      next: info?.hasNextPage && info.endCursor ? vendorSearch({ ...state, before: null, after: info.endCursor, page: page + 1 }) : null,
    },
  };
}

export type VendorListing = Awaited<ReturnType<typeof loadVendors>>;

export async function loadVendor(app: AppContext, channel: Channel, slug: string) {
  const { vendor } = await gqlPublic(VendorDocument, { channel, slug, language: app.languageCode });
  if (!vendor) throw data(null, { status: 404 });
  return vendor;
}

export type VendorFull = Awaited<ReturnType<typeof loadVendor>>;
