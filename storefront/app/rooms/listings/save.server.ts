import {
  ListingChannelsDocument,
  ListingCreateDocument,
  ListingUpdateDocument,
  ListingVariantsDocument,
  type ProductChannelListingUpdateInput,
  type ProductCreateInput,
  type ProductInput,
  type ProductVariantBulkCreateInput,
} from "~/gql/operations";
import type { ApiAnswer } from "~/lib/graphql.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { dimensionsOf, draftFrom, inputOf, readWhole, type Draft, type Kind, type Product } from "./draft.ts";
import { typeFor, type Ground, type Notice, type ProductType } from "./listings.server.ts";
import { combine, variantName } from "./options.ts";

const FIELDS: Record<string, string> = {
  minimumOrderQuantity: "minimum", originCountry: "origin", returnPolicy: "returnNote", taxClass: "taxKind", discountedPrice: "price", quantity: "stock", isPublished: "category", channelId: "channels", stocks: "stock",
};

/** What the API says of its fields, at the fields of the form; facts of the notice are known by their labels. */
export function atFields(errors: readonly FieldError[], notice: Notice | null = null): FieldError[] {
  return errors.map((error) => {
    if (error.field === "legalNotice") {
      const fact = notice?.fields.find((field) => error.message.includes(field.label));
      return { ...error, field: fact ? `notice.${fact.code}` : "notice" };
    }
    return { ...error, field: error.field ? (FIELDS[error.field] ?? error.field) : null };
  });
}

export const said = (answer: ApiAnswer): FieldError[] => fieldErrors(answer?.errors);

export interface VariantWish {
  choice: string[];
  dimensions: string[];
  name?: string;
  price: number | null;
  agencyPrice: number | null;
  stock: number | null;
  sku: string;
}

/** A variant as the API takes it. A dimension that its type knows becomes a choice; any other lives in the variant's name. */
export function variantInput(wish: VariantWish, ground: Ground, type: ProductType | undefined, channels: readonly string[]): ProductVariantBulkCreateInput {
  const known = wish.dimensions.map((name) => type?.variantAttributes?.find((attribute) => attribute.name === name));
  const areAllKnown = wish.choice.length > 0 && known.every(Boolean);
  const prices = channels.flatMap((slug) => {
    const channel = ground.channels.find((one) => one.slug === slug);
    const price = slug === "public" ? (wish.agencyPrice ?? wish.price) : wish.price;
    return channel && price !== null ? [{ channelId: channel.id, price }] : [];
  });
  return {
    name: wish.name ?? (variantName(wish.choice) || "기본"),
    sku: wish.sku || null,
    attributes: areAllKnown ? wish.choice.map((value, at) => ({ id: known[at]!.id, dropdown: { value } })) : [],
    stocks: ground.warehouseId && wish.stock !== null ? [{ warehouse: ground.warehouseId, quantity: wish.stock }] : [],
    channelListings: prices,
  };
}

export function wishesOf(draft: Draft): VariantWish[] {
  const dimensions = dimensionsOf(draft);
  const choices = combine(dimensions);
  return choices.map((choice, at) => ({
    choice,
    dimensions: dimensions.map((one) => one.name),
    price: readWhole(draft.price),
    agencyPrice: readWhole(draft.agencyPrice),
    stock: readWhole(draft.stock),
    sku: draft.sku && choices.length > 1 ? `${draft.sku}-${at + 1}` : draft.sku,
  }));
}

export async function makeVariants(context: Context, productId: string, variants: ProductVariantBulkCreateInput[]): Promise<{ errors: FieldError[]; waits: boolean }> {
  const { productVariantBulkCreate: made } = await gqlCentre(context, ListingVariantsDocument, { product: productId, variants });
  const rows = (made?.results ?? []).flatMap((row) => fieldErrors(row.errors ?? []));
  return { errors: [...rows, ...said(made)], waits: Boolean(made?.proposal) };
}

async function listIn(context: Context, id: string, input: ProductChannelListingUpdateInput): Promise<FieldError[]> {
  return said((await gqlCentre(context, ListingChannelsDocument, { id, input })).productChannelListingUpdate);
}

export interface NewListing {
  vendorId: string;
  ground: Ground;
  category: string;
  notice: Notice;
  kind: Kind;
  draft: Draft;
  /** What an earlier try made already. */
  made?: string | null;
}

