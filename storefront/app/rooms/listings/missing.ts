import type { Draft, Product } from "./draft.ts";

/** What stands between a listing and its review ("must"), and what would help to sell it ("should"). */
export interface Missing {
  what: "category" | "channels" | "price" | "variants" | "notice" | "kc" | "pictures" | "description" | "summary" | "stock" | "alt";
  about: string;
  /** Page of the listing ("", "/pictures", "/variants") and the field there. */
  at: string;
  isMust: boolean;
}

export interface NoticeField {
  code: string;
  label: string;
  isRequired: boolean;
  isSafetyMark: boolean;
}

// The same as the API asks (catalog/rules/product_notice.py): a number, or why there is none.
const KC = /[A-Z]{1,3}[0-9A-Z]{2,}[-0-9A-Z]*\d{2,}/i;
const NO_KC = ["해당없음", "해당사항없음", "공급자적합성확인", "안전기준준수", "대상아님", "notapplicable"];

export function isKcStatement(value: string): boolean {
  const bare = value.replaceAll(/[\s.,()]/g, "").toLowerCase();
  return KC.test(value) || NO_KC.some((word) => bare.includes(word));
}

type Sold = Pick<Product, "isQuoteOnly" | "variants" | "channelListings" | "media" | "category">;

export function missingOf(product: Sold, draft: Draft, fields: readonly NoticeField[]): Missing[] {
  const found: Missing[] = [];
  const say = (what: Missing["what"], at: string, isMust: boolean, about = "") => found.push({ what, about, at, isMust });
  if (!product.category) say("category", "#category", true);
  const channels = (product.channelListings ?? []).map((listing) => listing.channel.slug);
  if (!channels.length) say("channels", "#channels", true);
  const variants = product.variants ?? [];
  if (!variants.length) say("variants", "/variants", true);
  else if (!product.isQuoteOnly) {
    for (const channel of channels) {
      const isPriced = variants.some((variant) => variant.channelListings?.some((one) => one.channel.slug === channel && one.price));
      if (!isPriced) say("price", "/variants", true, channel);
    }
  }
  for (const field of fields) {
    const value = draft.notice[field.code] ?? "";
    if (!value && field.isRequired) say("notice", `#notice.${field.code}`, true, field.label);
    else if (value && field.isSafetyMark && !isKcStatement(value)) say("kc", `#notice.${field.code}`, true, field.label);
  }
  const media = product.media ?? [];
  if (!media.length) say("pictures", "/pictures", true);
  else if (media.some((one) => !one.alt)) say("alt", "/pictures", false);
  if (!draft.summary) say("summary", "#summary", false);
  if (!draft.description.trim()) say("description", "#description", false);
  if (!product.isQuoteOnly && variants.length && !variants.some((variant) => variant.stocks?.some((stock) => stock.quantity > 0))) say("stock", "/variants", false);
  return found;
}
