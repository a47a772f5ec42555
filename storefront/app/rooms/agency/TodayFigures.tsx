import { formatDay } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Icon, type IconName } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Today } from "./today.server.ts";
import { todayWords } from "./todayWords.ts";

function Tile({ to, icon, head, count, note, isPressing }: { to: string; icon: IconName; head: string; count: number; note: string; isPressing?: boolean }) {
  return (
    <Link to={to}>
      <span>
        <Icon name={icon} size="s" />
        {head}
      </span>
      <b className="num">{formatNumber(count)}</b> <em className={isPressing ? "late num" : "num"}>{note}</em>
    </Link>
  );
}

/** Four numbers: what waits for the person's hand. */
export function TodayFigures({ counts, canApprove }: { counts: Today; canApprove: boolean }) {
  const language = useLanguage();
  const t = todayWords(language);
  const pressing = counts.requestsEndingToday > 0;
  const decide = pressing ? t.decideToday(counts.requestsEndingToday) : counts.nextLapseAt ? t.decideBy(formatDay(counts.nextLapseAt, language)) : t.decideNone;
  return (
    <div className="k4">
      {canApprove || counts.requestsToDecide > 0 ? (
        <Tile to="/agency/requests?tab=decide" icon="check" head={t.decide} count={counts.requestsToDecide} note={decide} isPressing={pressing} />
      ) : (
        <Tile to="/agency/requests?tab=mine" icon="doc" head={t.running} count={counts.requestsInApproval} note="" />
      )}
      <Tile to="/agency/quotes?state=closed" icon="chat" head={t.choose} count={counts.quotesToChoose} note={counts.quotesToChoose ? t.chooseSome : t.chooseNone} />
      <Tile to="/agency/quotes?state=open" icon="clock" head={t.waiting} count={counts.quotesWaiting} note={counts.nextReplyBy ? t.waitingBy(formatDay(counts.nextReplyBy, language)) : t.waitingNone} />
      {counts.requestsToMend > 0 && !counts.changesProposed ? (
        <Tile to="/agency/requests?tab=mine" icon="return" head={t.mend} count={counts.requestsToMend} note={t.mendSome} isPressing />
      ) : (
        <Tile to="/agency/orders?state=change" icon="box" head={t.changes} count={counts.changesProposed} note={counts.changesProposed ? t.changesSome : t.changesNone} isPressing={counts.changesProposed > 0} />
      )}
    </div>
  );
}
