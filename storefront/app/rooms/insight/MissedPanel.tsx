import type { InsightMissedFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Link } from "~/ui/Link.tsx";
import { insightWords } from "./words.ts";
import { BarFill } from "~/ui/BarFill.tsx";

/** What people searched for and did not find, beside the listing that comes nearest. */
export function MissedPanel({ searches }: { searches: readonly InsightMissedFragment[] }) {
  const t = insightWords(useLanguage());
  if (searches.length === 0) {
    return (
      <Panel title={t.missed} note={t.missedNote} flush>
        <Nothing head={t.noMissed}>{t.noMissedBody}</Nothing>
      </Panel>
    );
  }
  const most = Math.max(...searches.map((search) => search.unanswered));
  return (
    <Panel title={t.missed} note={t.missedNote}>
      <ul className="ms num">
        {searches.map((search) => (
          <li key={search.words}>
            <span>
              <b>{search.words}</b>
              <span className="x">
                {search.lacking.length ? `${t.lacks(search.lacking.join(" "))} · ` : null}
                <Link className="link" to={`/vendor/products/${search.productId}`}>{t.nearTo(search.productName)}</Link>
              </span>
            </span>
            <span className="bar" aria-hidden="true"><BarFill percent={(100 * search.unanswered) / most} /></span>
            <span className="n">
              <span aria-hidden="true">{formatNumber(search.unanswered)}</span>
              <span className="vh">{t.times(formatNumber(search.unanswered))}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="sm mute">{t.missedBody}</p>
    </Panel>
  );
}
