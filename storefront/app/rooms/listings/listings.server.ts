import { data } from "react-router";
import { ListingAllNoticesDocument, ListingDocument, ListingGroundDocument, ListingKindDocument, ListingTreeDocument, type ListingGroundQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { ensureAbility, gqlCentre, membershipOf } from "~/rooms/centre/centre.server.ts";
import type { Kind, Product } from "./draft.ts";
import type { NoticeField } from "./missing.ts";

export const languageOf = (context: Context) => {
  const { language, languageCode, translated } = appOf(context);
  return { language, languageCode, translated };
};

/** The enterprise whose listings the person may change. */
export async function listerOf(context: Context, request: Request) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "MANAGE_LISTINGS");
  return membership.vendor;
}

export type ProductType = NonNullable<ListingGroundQuery["productTypes"]>["edges"][number]["node"];
export interface Ground {
  types: ProductType[];
  channels: { id: string; slug: string }[];
  /** Where the enterprise keeps its goods; the first is where new pieces lie. */
  warehouseId: string | null;
  isTrusted: boolean;
  delivery: NonNullable<ListingGroundQuery["vendorDesk"]>["vendor"]["deliveryTerms"] | null;
}

/** What listings of an enterprise stand on. */
export async function groundOf(context: Context, vendorId: string): Promise<Ground> {
  const found = await gqlCentre(context, ListingGroundDocument, { vendor: vendorId });
  return {
    types: nodesOf(found.productTypes),
    channels: found.channels ?? [],
    warehouseId: nodesOf(found.warehouses)[0]?.id ?? null,
    isTrusted: found.vendorDesk?.isTrusted ?? false,
    delivery: found.vendorDesk?.vendor.deliveryTerms ?? null,
  };
}

const slugOf = (code: string): string => code.toLowerCase().replaceAll("_", "-");

/** Goods of a notice have the product type of its name; services are all services, whatever notice describes them. */
export function typeFor(types: readonly ProductType[], notice: string, isService: boolean): ProductType | undefined {
  const slug = slugOf(notice);
  const wanted = isService ? [`${slug}-service`, slug, "etc-service"] : [slug, "etc"];
  const fitting = types.filter((type) => type.isShippingRequired !== isService);
  return wanted.map((name) => fitting.find((type) => type.slug === name)).find(Boolean) ?? fitting[0];
}

export async function treeOf(context: Context) {
  const { translated } = languageOf(context);
  return nodesOf((await gqlCentre(context, ListingTreeDocument, { translated })).categories).map((top) => ({ ...top, children: nodesOf(top.children) }));
}

export type Notice = { code: string; name: string; fields: NoticeField[] };

/** The category, and the notices that describe what stands in it: services apart from goods. */
export async function kindOf(context: Context, category: string, kind: Kind): Promise<{ category: { id: string; name: string; parent: string }; notices: Notice[] } | null> {
  const { languageCode, translated } = languageOf(context);
  const found = await gqlCentre(context, ListingKindDocument, { category, language: languageCode, translated });
  const [node] = nodesOf(found.categories);
  if (!node) return null;
  const label = (one: { name: string; translation?: { name: string | null } | null } | null) => one?.translation?.name || one?.name || "";
  const isFit = (notice: Notice) => (kind === "service" ? notice.code.includes("SERVICE") : !notice.code.includes("SERVICE") || kind === "order");
  const fitting = found.noticeTypes.filter(isFit);
  // What no notice of the category describes takes one of the two that describe anything else.
  const notices = fitting.length ? fitting : (await allNotices(context)).filter((notice) => notice.code === (kind === "service" ? "ETC_SERVICE" : "ETC"));
  return { category: { id: node.id, name: label(node), parent: label(node.parent) }, notices };
}

export const allNotices = async (context: Context): Promise<Notice[]> => (await gqlCentre(context, ListingAllNoticesDocument, { language: languageOf(context).languageCode })).noticeTypes;

/** A listing of the enterprise with what waits for it; 404 for another's as for none. */
export async function loadListing(context: Context, vendorId: string, id: string) {
  const { languageCode, translated } = languageOf(context);
  const found = await gqlCentre(context, ListingDocument, { id, language: languageCode, translated });
  if (!found.product || found.product.vendor.id !== vendorId) throw data(null, { status: 404 });
  return { product: found.product as Product, past: nodesOf(found.productChangeProposals) };
}

export async function noticeOf(context: Context, product: Product): Promise<Notice | null> {
  if (!product.productNotice) return null;
  return (await allNotices(context)).find((one) => one.code === product.productNotice?.type) ?? null;
}
