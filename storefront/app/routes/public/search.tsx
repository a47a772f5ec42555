import { loadRows } from "~/rooms/catalog/lists.server.ts";
import { loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { SubcategoryNav } from "~/rooms/catalog/SubcategoryNav.tsx";
import { readCompared } from "~/rooms/finding/compare.server.ts";
import { RowListing } from "~/rooms/public/RowListing.tsx";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, isPlainSearch, readList } from "~/lib/facets.ts";
import { noteSearch } from "~/lib/insight.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/search";

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const state = readList(app.url.searchParams);
  const { categories } = await loadNavigation("public", app.language);
  const listing = state.q ? await loadRows({ app, channel: "public", state, filter: apiFilter(state) }) : null;
  if (listing && isPlainSearch(state)) noteSearch(request, "public", state.q, listing.total);
  return drawnHere({ query: state.q, listing, compared: readCompared(request), categories });
}

export default function PublicSearchPage({ loaderData }: Route.ComponentProps) {
  const { query, listing, compared, categories } = loaderData;
  const t = useMessages();
  const title = query ? t.pub.resultOf(query) : t.search.title;
  return (
    <main id="main" className="wrap">
      <Seo title={`${title} · ${t.nav.public}`} canonical={null} />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/public" }, { label: t.search.title }]} />
      <div className="hd">
        <h1>{title}</h1>
        <p>{t.pub.lead}</p>
      </div>
      {listing ? (
        <RowListing listing={listing} compared={compared} path="/public/search" empty={{ head: t.pub.searchEmpty(query), body: t.pub.emptyBody }} />
      ) : (
        <>
          <EmptyState head={t.pub.searchPrompt}>{t.pub.searchPromptBody}</EmptyState>
          <SubcategoryNav place={null} roots={categories} channel="public" counts={[]} />
        </>
      )}
    </main>
  );
}
