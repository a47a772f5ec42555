import type { Language } from "./index.ts";

const HANGUL = /\p{Script=Hangul}/u;

const KOREAN = /\p{Script=Hangul}(?:.*\p{Script=Hangul})?/su;

const isForeign = (text: string, page: Language): boolean => page !== "ko" && HANGUL.test(text);

/** A text cut into what stands before its Korean, the Korean, and what stands after; nothing is cut on Korean pages. */
export function koreanPart(text: string, page: Language): [before: string, korean: string, after: string] {
  const found = isForeign(text, page) ? KOREAN.exec(text) : null;
  return found ? [text.slice(0, found.index), found[0], text.slice(found.index + found[0].length)] : [text, "", ""];
}

/** What a picture shows: the API describes pictures in Korean, so that other languages name the thing instead. */
export const describe = (alt: string | null | undefined, name: string, page: Language): string => (alt && !isForeign(alt, page) ? alt : name);
