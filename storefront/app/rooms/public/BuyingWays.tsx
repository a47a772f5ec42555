import type { BuyingWayFragment } from "~/gql/operations";
import { quotesText, useReach, Ways } from "~/rooms/certificates/Ways.tsx";
import { wayWords } from "~/rooms/certificates/words.ts";
import { shortWon } from "~/rooms/certificates/ways.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Icon } from "~/ui/Icon.tsx";
import { buyingWords } from "./buyingWords.ts";
import "~/styles/certificates.css";

/** For the quantity typed: 가능, 2곳 이상 or another way, with the article. */
export function RouteHint({ ways, amount }: { ways: readonly BuyingWayFragment[]; amount: number }) {
  const language = useLanguage();
  const t = buyingWords(language);
  const w = wayWords(language);
  const [best] = ways;
  const kind = !best ? "warn" : best.quotes <= 1 ? "ok" : "warn";
  return (
    <div className={`route-hint ${kind}`}>
      <b>
        <Icon name={kind === "ok" ? "check" : "alert"} size="s" />
        {!best ? t.elsewhere : best.quotes === 0 ? t.noQuote : best.quotes === 1 ? t.oneQuote : t.moreQuotes(best.quotes)}
      </b>
      <span className="num">{t.forAmount(formatWon(amount, language))}</span>
      {best ? <small>{[best.contractArticle, best.quotes ? `${w.quotes} ${quotesText(best.quotes, w)} ${best.quoteArticle}` : best.quoteArticle, best.isThroughPlatform ? w.platform : null, best.needsOwnProduction ? w.own : null].filter(Boolean).join(" · ")}</small> : <small>{t.tender}</small>}
    </div>
  );
}

/** 이 기업과 계약할 수 있는 길: all that is open with the certificates of today. */
export function BuyingWays({ ways, level = 2 }: { ways: readonly BuyingWayFragment[]; level?: 2 | 3 }) {
  const language = useLanguage();
  const t = buyingWords(language);
  const reach = useReach();
  const Heading = level === 2 ? "h2" : "h3";
  const top = (quotes: number) => ways.filter((way) => way.quotes <= quotes).reduce<BuyingWayFragment | null>((best, way) => (!best || (way.upTo?.amount ?? Number.POSITIVE_INFINITY) > (best.upTo?.amount ?? Number.POSITIVE_INFINITY) ? way : best), null);
  const [one, more] = [top(1), top(9)];
  return (
    <section className="ways-sec" aria-labelledby="ways">
      <Heading id="ways">{t.head}</Heading>
      <p className="sm sub h-note">
        {one ? t.single(reach(one)) : null} {more && one && more.code !== one.code && one.upTo && (more.upTo?.amount ?? Number.POSITIVE_INFINITY) > one.upTo.amount ? t.several(more.quotes, reach(more)) : null} {t.note}
      </p>
      <Ways ways={ways} caption={t.head} />
      {more?.upTo ? <p className="xs mute">{t.above(shortWon(more.upTo.amount, language))}</p> : null}
    </section>
  );
}
