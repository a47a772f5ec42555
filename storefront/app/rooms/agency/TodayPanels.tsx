import { useLanguage } from "~/lib/i18n/index.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { RequestRow } from "~/rooms/requests/RequestRows.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { TodayQuotes, TodayRequests } from "./today.server.ts";
import { todayWords } from "./todayWords.ts";

/** What waits for the person's decision, what ends first at the top. */
export function ToDecide({ requests, now }: { requests: TodayRequests; now: string }) {
  const t = todayWords(useLanguage());
  return (
    <Panel title={t.decide} count={requests.decideCount} more={<Link className="link sm more" to="/agency/requests?tab=ended">{t.past}</Link>} flush>
      {requests.decide.length ? requests.decide.map((row) => <RequestRow key={row.id} row={row} now={now} />) : <Nothing head={t.noneToDecide}>{t.noneToDecideBody}</Nothing>}
    </Panel>
  );
}

/** Own requests under way, those that came back and drafts; or how to begin. */
export function Mine({ requests, now }: { requests: TodayRequests; now: string }) {
  const t = todayWords(useLanguage());
  if (requests.mine.length) {
    return (
      <Panel title={t.mineTitle} count={requests.mineCount} more={<Link className="link sm more" to="/agency/requests?tab=mine">{t.allBudgets}</Link>} flush>
        {requests.mine.map((row) => (
          <RequestRow key={row.id} row={row} now={now} />
        ))}
      </Panel>
    );
  }
  return (
    <Panel title={t.mineTitle} flush>
      <Nothing head={t.begin}>
        <p>{t.beginBody}</p>
        <ButtonLink size="s" to="/public">{t.find}</ButtonLink> <ButtonLink size="s" to="/agency/quotes/new">{t.ask}</ButtonLink>
      </Nothing>
    </Panel>
  );
}

/** Requests for quotes whose answers wait to be compared. */
export function ToChoose({ quotes }: { quotes: TodayQuotes }) {
  const t = todayWords(useLanguage());
  if (!quotes.rows.length) return null;
  return (
    <Panel title={t.chooseTitle} count={quotes.count} more={<Link className="link sm more" to="/agency/quotes">{t.allQuotes}</Link>} flush>
      {quotes.rows.map((row) => (
        <div className="case" key={row.id}>
          <div>
            <h3><Link to={`/agency/quotes/${encodeURIComponent(row.id)}`}><Local text={row.title} /></Link></h3>
            <p className="m2 num">{[row.number, t.answered(row.invitations.filter((one) => one.status === "ANSWERED").length, row.invitations.length)].filter(Boolean).join(" · ")}</p>
          </div>
          <ButtonLink size="s" to={`/agency/quotes/${encodeURIComponent(row.id)}/comparison`} aria-label={t.compareOf(row.title)}>{t.compare}</ButtonLink>
        </div>
      ))}
    </Panel>
  );
}
