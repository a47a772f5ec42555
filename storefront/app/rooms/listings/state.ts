import type { ListingRowFragment, ProposalStatusEnum, SaleStateEnum } from "~/gql/operations";

export type Row = ListingRowFragment;
export const TABS = ["ALL", "SELLING", "DRAFT", "UNDER_REVIEW", "SENT_BACK", "HIDDEN", "SOLD_OUT"] as const;
export type Tab = (typeof TABS)[number];
export const tabOf = (value: string | null): Tab => TABS.find((tab) => tab === value?.toUpperCase()) ?? "ALL";

export const STATE_TAGS: Record<SaleStateEnum, string> = { SELLING: "tag ok", SOLD_OUT: "tag warn", HIDDEN: "tag", DRAFT: "tag", UNDER_REVIEW: "tag info", SENT_BACK: "tag bad" };
export const PROPOSAL_TAGS: Record<ProposalStatusEnum, string> = { OPEN: "tag info", RETURNED: "tag bad", APPROVED: "tag ok", DECLINED: "tag bad", WITHDRAWN: "tag" };

export const isLive = (product: Pick<Row, "channelListings">): boolean => product.channelListings?.some((listing) => listing.isPublished) ?? false;
export const listingPath = (id: string, part = ""): string => `/vendor/products/${encodeURIComponent(id)}${part}`;
export const proposalPath = (id: string): string => `/vendor/proposals/${encodeURIComponent(id)}`;

type Variant = NonNullable<Row["variants"]>[number];
export const piecesOf = (variant: Variant): number => (variant.stocks ?? []).reduce((sum, stock) => sum + stock.quantity, 0);
export const heldOf = (variant: Variant): number => (variant.stocks ?? []).reduce((sum, stock) => sum + stock.quantityAllocated + stock.quantityReserved, 0);

/** The lowest price of a channel, and whether others are higher; null where nothing has one. */
export function priceIn(product: Pick<Row, "variants">, channel: string): { amount: number; isFrom: boolean } | null {
  const prices = (product.variants ?? []).flatMap((variant) => variant.channelListings?.find((one) => one.channel.slug === channel)?.price?.amount ?? []);
  return prices.length ? { amount: Math.min(...prices), isFrom: new Set(prices).size > 1 } : null;
}

/**
 * What staff asked to be mended, field by field. A new listing is returned as a whole, so that remarks on its fields stand in the comment,
 * one a line: "상품 이름: …" (see reviewed.server.ts). Lines that name no field are the comment itself.
 */
export function remarksOf(comment: string, labels: readonly { label: string; field: string }[]): { remarks: { field: string; label: string; text: string }[]; rest: string } {
  const remarks: { field: string; label: string; text: string }[] = [];
  const rest: string[] = [];
  for (const line of comment.split("\n")) {
    const found = labels.find(({ label }) => line.startsWith(`[${label}] `));
    if (found) remarks.push({ ...found, text: line.slice(found.label.length + 3).trim() });
    else rest.push(line);
  }
  return { remarks, rest: rest.join("\n").trim() };
}

/** The page and the field at which a path of a change is mended. */
export function fieldOf(path: string): string {
  const [head = "", second = "", third = ""] = path.split(":");
  const fields: Record<string, string> = { taxKind: "taxKind", minimumOrderQuantity: "minimum", originCountry: "origin", returnPolicy: "returnKind" };
  if (head === "notice") return `#notice.${second}`;
  if (head === "attribute") return "#attributes";
  if (head === "media" || head === "mediaOrder") return "/pictures";
  if (head === "variant") return /^\d+$/.test(second) ? `/variants#${third === "price" ? "price" : third || "variant"}-${second}` : "/variants";
  if (head === "listing") return "";
  return `#${fields[head] ?? head}`;
}

/** The text of a picture; one without words is called by where it is kept, which tells nobody anything. */
export const altOf = (text: string): string => (/^\S+\/\S+$/.test(text) ? "" : text);
