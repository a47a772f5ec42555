import type { Language } from "./index.ts";

/** The address of a page in a language, as search engines keep it: Korean is the plain address, English says `lang=en`. */
export function addressIn(path: string, language: Language): string {
  if (language === "ko") return path;
  return `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}
