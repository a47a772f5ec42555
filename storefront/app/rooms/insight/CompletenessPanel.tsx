import type { InsightCompletenessFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Ring } from "./Ring.tsx";
import { insightWords } from "./words.ts";

const LISTED = 5;

/** What the listings lack, the heaviest first, and where to mend it. */
export function CompletenessPanel({ completeness }: { completeness: InsightCompletenessFragment }) {
  const t = insightWords(useLanguage());
  if (completeness.listingCount === 0) {
    return (
      <Panel title={t.completeness} flush>
        <Nothing head={t.noGoods}>
          <p>{t.noGoodsBody}</p>
          <p><ButtonLink kind="1" size="s" to="/vendor/products/new">{t.addFirst}</ButtonLink></p>
        </Nothing>
      </Panel>
    );
  }
  const next = completeness.listings.filter((listing) => listing.nextStep).slice(0, LISTED);
  return (
    <Panel title={t.completeness}>
      <div className="cm num">
        <div className="ring">
          <Ring percent={completeness.score} />
          <div>
            <b>{t.complete(formatNumber(completeness.listingCount), formatNumber(completeness.completeCount))}</b>
            <span className="sm sub">{t.completeBody}</span>
          </div>
        </div>
        <ul>
          {completeness.lacks.slice(0, LISTED).map((row) => (
            <li key={row.lack}>
              <span>{t.lack[row.lack]}</span>
              <b>{t.lackCount(formatNumber(row.count))}</b>
            </li>
          ))}
        </ul>
        {next.length ? (
          <>
            <h3 className="sub sm">{t.nextStep}</h3>
            <ul>
              {next.map((listing) => (
                <li key={listing.productId}>
                  <span>{listing.name} <span className="mute">{listing.score}%</span></span>
                  <Link className="link" to={`/vendor/products/${listing.productId}`}>{listing.nextStep ? t.todo[listing.nextStep] : t.edit}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="sm sub">{t.allDone}</p>
        )}
      </div>
    </Panel>
  );
}
