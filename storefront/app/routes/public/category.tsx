import { data } from "react-router";
import { loadRows } from "~/rooms/catalog/lists.server.ts";
import { findCategory, loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { SubcategoryNav } from "~/rooms/catalog/SubcategoryNav.tsx";
import { readCompared } from "~/rooms/finding/compare.server.ts";
import { RowListing } from "~/rooms/public/RowListing.tsx";
import { categoryPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, listSearch, readList } from "~/lib/facets.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { Breadcrumb, type Crumb } from "~/ui/Breadcrumb.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { Seo, useOrigin } from "~/ui/Seo.tsx";
import type { Route } from "./+types/category";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const navigation = await loadNavigation("public", app.language);
  const place = params.slug ? findCategory(navigation, params.slug) : null;
  if (params.slug && !place) throw data(null, { status: 404 });
  const state = readList(app.url.searchParams);
  const listing = await loadRows({ app, channel: "public", state, filter: apiFilter(state, { categoryId: place?.category.id }) });
  return drawnHere({ place, listing, compared: readCompared(request), roots: navigation.categories });
}

export default function PublicCategoryPage({ loaderData }: Route.ComponentProps) {
  const { place, listing, compared, roots } = loaderData;
  const t = useMessages();
  const origin = useOrigin();
  const path = place ? categoryPath("public", place.category.slug) : "/public/c";
  const title = place ? nameOf(place.category) : t.pub.all;
  const crumbs: Crumb[] = [{ label: t.nav.home, to: "/public" }];
  if (place) crumbs.push({ label: t.pub.all, to: "/public/c" });
  if (place?.parent) crumbs.push({ label: nameOf(place.parent), to: categoryPath("public", place.parent.slug) });
  crumbs.push({ label: title });
  return (
    <main id="main" className="wrap">
      <Seo title={`${title} · ${t.nav.public}`} description={t.pub.description} canonical={path + (listing.paging.page > 1 ? listSearch({ ...listing.state, quantity: null, to: "" }) : "")} />
      <Breadcrumb crumbs={crumbs} origin={origin} />
      <div className="hd">
        <h1>{title}</h1>
        <p>{t.pub.lead}</p>
      </div>
      <SubcategoryNav place={place} roots={roots} channel="public" counts={listing.facets.categories} />
      <RowListing listing={listing} compared={compared} path={path} />
    </main>
  );
}
