import { SitemapCategoriesDocument, SitemapPagesDocument, SitemapProductsDocument, SitemapToldDocument, SitemapVendorsDocument } from "~/gql/operations";
import { categoryPath, productPath, vendorPath } from "~/lib/channel.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { pagePath } from "~/lib/pages.ts";
import { shelf, type Shelf } from "./shelf.ts";
import { sitemapIndex, urlSet } from "./xml.ts";

const PER_PART = 5_000;
const MOST = 250_000;
const STANDING = ["/", "/c", "/values", "/campaigns", "/stories", "/vendors", "/public", "/public/c", "/public/vendors"];

interface Page<N> {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  edges: { node: N }[];
}

/** All nodes of a connection, page by page. */
async function walk<N>(load: (after: string | null) => Promise<Page<N> | null | undefined>, visit: (node: N) => void): Promise<void> {
  let after: string | null = null;
  for (let count = 0; count < MOST; ) {
    const page: Page<N> | null | undefined = await load(after);
    if (!page) return;
    for (const { node } of page.edges) visit(node);
    count += page.edges.length;
    after = page.pageInfo.endCursor ?? null;
    if (!page.pageInfo.hasNextPage || !after) return;
  }
}

const pages = shelf(async (add) => {
  for (const path of STANDING) add({ path });
  const { stories, campaigns, valueThemes } = await gqlPublic(SitemapToldDocument, { channel: "citizen" });
  for (const theme of valueThemes) add({ path: `/values/${theme.slug}` });
  for (const campaign of campaigns) add({ path: `/campaigns/${campaign.slug}` });
  for (const story of stories) add({ path: `/stories/${encodeURIComponent(story.slug)}`, changed: story.publishedAt });
  await walk(
    async (after) => (await gqlPublic(SitemapPagesDocument, { after })).pages,
    ({ slug, updatedAt }) => add({ path: pagePath(slug), changed: updatedAt }),
  );
  await walk(
    async (after) => (await gqlPublic(SitemapCategoriesDocument, { after })).categories,
    ({ slug }) => {
      add({ path: categoryPath("citizen", slug) });
      add({ path: categoryPath("public", slug) });
    },
  );
});

const vendors = shelf((add) =>
  walk(
    async (after) => (await gqlPublic(SitemapVendorsDocument, { after })).vendors,
    ({ slug }) => add({ path: vendorPath("citizen", slug) }),
  ),
);

const products = shelf((add) =>
  walk(
    async (after) => (await gqlPublic(SitemapProductsDocument, { channel: "citizen", after })).products,
    ({ slug, updatedAt }) => add({ path: productPath("citizen", slug), changed: updatedAt }),
  ),
);

const SHELVES: Record<string, () => Promise<Shelf>> = { pages, vendors, products };

export interface Answer {
  text: string;
  isWhole: boolean;
}

/** The index: as many parts of each shelf as are known. */
export async function indexOf(origin: string): Promise<Answer> {
  const known = await Promise.all(Object.entries(SHELVES).map(async ([name, read]) => ({ name, ...(await read()) })));
  const parts = known.flatMap(({ name, places }) => Array.from({ length: Math.ceil(places.length / PER_PART) }, (_, at) => `${name}-${at + 1}.xml`));
  return { text: sitemapIndex(origin, parts), isWhole: known.every((one) => one.isWhole) };
}

/** One part by its name; null when there is none. */
export async function partOf(origin: string, name: string): Promise<Answer | null> {
  const [, kind = "", number = ""] = /^([a-z]+)-([1-9]\d{0,3})\.xml$/.exec(name) ?? [];
  const read = Object.hasOwn(SHELVES, kind) ? SHELVES[kind] : undefined;
  if (!read) return null;
  const { places, isWhole } = await read();
  const at = Number(number) - 1;
  const found = places.slice(at * PER_PART, (at + 1) * PER_PART);
  return found.length ? { text: urlSet(origin, found), isWhole } : null;
}

/** An hour for what is whole; what is still being collected is asked for again soon. */
export const xmlResponse = ({ text, isWhole }: Answer): Response =>
  new Response(text, { headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": isWhole ? "public, max-age=3600" : "public, max-age=60" } });
