import { createContext, useContext } from "react";
import { en } from "./en.ts";
import { ko } from "./ko.ts";

export type Language = "ko" | "en";

/** The shape of the Korean messages with every leaf widened: what English must have as well. */
type Widen<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : { readonly [K in keyof T]: Widen<T[K]> };
export type Messages = Widen<typeof ko>;

const all: Record<Language, Messages> = { ko, en };

export const isLanguage = (value: unknown): value is Language => value === "ko" || value === "en";
export const messagesFor = (language: Language): Messages => all[language];

/**
 * Messages of one room, kept beside it: `defineMessages({ ko: {…}, en: {…} })(language)`. A key that English lacks is a type error.
 */
export const defineMessages =
  <const K>(both: { ko: K; en: Widen<NoInfer<K>> }) =>
  (language: Language): Widen<K> =>
    (language === "ko" ? (both.ko as unknown as Widen<K>) : both.en);

const LanguageContext = createContext<Language>("ko");
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useMessages(): Messages {
  return all[useContext(LanguageContext)];
}
