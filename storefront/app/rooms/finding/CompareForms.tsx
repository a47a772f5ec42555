import { useLocation } from "react-router";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { COMPARE, comparePath, MOST } from "./compare.ts";
import { findingWords } from "./words.ts";
import "~/styles/finding.css";

interface Props {
  id: string;
  name: string;
  isIn: boolean;
}

/** 비교에 담기: a plain form that comes back to where it was pressed. */
export function CompareButton({ id, name, isIn }: Props) {
  const t = findingWords(useLanguage());
  const { pathname, search } = useLocation();
  return (
    <form className="cmp-add" method="post" action={COMPARE}>
      <input type="hidden" name="intent" value={isIn ? "remove" : "add"} />
      <input type="hidden" name="item" value={id} />
      <input type="hidden" name="back" value={pathname + search} />
      {isIn ? (
        <span className="cmp-in">
          <Icon name="check" size="s" />
          {t.added}
        </span>
      ) : null}
      <Button kind="3" size="xs" aria-label={isIn ? t.removeOf(name) : t.compareOf(name)}>
        {isIn ? null : <Icon name="plus" size="s" />}
        {isIn ? t.remove : t.add}
      </Button>
    </form>
  );
}

/** What is put aside so far, at the foot of lists and items; nothing while nothing is. */
export function CompareBar({ items, quantity, to }: { items: readonly string[]; quantity: number | null; to: string }) {
  const t = findingWords(useLanguage());
  const { pathname, search } = useLocation();
  if (items.length === 0) return null;
  return (
    <aside className="cmp-bar" aria-label={t.barLabel}>
      <p className="num">{t.bar(items.length, MOST)}</p>
      <ButtonLink kind="1" size="s" to={comparePath({ items: [...items], quantity: quantity ?? 1, to })}>
        {t.open}
      </ButtonLink>
      <form method="post" action={COMPARE}>
        <input type="hidden" name="intent" value="clear" />
        <input type="hidden" name="back" value={pathname + search} />
        <Button kind="3" size="s">
          {t.clear}
        </Button>
      </form>
    </aside>
  );
}
