import { NavigationDocument, type NavigationQuery } from "~/gql/operations";
import { remember } from "~/lib/cache.server.ts";
import type { Channel } from "~/lib/channel.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import type { Language } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";

type RootNode = NonNullable<NavigationQuery["categories"]>["edges"][number]["node"];
export type Branch = Pick<RootNode, "id" | "slug" | "name" | "translation">;

export interface CategoryNode extends Branch {
  children: Branch[];
}

/** What the frame of every page shows: the category tree, the value themes, running campaigns. */
export interface Navigation {
  categories: CategoryNode[];
  themes: NavigationQuery["valueThemes"];
  campaigns: NavigationQuery["campaigns"];
}

const MENU_SECONDS = 60;

const load = remember(MENU_SECONDS, async (key): Promise<Navigation> => {
  const [channel, language] = key.split(":") as [Channel, Language];
  const data = await gqlPublic(NavigationDocument, { channel, language: language === "ko" ? "KO" : "EN", translated: language !== "ko" });
  return {
    categories: nodesOf(data.categories).map((node) => ({ ...node, children: nodesOf(node.children) })),
    themes: data.valueThemes,
    campaigns: [...data.campaigns].sort((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt)),
  };
});

export const loadNavigation = (channel: Channel, language: Language): Promise<Navigation> => load(`${channel}:${language}`);

/** The frame must stand even when the API does not answer: without menus then. */
export const loadNavigationOrEmpty = (channel: Channel, language: Language): Promise<Navigation> =>
  loadNavigation(channel, language).catch(() => ({ categories: [], themes: [], campaigns: [] }));

export interface CategoryPlace {
  category: Branch;
  parent: Branch | null;
  children: Branch[];
}

export function findCategory(navigation: Navigation, slug: string): CategoryPlace | null {
  for (const root of navigation.categories) {
    if (root.slug === slug) return { category: root, parent: null, children: root.children };
    const child = root.children.find((node) => node.slug === slug);
    if (child) return { category: child, parent: root, children: [] };
  }
  return null;
}
