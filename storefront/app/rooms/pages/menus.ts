import type { FrameMenusQuery, MenuLinkFragment } from "~/gql/operations";
import { categoryPath, type Channel } from "~/lib/channel.ts";
import { safeHref } from "~/lib/inlineMarkup.tsx";
import { pagePath, type MenuLink, type Menus } from "~/lib/pages.ts";

type Item = MenuLinkFragment & { children?: readonly MenuLinkFragment[] | null };

function placeOf(item: Item, channel: Channel): string | null {
  if (item.page) return pagePath(item.page.slug);
  if (item.category) return categoryPath(channel, item.category.slug);
  return item.url ? safeHref(item.url) : null;
}

function linkOf(item: Item, channel: Channel): MenuLink {
  const children = linksOf(item.children, channel);
  return { id: item.id, label: item.translation?.name || item.name, to: placeOf(item, channel), page: item.page?.slug ?? null, children };
}

/** The links of one level. What leads nowhere and holds nothing is left out: a heading alone helps nobody. */
function linksOf(items: readonly Item[] | null | undefined, channel: Channel): MenuLink[] {
  return (items ?? []).map((item) => linkOf(item, channel)).filter((link) => link.to || link.children.length);
}

export const menusOf = (data: FrameMenusQuery, channel: Channel): Menus => ({
  navbar: linksOf(data.navbar?.items, channel),
  footer: linksOf(data.footer?.items, channel),
});
