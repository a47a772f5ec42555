import { useLanguage } from "~/lib/i18n/index.ts";
import { languageOf } from "~/lib/i18n/textLanguage.ts";

/** A text that comes in the language it was written in: registered names, addresses, what people typed. Readers are told where it is not the page's. */
export function Local({ text }: { text: string }) {
  const language = languageOf(text, useLanguage());
  return language ? <span lang={language}>{text}</span> : <>{text}</>;
}
