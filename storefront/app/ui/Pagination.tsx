import { useMessages } from "~/lib/i18n/index.ts";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";

interface Props {
  page: number;
  pages: number;
  previous: string | null;
  next: string | null;
  first: string;
}

/** Steps through a list by the API's cursors: back, where we are, on. */
export function Pagination({ page, pages, previous, next, first }: Props) {
  const t = useMessages().list;
  if (pages <= 1 && !previous && !next) return null;
  return (
    <nav className="pg num" aria-label={t.pages}>
      {page > 2 ? <Link to={first} className="pg-first">{t.first}</Link> : null}
      {previous ? (
        <Link to={previous} rel="prev">
          <Icon name="l" size="s" />
          {t.previous}
        </Link>
      ) : null}
      <span aria-current="page">{t.pageOf(page, Math.max(pages, page))}</span>
      {next ? (
        <Link to={next} rel="next">
          {t.next}
          <Icon name="r" size="s" />
        </Link>
      ) : null}
    </nav>
  );
}
