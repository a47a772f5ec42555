import { CardShelfDocument, HomeTotalsDocument, StoriesDocument, VendorShelfDocument, type CardFragment, type FacetsFragment, type ProductFilterInput } from "~/gql/operations";
import { remember } from "~/lib/cache.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import type { Language } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { loadNavigation } from "../catalog/navigation.server.ts";
import { oneOfEach } from "../catalog/variety.ts";
import type { Totals } from "./Sections.tsx";

const SHELF = 8;
/** A page of the API at most. */
const LOOK_AT = 100;
const DAY = 86_400_000;
const KEEP_SECONDS = 30;
const VENDORS_IN_TURN = 12;

const base = (language: Language) => ({ channel: "citizen", language: language === "ko" ? ("KO" as const) : ("EN" as const), translated: language !== "ko" });

async function shelf(language: Language, filter: ProductFilterInput, first: number): Promise<{ items: CardFragment[]; total: number }> {
  const { products } = await gqlPublic(CardShelfDocument, { ...base(language), filter, first, sortBy: { field: "PUBLISHED_AT", direction: "DESC" } });
  return { items: nodesOf(products), total: products?.totalCount ?? 0 };
}

async function variedShelf(language: Language, filter: ProductFilterInput, count: number) {
  const { items, total } = await shelf(language, filter, LOOK_AT);
  return { items: oneOfEach(items, count), total };
}

async function loadVendor(language: Language, day: number) {
  const { vendors } = await gqlPublic(VendorShelfDocument, { channel: "citizen", language: language === "ko" ? "KO" : "EN", filter: null, first: VENDORS_IN_TURN });
  const all = nodesOf(vendors).filter((vendor) => vendor.productCount > 0 && vendor.introduction);
  const vendor = all[day % Math.max(all.length, 1)];
  return vendor ? { vendor, products: (await shelf(language, { vendors: [vendor.id] }, 3)).items } : null;
}

async function loadTotals(values: string[]): Promise<{ totals: Totals; prices: FacetsFragment["prices"] }> {
  const { all, vendors, claimed } = await gqlPublic(HomeTotalsDocument, { channel: "citizen", values });
  return { totals: { products: all.totalCount, vendors: vendors?.totalCount ?? 0, claims: claimed.totalCount }, prices: all.prices };
}

/** The citizen's first page. Nothing on it belongs to one visitor, so one answer serves half a minute of them. */
export const loadHome = remember(KEEP_SECONDS, async (key) => {
  const language = key as Language;
  const navigation = await loadNavigation("citizen", language);
  const campaign = navigation.campaigns[0] ?? null;
  const day = Math.floor(Date.now() / DAY);
  const filter: ProductFilterInput = campaign ? { campaign: campaign.slug } : {};
  const [goods, newest, stories, featured, { totals, prices }] = await Promise.all([
    variedShelf(language, filter, SHELF),
    campaign ? variedShelf(language, {}, 4) : null,
    gqlPublic(StoriesDocument, { first: 6, language: language === "ko" ? "KO" : "EN", translated: language !== "ko" }),
    loadVendor(language, day),
    loadTotals(navigation.themes.map((theme) => theme.code)),
  ]);
  return { campaign, others: navigation.campaigns.slice(1, 3), goods, newest, stories: stories.stories, featured, totals, prices, themes: navigation.themes, categories: navigation.categories };
});