/** A draft with its variants. What was made before something failed is named, so that trying again goes on from there. */
export async function createListing(context: Context, { vendorId, ground, category, notice, kind, draft, made }: NewListing): Promise<{ id: string | null; errors: FieldError[] }> {
  const type = typeFor(ground.types, notice.code, kind === "service");
  const whole = inputOf(draft, type?.productAttributes ?? []);
  const legalNotice = { ...(whole.legalNotice as object | undefined), type: notice.code };
  const input = { ...whole, category, isQuoteOnly: kind === "order", legalNotice };
  let id = made ?? null;
  if (id) {
    const answer = said((await gqlCentre(context, ListingUpdateDocument, { id, input: input as ProductInput })).productUpdate);
    if (answer.length) return { id, errors: atFields(answer, notice) };
  } else {
    const { productCreate } = await gqlCentre(context, ListingCreateDocument, { input: { ...input, productType: type?.id ?? "", vendor: vendorId } as ProductCreateInput });
    id = productCreate?.product?.id ?? null;
    if (!id) return { id, errors: atFields(said(productCreate), notice) };
  }
  const listed = await listIn(context, id, { updateChannels: channelsOf(ground, draft.channels) });
  if (listed.length) return { id, errors: atFields(listed, notice) };
  const variants = wishesOf(draft).map((wish) => variantInput(wish, ground, type, draft.channels));
  return { id, errors: atFields((await makeVariants(context, id, variants)).errors, notice) };
}

const channelsOf = (ground: Ground, slugs: readonly string[]) =>
  ground.channels.filter((channel) => slugs.includes(channel.slug)).map(({ id }) => ({ channelId: id, isPublished: false, visibleInListings: true, isAvailableForPurchase: true }));

/** Changes what is different. ``waits``: something of it is to be reviewed first. */
export async function updateListing(context: Context, product: Product, ground: Ground, notice: Notice | null, draft: Draft): Promise<{ errors: FieldError[]; waits: boolean; isSame: boolean }> {
  const before = draftFrom(product);
  const input = inputOf(draft, product.attributes.map(({ attribute }) => attribute), before);
  let waits = false;
  if (Object.keys(input).length) {
    const { productUpdate } = await gqlCentre(context, ListingUpdateDocument, { id: product.id, input: input as ProductInput });
    const errors = said(productUpdate);
    if (errors.length) return { errors: atFields(errors, notice), waits, isSame: false };
    waits = Boolean(productUpdate?.proposal);
  }
  const added = draft.channels.filter((slug) => !before.channels.includes(slug));
  const removed = before.channels.filter((slug) => !draft.channels.includes(slug));
  if (added.length || removed.length) {
    const removeChannels = ground.channels.filter((channel) => removed.includes(channel.slug)).map((channel) => channel.id);
    const errors = await listIn(context, product.id, { updateChannels: channelsOf(ground, added), removeChannels });
    if (errors.length) return { errors: atFields(errors, notice), waits, isSame: false };
  }
  return { errors: [], waits, isSame: !Object.keys(input).length && !added.length && !removed.length };
}

/** Asks for the review, or shows at once what needs none. ``waits``: a review comes first. */
export async function publishListing(context: Context, product: Product, isShown: boolean, notice: Notice | null): Promise<{ errors: FieldError[]; waits: boolean }> {
  const updateChannels = (product.channelListings ?? []).map(({ channel }) => ({ channelId: channel.id, isPublished: isShown, ...(isShown ? { visibleInListings: true, isAvailableForPurchase: true } : {}) }));
  const { productChannelListingUpdate } = await gqlCentre(context, ListingChannelsDocument, { id: product.id, input: { updateChannels } });
  return { errors: atFields(said(productChannelListingUpdate), notice), waits: Boolean(productChannelListingUpdate?.proposal) };
}

/** The same once more, as a draft: everything but the pictures, the stock and the SKUs. */
export async function copyListing(context: Context, vendorId: string, product: Product, ground: Ground, notice: Notice, name: string): Promise<{ id: string | null; errors: FieldError[] }> {
  const draft = { ...draftFrom(product), name: name.slice(0, 250) };
  const type = ground.types.find((one) => one.id === product.productType.id);
  const input = { ...inputOf(draft, type?.productAttributes ?? []), category: product.category?.id, isQuoteOnly: product.isQuoteOnly, legalNotice: { type: notice.code, values: Object.entries(draft.notice).map(([code, value]) => ({ code, value })) } };
  const { productCreate } = await gqlCentre(context, ListingCreateDocument, { input: { ...input, productType: product.productType.id, vendor: vendorId } as ProductCreateInput });
  const id = productCreate?.product?.id ?? null;
  if (!id) return { id, errors: said(productCreate) };
  const listed = await listIn(context, id, { updateChannels: channelsOf(ground, draft.channels) });
  const price = (variant: NonNullable<Product["variants"]>[number], slug: string) => variant.channelListings?.find((one) => one.channel.slug === slug)?.price?.amount ?? null;
  const variants = (product.variants ?? []).map((variant) =>
    variantInput({ choice: [], dimensions: [], name: variant.name, price: price(variant, "citizen"), agencyPrice: price(variant, "public"), stock: null, sku: "" }, ground, type, draft.channels),
  );
  return { id, errors: [...listed, ...(listed.length ? [] : (await makeVariants(context, id, variants)).errors)] };
}
