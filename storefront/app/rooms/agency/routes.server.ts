import { CheckoutRoutesDocument, type PurchaseRouteFragment } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { ApiError, gql } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";

/** By which legal way each enterprise's part of a basket may be bought, by the enterprise's ID. Nothing for who belongs to no agency. */
export async function loadRoutes(context: Context, checkoutId: string): Promise<Record<string, PurchaseRouteFragment>> {
  const { session, languageCode } = appOf(context);
  if (!session.isSignedIn) return {};
  try {
    const { purchaseRoutes } = await gql(context, CheckoutRoutesDocument, { id: checkoutId, language: languageCode });
    return Object.fromEntries((purchaseRoutes ?? []).map((route) => [route.vendorId, route]));
  } catch (error) {
    if (error instanceof ApiError && error.has("PermissionDenied")) return {};
    throw error;
  }
}
