import type { BuyingWayFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Table } from "~/ui/Table.tsx";
import { shortWon } from "./ways.ts";
import { wayWords } from "./words.ts";

type Words = ReturnType<typeof wayWords>;

export const quotesText = (quotes: number, t: Words): string => (quotes === 0 ? t.none : quotes === 1 ? t.one : t.more(quotes));

/** "5천만원까지", "2백만원 미만", "금액 제한 없음". */
export function useReach(): (way: BuyingWayFragment) => string {
  const language = useLanguage();
  const t = wayWords(language);
  return ({ upTo, isUpToIncluded }) => {
    if (!upTo) return t.any;
    return (isUpToIncluded ? t.upTo : t.below)(shortWon(upTo.amount, language));
  };
}

/** Ways of contracting, one a row: how far, how many quotes, by which certificates, by which article. */
export function Ways({ ways, caption }: { ways: readonly BuyingWayFragment[]; caption: string }) {
  const language = useLanguage();
  const t = wayWords(language);
  const reach = useReach();
  return (
    <Table
      caption={caption}
      rows={ways}
      keyOf={(way) => way.code}
      columns={[
        { head: t.amount, isMain: true, cell: (way) => <span className="way-cell"><b className="num">{reach(way)}</b>{way.above ? <small className="way-sub num">{t.above(shortWon(way.above.amount, language))}</small> : null}</span> },
        { head: t.quotes, cell: (way) => <span className="way-cell">{quotesText(way.quotes, t)}{way.isThroughPlatform ? <small className="way-sub">{t.platform}</small> : null}</span> },
        { head: t.by, cell: (way) => <span className="way-cell">{way.certificates.length ? [...new Set(way.certificates.map((one) => one.kind.shortName))].join(" + ") : t.anybody}{way.openUntil ? <small className="way-sub num">{t.openUntil(formatDate(way.openUntil, language))}</small> : null}</span> },
        { head: t.article, cell: (way) => <span className="way-cell">{way.contractArticle}<small className="way-sub">{[way.quoteArticle, way.needsOwnProduction ? t.own : null].filter(Boolean).join(" · ")}</small></span> },
      ]}
    />
  );
}

/** The same in a line each, for narrow places. */
export function WayList({ ways }: { ways: readonly BuyingWayFragment[] }) {
  const t = wayWords(useLanguage());
  const reach = useReach();
  return (
    <ul className="way-list">
      {ways.map((way) => (
        <li key={way.code}>
          <b className="num">{reach(way)}</b> <span>{t.quotes} {quotesText(way.quotes, t)}{way.isThroughPlatform ? ` · ${t.platform}` : ""}</span> <small>{way.contractArticle}</small>
        </li>
      ))}
    </ul>
  );
}
