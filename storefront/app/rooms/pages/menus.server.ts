import { FrameMenusDocument } from "~/gql/operations";
import { remember } from "~/lib/cache.server.ts";
import type { Channel } from "~/lib/channel.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import type { Language } from "~/lib/i18n/index.ts";
import type { Menus } from "~/lib/pages.ts";
import { menusOf } from "./menus.ts";

const MENU_SECONDS = 60;

const load = remember(MENU_SECONDS, async (key): Promise<Menus> => {
  const [channel, language] = key.split(":") as [Channel, Language];
  return menusOf(await gqlPublic(FrameMenusDocument, { channel, translated: language !== "ko" }), channel);
});

/** The frame must stand even when the API does not answer: header and footer then show the links that every shop has. */
export const loadMenus = (channel: Channel, language: Language): Promise<Menus> => load(`${channel}:${language}`).catch(() => ({ navbar: [], footer: [] }));
