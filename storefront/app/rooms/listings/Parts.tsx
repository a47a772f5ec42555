import { Fragment, type ReactNode } from "react";
import type { FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { differenceOf } from "./diff.ts";
import { listingPath, STATE_TAGS, type Row } from "./state.ts";
import { listingWords } from "./words.ts";
import "~/styles/listings.css";

export const useListing = () => listingWords(useLanguage());

export function Thumb({ image, size = 56 }: { image: { url: string; alt: string | null } | null; size?: number }) {
  return image ? <img className="l-thumb" src={imagePath(image.url)} alt="" width={size} height={size} loading="lazy" /> : <svg className="l-thumb none" aria-hidden="true" width={size} height={size} />;
}

/** How a listing stands, and what becomes of its changes beside it. */
export function StateTags({ product }: { product: Pick<Row, "saleState" | "openProposal"> }) {
  const t = useListing();
  const { saleState, openProposal } = product;
  const isNew = openProposal?.kind === "NEW_LISTING";
  return (
    <span className="l-tags">
      {isNew || !saleState ? null : <span className={STATE_TAGS[saleState]}>{t.states[saleState]}</span>}
      {openProposal?.status === "OPEN" ? <span className="tag info">{isNew ? t.newWaits : t.waits}</span> : null}
      {openProposal?.status === "RETURNED" ? <span className="tag bad">{t.back}</span> : null}
    </span>
  );
}

/** The three pages of a listing. */
export function ListingParts({ id, current }: { id: string; current: "info" | "variants" | "pictures" }) {
  const t = useListing();
  const pages = { info: "", variants: "/variants", pictures: "/pictures" } as const;
  return (
    <nav className="tabs l-parts" aria-label={t.partsLabel}>
      {(["info", "variants", "pictures"] as const).map((part) => (
        <Link key={part} to={listingPath(id, pages[part])} aria-current={part === current ? "page" : undefined}>
          {t.parts[part]}
        </Link>
      ))}
    </nav>
  );
}

export function Crumb({ to, children }: { to: string; children: ReactNode }) {
  return <Link to={to}>{children}</Link>;
}

/** What is wrong, with links to the fields; or what went well. */
export function Answer({ errors, done, children }: { errors?: readonly FieldError[]; done?: string | null; children?: ReactNode }) {
  if (errors?.length) return <ErrorSummary errors={errors} />;
  if (!done) return null;
  return (
    <Notice kind="ok" live>
      {done} {children}
    </Notice>
  );
}

/** What went and what came, word by word; said in words for those who do not see the lines. */
export function Difference({ before, after, oldWord, newWord }: { before: string; after: string; oldWord: string; newWord: string }) {
  return (
    <p className="l-diff">
      {differenceOf(before, after).map((piece, at) =>
        piece.kind === "same" ? (
          <Fragment key={at}>{piece.text}</Fragment>
        ) : piece.kind === "out" ? (
          <del key={at}>
            <span className="vh">{oldWord}: </span>
            {piece.text}
          </del>
        ) : (
          <ins key={at}>
            <span className="vh">{newWord}: </span>
            {piece.text}
          </ins>
        ),
      )}
    </p>
  );
}

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** One page on, one page back; what narrows the list stays. */
export function ListPages({ info, query, here }: { info: PageInfo; query: Record<string, string>; here: string }) {
  const t = useListing();
  if (!info.hasNextPage && !info.hasPreviousPage) return null;
  const to = (more: Record<string, string>) => `${here}?${new URLSearchParams({ ...query, ...more }).toString()}`;
  return (
    <nav className="pg" aria-label={t.pages}>
      {info.hasPreviousPage && info.startCursor ? <Link to={to({ before: info.startCursor })} rel="prev">{t.prev}</Link> : null}
      {info.hasNextPage && info.endCursor ? <Link to={to({ after: info.endCursor })} rel="next">{t.next}</Link> : null}
    </nav>
  );
}

/** Which page of a list the address asks for. */
export function pagingOf(query: URLSearchParams, size: number): { first?: number; after?: string; last?: number; before?: string } {
  const [before, after] = [query.get("before"), query.get("after")];
  return before ? { last: size, before } : { first: size, ...(after ? { after } : {}) };
}
