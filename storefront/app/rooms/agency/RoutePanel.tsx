import type { PurchaseRouteFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Button } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import { farWays, isLoud, nearWays, toneOf } from "./route.ts";
import { routeWords } from "./routeWords.ts";
import "~/styles/route-panel.css";

function Grounds({ route }: { route: PurchaseRouteFragment }) {
  const language = useLanguage();
  const t = routeWords(language);
  return (
    <dl className="rp-facts">
      {route.contractArticle ? (
        <div>
          <dt>{t.contract}</dt>
          <dd>{route.contractArticle}</dd>
        </div>
      ) : null}
      {route.quoteArticle ? (
        <div>
          <dt>{t.quotes}</dt>
          <dd>{route.quoteArticle}</dd>
        </div>
      ) : null}
      {route.papers.length ? (
        <div>
          <dt>{t.papers}</dt>
          <dd>
            <ul>
              {route.papers.map((paper) => (
                <li key={`${paper.kind} ${paper.number}`}>
                  {paper.name} <Local text={[paper.item, paper.number].filter(Boolean).join(" · ")} /> <span className="sub num">{paper.validUntil ? t.until(formatDate(paper.validUntil, language)) : t.noEnd}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t.bought(route.fiscalYear)}</dt>
        <dd className="num">{formatWon(route.bought.amount, language)}</dd>
      </div>
    </dl>
  );
}

function Listed({ head, texts }: { head: string; texts: readonly string[] }) {
  if (!texts.length) return null;
  return (
    <div className="rp-list">
      <b>{head}</b>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/**
 * By which legal way one enterprise's part may be bought: the answer with its article in a line, what to look at below it, and the
 * reason to paste, the certificates and what would open more behind a disclosure. `copy` (an island of the page) copies the reason.
 */
export function RoutePanel({ route, isOpen = false }: { route: PurchaseRouteFragment; isOpen?: boolean }) {
  const language = useLanguage();
  const t = routeWords(language);
  const tone = toneOf(route.verdict);
  const quiet = route.warnings.filter((warning) => !isLoud(warning)).map((warning) => warning.text);
  return (
    <div className={cx("route-panel", tone)} role="group" aria-label={`${t.head}: ${route.vendorName}`}>
      <p className="rp-head">
        <span className={`tag ${tone}`}>{t.verdict[route.verdict]}</span>
        {route.isByHouse ? <span className="tag">{t.byHouse}</span> : null}
        <b>{route.contractArticle || t.tender}</b>
        <span className="sub num">
          {t.estimated(formatWon(route.amount.amount, language))} <small>({t.noVat})</small>
        </span>
      </p>
      {route.warnings.filter(isLoud).map((warning) => (
        <p className="rp-warn" key={warning.code}>
          <Icon name="alert" size="s" />
          <span>{warning.text}</span>
        </p>
      ))}
      <details open={isOpen}>
        <summary>{t.more}</summary>
        <div className="rp-body">
          <div className="rp-reason">
            <b>{route.verdict === "OPEN_TENDER" ? t.judgement : t.reason}</b>
            <p>{route.reason}</p>
            <Button type="button" kind="2" size="xs" hidden data-copy={route.reason} data-copied={t.copied}>
              <span>{t.copy}</span>
            </Button>
          </div>
          <Grounds route={route} />
          <Listed head={t.checks} texts={quiet} />
          <Listed head={t.near} texts={nearWays(route).map((way) => way.text)} />
          <Listed head={t.far} texts={farWays(route).map((way) => way.text)} />
          <p className="xs sub">{t.judged(t.law[route.law], formatDate(route.judgedOn, language))}</p>
        </div>
      </details>
    </div>
  );
}
