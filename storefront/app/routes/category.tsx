import { data } from "react-router";
import { CardListing } from "~/rooms/catalog/CardListing.tsx";
import { loadCards } from "~/rooms/catalog/lists.server.ts";
import { findCategory, loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { SubcategoryNav } from "~/rooms/catalog/SubcategoryNav.tsx";
import { categoryPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, listSearch, readList } from "~/lib/facets.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { Breadcrumb, type Crumb } from "~/ui/Breadcrumb.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { Seo, useOrigin } from "~/ui/Seo.tsx";
import type { Route } from "./+types/category";

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = appOf(context);
  const navigation = await loadNavigation("citizen", app.language);
  const place = params.slug ? findCategory(navigation, params.slug) : null;
  if (params.slug && !place) throw data(null, { status: 404 });
  const state = readList(app.url.searchParams);
  const listing = await loadCards({ app, channel: "citizen", state, filter: apiFilter(state, { categoryId: place?.category.id }) });
  return drawnHere({ place, listing, roots: navigation.categories });
}

export default function CategoryPage({ loaderData }: Route.ComponentProps) {
  const { place, listing, roots } = loaderData;
  const t = useMessages();
  const origin = useOrigin();
  const path = place ? categoryPath("citizen", place.category.slug) : "/c";
  const title = place ? nameOf(place.category) : t.nav.all;
  const crumbs: Crumb[] = [{ label: t.nav.home, to: "/" }];
  if (place) crumbs.push({ label: t.nav.all, to: "/c" });
  if (place?.parent) crumbs.push({ label: nameOf(place.parent), to: categoryPath("citizen", place.parent.slug) });
  crumbs.push({ label: title });
  return (
    <main id="main" className="wrap list-page">
      <Seo title={title} description={`${title} · ${t.list.found(listing.total)}. ${t.siteDescription}`} canonical={path + (listing.paging.page > 1 ? listSearch(listing.state) : "")} />
      <Breadcrumb crumbs={crumbs} origin={origin} />
      <div className="hd">
        <h1>{title}</h1>
      </div>
      <SubcategoryNav place={place} roots={roots} channel="citizen" counts={listing.facets.categories} />
      <CardListing listing={listing} path={path} channel="citizen" />
    </main>
  );
}
