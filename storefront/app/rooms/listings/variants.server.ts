import { ListingVariantDeleteDocument, ListingVariantPriceDocument, ListingVariantUpdateDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { readWhole, type Product } from "./draft.ts";
import { editWords } from "./editWords.ts";
import type { Ground } from "./listings.server.ts";
import { combine, lacking, readValues } from "./options.ts";
import { makeVariants, said, variantInput } from "./save.server.ts";
import { saveStocks } from "./stock.server.ts";
import { listingWords } from "./words.ts";

type Variant = NonNullable<Product["variants"]>[number];
export type Typed = Record<string, string>;
export interface VariantsAnswer {
  errors: FieldError[];
  typed: Typed;
  waits: boolean;
}

const FIELDS = ["name", "sku", "price", "agencyPrice"] as const;
export const priceOf = (variant: Variant, slug: string): number | null => variant.channelListings?.find((one) => one.channel.slug === slug)?.price?.amount ?? null;

/** Everything in the table that was typed, by field. */
function typedIn(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === "string" && /^(name|sku|price|agencyPrice|stock)-/.test(name)) typed[name] = value.trim().slice(0, 255);
  return typed;
}

/** What was typed into a cell, if it is not what the page had shown there: what somebody else changed meanwhile stays. */
const changedIn = (form: FormData, typed: Typed, name: string): string | undefined => (typed[name] === form.get(`was:${name}`) ? undefined : typed[name]);

/** Saves what is different in the table: names, SKUs and prices variant by variant, then all stock at once. Wrong numbers save nothing. */
export async function saveVariants(context: Context, product: Product, ground: Ground, form: FormData): Promise<VariantsAnswer> {
  const { language } = appOf(context);
  const [t, l] = [editWords(language), listingWords(language)];
  const typed = typedIn(form);
  const errors: FieldError[] = [];
  const variants = product.variants ?? [];
  for (const variant of variants) {
    for (const field of ["price", "agencyPrice", "stock"] as const) {
      const text = typed[`${field}-${variant.id}`];
      if (text && readWhole(text) === null) errors.push({ field: `${field}-${variant.id}`, code: "INVALID", message: `${t.ofVariant(t[field], variant.name)}: ${l.whole}` });
    }
  }
  if (errors.length) return { errors, typed, waits: false };
  let waits = false;
  for (const variant of variants) {
    const made = await saveVariant(context, variant, ground, Object.fromEntries(FIELDS.map((field) => [field, changedIn(form, typed, `${field}-${variant.id}`)])), product);
    errors.push(...made.errors);
    waits ||= made.waits;
  }
  const stock = await saveStocks(context, form, variants, ground.warehouseId, l);
  return { errors: [...errors, ...stock.errors], typed, waits };
}

async function saveVariant(context: Context, variant: Variant, ground: Ground, given: Partial<Record<(typeof FIELDS)[number], string | undefined>>, product: Product): Promise<{ errors: FieldError[]; waits: boolean }> {
  const at = (errors: FieldError[], fallback: string) => errors.map((error) => ({ ...error, field: `${error.field === "sku" || error.field === "name" ? error.field : fallback}-${variant.id}`, message: `${variant.name}: ${error.message}` }));
  const found: FieldError[] = [];
  let waits = false;
  const input = { ...(given.name && given.name !== variant.name ? { name: given.name } : {}), ...(given.sku !== undefined && given.sku !== (variant.sku ?? "") ? { sku: given.sku || null } : {}) };
  if (Object.keys(input).length) {
    const { productVariantUpdate } = await gqlCentre(context, ListingVariantUpdateDocument, { id: variant.id, input });
    found.push(...at(said(productVariantUpdate), "name"));
    waits ||= Boolean(productVariantUpdate?.proposal);
  }
  const listed = (product.channelListings ?? []).map((listing) => listing.channel.slug);
  const prices = [{ slug: "citizen", text: given.price }, { slug: "public", text: given.agencyPrice }].flatMap(({ slug, text }) => {
    const [price, channel] = [text ? readWhole(text) : null, ground.channels.find((one) => one.slug === slug)];
    return channel && listed.includes(slug) && price !== null && price !== priceOf(variant, slug) ? [{ channelId: channel.id, price }] : [];
  });
  if (prices.length) {
    const { productVariantChannelListingUpdate } = await gqlCentre(context, ListingVariantPriceDocument, { id: variant.id, input: prices });
    found.push(...at(said(productVariantChannelListingUpdate), "price"));
    waits ||= Boolean(productVariantChannelListingUpdate?.proposal);
  }
  return { errors: found, waits };
}

/** Makes the options that are not there yet, at the price and with the stock given for all of them. */
export async function addVariants(context: Context, product: Product, ground: Ground, form: FormData): Promise<VariantsAnswer> {
  const t = editWords(appOf(context).language);
  const read = (name: string) => String(form.get(name) ?? "").trim().slice(0, 2_000);
  const typed: Typed = Object.fromEntries(["option1", "values1", "option2", "values2", "newPrice", "newStock"].map((name) => [name, read(name)]));
  const dimensions = [1, 2].map((at) => ({ name: typed[`option${at}`]!, values: readValues(typed[`values${at}`]!) })).filter((one) => one.values.length);
  if (!dimensions.length) return { errors: [{ field: "values1", code: "REQUIRED", message: t.addEmpty }], typed, waits: false };
  const choices = lacking(combine(dimensions), (product.variants ?? []).map((variant) => variant.name)).slice(0, 60);
  if (!choices.length) return { errors: [{ field: "values1", code: "INVALID", message: t.addNone }], typed, waits: false };
  const type = ground.types.find((one) => one.id === product.productType.id);
  const channels = (product.channelListings ?? []).map((listing) => listing.channel.slug);
  const [price, stock] = [readWhole(typed.newPrice!), readWhole(typed.newStock!)];
  const names = dimensions.map((one) => one.name);
  const made = await makeVariants(context, product.id, choices.map((choice) => variantInput({ choice, dimensions: names, price, agencyPrice: null, stock, sku: "" }, ground, type, channels)));
  return { errors: made.errors.map((error) => ({ ...error, field: "values1" })), typed, waits: made.waits };
}

export async function dropVariant(context: Context, product: Product, id: string): Promise<FieldError[]> {
  const t = editWords(appOf(context).language);
  if ((product.variants ?? []).length < 2) return [{ field: null, code: "INVALID", message: t.dropLast }];
  return fieldErrors((await gqlCentre(context, ListingVariantDeleteDocument, { id })).productVariantDelete?.errors);
}
