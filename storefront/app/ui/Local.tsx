import { useLanguage } from "~/lib/i18n/index.ts";
import { koreanPart } from "~/lib/i18n/textLanguage.ts";

/** A text that comes in the language it was written in: registered names, addresses, what people typed. Readers are told where it is not the page's. */
export function Local({ text }: { text: string }) {
  const [before, korean, after] = koreanPart(text, useLanguage());
  return korean ? (
    <>
      {before}
      <span lang="ko">{korean}</span>
      {after}
    </>
  ) : (
    <>{text}</>
  );
}
