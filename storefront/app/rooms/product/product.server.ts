import { data } from "react-router";
import { CardShelfDocument, ProductDocument, type CardFragment, type ProductQuery } from "~/gql/operations";
import type { Channel } from "~/lib/channel.ts";
import type { AppContext } from "~/lib/context.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { oneOfEach } from "~/rooms/catalog/variety.ts";

export type ProductFull = NonNullable<ProductQuery["product"]>;
export type SellerFull = ProductFull["vendor"];
export type Variant = NonNullable<ProductFull["productVariants"]>["edges"][number]["node"];

/** A product of one channel, and whether the other channel has it too. */
export async function loadProduct(app: AppContext, channel: Channel, slug: string): Promise<{ product: ProductFull; isElsewhere: boolean }> {
  const other: Channel = channel === "public" ? "citizen" : "public";
  const { product, elsewhere } = await gqlPublic(ProductDocument, { channel, other, slug, language: app.languageCode, translated: app.translated });
  if (!product) throw data(null, { status: 404 });
  return { product, isElsewhere: elsewhere !== null };
}

const NEIGHBOURS = 4;
/** Enough of a kind to meet other makers. */
const LOOK_AT = 24;

/** Goods of the same maker, then of the same kind; never the product itself. */
export async function loadRelated(app: AppContext, channel: Channel, product: ProductFull): Promise<{ ofVendor: CardFragment[]; ofCategory: CardFragment[] }> {
  const base = { channel, language: app.languageCode, translated: app.translated, sortBy: { field: "PUBLISHED_AT", direction: "DESC" } } as const;
  const [vendor, category] = await Promise.all([
    gqlPublic(CardShelfDocument, { ...base, first: NEIGHBOURS + 1, filter: { vendors: [product.vendor.id] } }),
    product.category ? gqlPublic(CardShelfDocument, { ...base, first: LOOK_AT, filter: { categories: [product.category.id] } }) : null,
  ]);
  const others = (list: CardFragment[], known: CardFragment[] = []) => list.filter((item) => item.id !== product.id && !known.some((other) => other.id === item.id));
  const ofVendor = others(nodesOf(vendor.products)).slice(0, NEIGHBOURS);
  return { ofVendor, ofCategory: oneOfEach(others(nodesOf(category?.products), ofVendor), NEIGHBOURS) };
}
