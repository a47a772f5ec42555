import { useLanguage } from "~/lib/i18n/index.ts";
import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { listWords } from "./words.ts";

/** Within a form that names a variant and how many: puts them on a list of the department, which is chosen on the next page. */
export function ListButton({ name, wide }: { name: string; wide?: boolean }) {
  const t = listWords(useLanguage());
  return (
    <Button kind="3" size={wide ? "m" : "s"} wide={wide} formMethod="get" formAction="/agency/lists" aria-label={`${name}: ${t.putOnList}`}>
      <Icon name="book" size="s" />
      {t.putOnList}
    </Button>
  );
}
