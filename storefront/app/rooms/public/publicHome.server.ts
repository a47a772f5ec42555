import { PublicHomeDocument } from "~/gql/operations";
import { loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { remember } from "~/lib/cache.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import type { Language } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";

const KEEP_SECONDS = 30;

/** The first page of the public channel; the same for everybody. */
export const loadPublicHome = remember(KEEP_SECONDS, async (key) => {
  const language = key as Language;
  const [navigation, home] = await Promise.all([
    loadNavigation("public", language),
    gqlPublic(PublicHomeDocument, { channel: "public", language: language === "ko" ? "KO" : "EN", translated: language !== "ko" }),
  ]);
  return {
    categories: navigation.categories,
    facets: home.productFacets,
    services: home.services.categories,
    rows: nodesOf(home.products),
    vendorTotal: home.vendors?.totalCount ?? 0,
  };
});
