import { ListingQuantityPricesDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import type { FieldError } from "~/lib/form.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import type { Product } from "./draft.ts";
import { said } from "./save.server.ts";
import { changedSteps, keptSteps, readSteps, stepField, type StepTyped, type StepValue } from "./steps.ts";
import { stepsWords } from "./stepsWords.ts";
import type { Typed, VariantsAnswer } from "./variants.server.ts";

type Variant = NonNullable<Product["variants"]>[number];
const MOST = 10;

/** Saves the quantity prices that were changed, variant by variant, all channels of one at once. Cells that cannot be read save nothing. */
export async function saveSteps(context: Context, product: Product, form: FormData): Promise<VariantsAnswer> {
  const t = stepsWords(appOf(context).language);
  const typed: Typed = Object.fromEntries([...form].flatMap(([name, value]) => (/^(from|step)-/.test(name) && typeof value === "string" ? [[name, value.trim().slice(0, 20)]] : [])));
  const errors: FieldError[] = [];
  const wishes: { variant: Variant; input: { channelId: string; prices: StepValue[] }[] }[] = [];
  for (const variant of product.variants ?? []) {
    const input = [];
    for (const listing of variant.channelListings ?? []) {
      const { slug, id } = listing.channel;
      const cells: StepTyped[] = Array.from({ length: MOST }, (_, at) => ({ from: typed[stepField("from", variant.id, slug, at)] ?? "", price: typed[stepField("step", variant.id, slug, at)] ?? "" }));
      const shown = form.get(`was:steps-${variant.id}-${slug}`);
      if (typeof shown !== "string") continue;
      const steps = readSteps(cells);
      if (steps === null) errors.push({ field: stepField("from", variant.id, slug, 0), code: "INVALID", message: `${variant.name}: ${t.unread}` });
      else {
        const prices = changedSteps(steps, shown, keptSteps(listing));
        if (prices) input.push({ channelId: id, prices });
      }
    }
    if (input.length) wishes.push({ variant, input });
  }
  if (errors.length) return { errors, typed, waits: false };
  let waits = false;
  for (const { variant, input } of wishes) {
    const { variantQuantityPricesUpdate } = await gqlCentre(context, ListingQuantityPricesDocument, { id: variant.id, input });
    const named = variant.channelListings?.find((listing) => listing.channel.id === input[0]!.channelId)?.channel.slug ?? "";
    errors.push(...said(variantQuantityPricesUpdate).map((error) => ({ ...error, field: stepField("from", variant.id, named, 0), message: `${variant.name}: ${error.message}` })));
    waits ||= Boolean(variantQuantityPricesUpdate?.proposal);
  }
  return { errors, typed, waits };
}
