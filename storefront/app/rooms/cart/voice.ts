import { useLocation } from "react-router";
import { channelOf, type Channel } from "~/lib/channel.ts";
import { useLanguage, type Language } from "~/lib/i18n/index.ts";

type Leaf = string | ((...args: never[]) => string);
type Said<K> = { readonly [P in keyof K]: K[P] extends (...args: infer A) => string ? (...args: A) => string : string };

interface Voices<K> {
  /** 해요체, as the shop speaks. */
  ko: K;
  /** 합니다체 for the public channel: only what differs from the shop's words. */
  formal: Partial<Said<NoInfer<K>>>;
  en: Said<NoInfer<K>>;
}

/** Words of a room that both channels use, each in its own tone. A key that English lacks is a type error. */
export function defineVoices<const K extends Record<string, Leaf>>(all: Voices<K>): (language: Language, channel: Channel) => Said<K> {
  const shop = all.ko as unknown as Said<K>;
  const formal = { ...shop, ...all.formal };
  return (language, channel) => (language === "en" ? all.en : channel === "public" ? formal : shop);
}

/** Which shop the page stands in. */
export const useChannel = (): Channel => channelOf(useLocation().pathname);

/** The words in the reader's language and the channel's tone. */
export function useVoice<T>(words: (language: Language, channel: Channel) => T): T {
  return words(useLanguage(), useChannel());
}
