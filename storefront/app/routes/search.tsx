import { CardListing } from "~/rooms/catalog/CardListing.tsx";
import { loadCards } from "~/rooms/catalog/lists.server.ts";
import { loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { SubcategoryNav } from "~/rooms/catalog/SubcategoryNav.tsx";
import { VendorShelfDocument } from "~/gql/operations";
import { vendorPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, isPlainSearch, readList } from "~/lib/facets.ts";
import { noteSearch } from "~/lib/insight.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Chip } from "~/ui/Chip.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/search";

const NAMED = 5;

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const state = readList(app.url.searchParams);
  const { categories } = await loadNavigation("citizen", app.language);
  if (!state.q) return { query: "", listing: null, vendors: [], categories };
  const [listing, named] = await Promise.all([
    loadCards({ app, channel: "citizen", state, filter: apiFilter(state) }),
    gqlPublic(VendorShelfDocument, { channel: "citizen", language: app.languageCode, filter: { search: state.q }, first: NAMED }),
  ]);
  if (listing && isPlainSearch(state)) noteSearch(request, "citizen", state.q, listing.total);
  return drawnHere({ query: state.q, listing, vendors: nodesOf(named.vendors), categories });
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { query, listing, vendors, categories } = loaderData;
  const t = useMessages();
  const title = query ? t.search.resultOf(query) : t.search.title;
  return (
    <main id="main" className="wrap">
      <Seo title={title} canonical={null} />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.search.title }]} />
      <div className="hd">
        <h1>{title}</h1>
      </div>
      {vendors.length ? (
        <nav className="chips subs" aria-label={t.search.vendors}>
          <span className="sm mute lead-in">{t.search.vendors}</span>
          {vendors.map((vendor) => (
            <Chip key={vendor.id} to={vendorPath("citizen", vendor.slug)}>
              {vendor.name}
            </Chip>
          ))}
        </nav>
      ) : null}
      {listing ? (
        <CardListing listing={listing} path="/search" channel="citizen" empty={{ head: t.search.emptyHead(query), body: t.search.emptyBody }} />
      ) : (
        <>
          <EmptyState head={t.search.prompt}>{t.search.promptBody}</EmptyState>
          <SubcategoryNav place={null} roots={categories} channel="citizen" counts={[]} />
        </>
      )}
    </main>
  );
}
