import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { useQuoteWords } from "./words.ts";

const NEW = "/agency/quotes/new";

/** From a product to a request for quotes; the one next action of goods that are sold by quotation only. */
export function AskLink({ slug, name }: { slug: string; name: string }) {
  const t = useQuoteWords();
  return (
    <ButtonLink kind="1" size="l" wide to={`${NEW}?product=${encodeURIComponent(slug)}`} aria-label={`${t.ask}: ${name}`}>
      <Icon name="chat" size="s" />
      {t.ask}
    </ButtonLink>
  );
}

/** The same within a form that names the kind and how many. */
export function AskButton({ slug, name }: { slug: string; name: string }) {
  const t = useQuoteWords();
  return (
    <Button wide formMethod="get" formAction={NEW} name="product" value={slug} aria-label={`${t.ask}: ${name}`}>
      <Icon name="chat" size="s" />
      {t.ask}
    </Button>
  );
}
