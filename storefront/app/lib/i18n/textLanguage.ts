import type { Language } from "./index.ts";

const HANGUL = /\p{Script=Hangul}/u;

/** What to write into `lang` of a text that may not be in the language of the page; undefined where it is. */
export const languageOf = (text: string, page: Language): Language | undefined => (page !== "ko" && HANGUL.test(text) ? "ko" : undefined);

/** What a picture shows: the API describes pictures in Korean, so that other languages name the thing instead. */
export const describe = (alt: string | null | undefined, name: string, page: Language): string => (alt && !languageOf(alt, page) ? alt : name);
