import { CentreBegunDocument, CentreFiguresDocument, CentreReviewsDocument, CentreWaitingDocument, DeskOrdersDocument, type VendorAbilityEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { ApiError } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { loadCertificates } from "~/rooms/certificates/certificates.server.ts";
import { gqlCentre, membershipOf } from "./centre.server.ts";
import { isNewcomer, stepsOf } from "./begin.ts";
import type { Waiting } from "./menu.ts";
import { waitingOf } from "./waiting.ts";

const FIRST_ORDERS = 5;
const LISTINGS = 5;
const SEOUL_MS = 9 * 3_600_000;

/** Null where the API refuses this part: the rest of the page is shown all the same. */
async function part<T>(may: boolean, ask: () => Promise<T>): Promise<T | null> {
  if (!may) return null;
  return ask().catch((error: unknown) => {
    if (error instanceof ApiError) return null;
    throw error;
  });
}

/** How much waits behind the menu's entries, as far as the role goes; nothing where it cannot be said. */
export async function loadWaiting(context: Context, request: Request): Promise<Waiting> {
  const { vendor, abilities } = await membershipOf(context, request);
  const can = (ability: VendorAbilityEnum) => abilities.includes(ability);
  const asked = { vendor: vendor.id, orders: can("HANDLE_ORDERS"), listings: can("MANAGE_LISTINGS"), certificates: can("MANAGE_CERTIFICATES") };
  const found = await part(asked.orders || asked.listings || asked.certificates, () => gqlCentre(context, CentreWaitingDocument, asked));
  return found ? waitingOf(found) : {};
}

const seoulDay = (moment: number): string => new Date(moment + SEOUL_MS).toISOString().slice(0, 10);

/** Everything of the first page, each part for those whose role carries it; asked side by side. */
export async function loadToday(context: Context, request: Request) {
  const { vendor: of, abilities } = await membershipOf(context, request);
  const { languageCode: language } = appOf(context);
  const can = (ability: VendorAbilityEnum) => abilities.includes(ability);
  const now = Date.now();
  const today = seoulDay(now);
  const vendor = of.id;
  const [orders, reviews, figures, certificates, begun] = await Promise.all([
    part(can("HANDLE_ORDERS"), () =>
      gqlCentre(context, DeskOrdersDocument, { vendor, filter: { state: ["NEW", "CONFIRMED", "PREPARING", "PARTLY_SHIPPED"] }, sortBy: { field: "DUE", direction: "ASC" }, first: FIRST_ORDERS, after: null }),
    ),
    part(can("MANAGE_LISTINGS"), () => gqlCentre(context, CentreReviewsDocument, { vendor, language })),
    part(can("SEE_FIGURES"), () => gqlCentre(context, CentreFiguresDocument, { vendor, from: `${today.slice(0, 8)}01`, to: today, listings: LISTINGS })),
    part(can("MANAGE_CERTIFICATES"), () => loadCertificates(context, vendor)),
    part(can("MANAGE_PROFILE"), () => gqlCentre(context, CentreBegunDocument, { vendor })),
  ]);
  const counts = orders?.vendorOrderCounts ?? null;
  const goods = reviews?.vendorProductCounts ?? null;
  const desk = begun?.vendorDesk ?? null;
  const begin = desk && goods && isNewcomer(goods, counts) ? stepsOf({ desk, goods, certificates: certificates?.certificates ?? null, canInvite: can("MANAGE_MEMBERS") }) : null;
  return {
    now: new Date(now).toISOString(),
    counts,
    due: nodesOf(orders?.vendorOrders),
    reviews: reviews ? { open: reviews.open?.totalCount ?? 0, returned: reviews.returned?.totalCount ?? 0, rows: nodesOf(reviews.returned) } : null,
    insight: figures?.vendorInsight ?? null,
    certificates,
    begin,
    canList: can("MANAGE_LISTINGS"),
  };
}

export type Today = Awaited<ReturnType<typeof loadToday>>;
