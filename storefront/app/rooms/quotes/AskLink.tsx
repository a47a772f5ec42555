import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { useQuoteWords } from "./words.ts";

/** From a product to a request for quotes; the one next action of goods that are sold by quotation only. */
export function AskLink({ slug, isMain = false, name }: { slug: string; isMain?: boolean; name: string }) {
  const t = useQuoteWords();
  return (
    <ButtonLink kind={isMain ? "1" : "2"} size={isMain ? "l" : "m"} wide to={`/agency/quotes/new?product=${encodeURIComponent(slug)}`} aria-label={`${t.ask}: ${name}`}>
      <Icon name="chat" size="s" />
      {t.ask}
    </ButtonLink>
  );
}
