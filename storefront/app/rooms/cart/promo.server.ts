import { PromoAddDocument, PromoRemoveDocument } from "~/gql/operations";
import { readCart } from "~/lib/cart.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import type { Shopper } from "./cart.server.ts";

export const PROMO_INTENTS = ["promo-add", "promo-remove"] as const;
export type PromoIntent = (typeof PROMO_INTENTS)[number];

/** Uses a code or takes one out, as the form says. Errors stand at the field of the code. */
export async function changePromo({ context, request, channel }: Shopper, intent: PromoIntent, form: FormData): Promise<FieldError[]> {
  const held = readCart(request, channel);
  if (!held) return [];
  const id = held.checkoutId;
  if (intent === "promo-add") {
    const { checkoutAddPromoCode } = await gql(context, PromoAddDocument, { id, code: readText(form, "promoCode", 255) });
    return atTheField(fieldErrors(checkoutAddPromoCode?.errors));
  }
  const card = readText(form, "card", 200);
  const { checkoutRemovePromoCode } = await gql(context, PromoRemoveDocument, { id, ...(card ? { card } : { code: readText(form, "code", 255) }) });
  return atTheField(fieldErrors(checkoutRemovePromoCode?.errors));
}

const atTheField = (errors: FieldError[]): FieldError[] => errors.map((error) => ({ ...error, field: "promoCode" }));
