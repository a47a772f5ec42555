import type { ReactNode } from "react";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { insightWords } from "~/rooms/insight/words.ts";
import { Waiting } from "~/rooms/orderdesk/OrderTabs.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Today } from "./today.server.ts";
import { todayWords } from "./todayWords.ts";

type Counts = NonNullable<Today["counts"]>;

function Tile({ to, head, count, note, isPressing }: { to: string; head: string; count: ReactNode; note: string; isPressing?: boolean }) {
  return (
    <Link to={to}>
      <span>{head}</span>
      <b className="num">{count}</b>
      <em className={isPressing ? "late" : undefined}>{note}</em>
    </Link>
  );
}

function Month({ insight }: { insight: NonNullable<Today["insight"]> }) {
  const language = useLanguage();
  const t = todayWords(language);
  const i = insightWords(language);
  const { sales, growth } = insight;
  const rate = growth === null || growth === undefined ? null : `${formatNumber(Math.round(Math.abs(growth) * 100))}%`;
  const says = sales.amount.amount === 0 ? t.monthNone : rate === null ? t.monthOrders(formatNumber(sales.orderCount)) : `${growth === 0 ? i.same : (growth ?? 0) > 0 ? i.growthUp(rate) : i.growthDown(rate)} · ${i.against}`;
  return <Tile to="/vendor/insight" head={t.month} count={<>{language === "en" ? <small>{t.won}</small> : null}{formatNumber(sales.amount.amount)}{language === "ko" ? <small>{t.won}</small> : null}</>} note={says} />;
}

function ToSend({ counts }: { counts: Counts }) {
  const t = todayWords(useLanguage());
  const parts = [counts.late ? t.lateCount(formatNumber(counts.late)) : "", counts.dueToday ? t.todayCount(formatNumber(counts.dueToday)) : ""].filter(Boolean);
  return <Tile to="/vendor/orders" head={t.toSend} count={formatNumber(counts.toSend)} note={parts.join(" · ") || (counts.toSend ? t.inTime : t.noneToSend)} isPressing={counts.late > 0} />;
}

function Returns({ counts }: { counts: Counts }) {
  const t = todayWords(useLanguage());
  return <Tile to="/vendor/returns" head={t.returns} count={formatNumber(counts.withdrawalsRequested)} note={counts.withdrawalsAccepted ? t.underWay(formatNumber(counts.withdrawalsAccepted)) : t.noReturns} isPressing={counts.withdrawalsRequested > 0} />;
}

function Reviews({ reviews }: { reviews: NonNullable<Today["reviews"]> }) {
  const t = todayWords(useLanguage());
  return <Tile to="/vendor/proposals" head={t.review} count={formatNumber(reviews.open)} note={reviews.returned ? t.back(formatNumber(reviews.returned)) : t.noneBack} isPressing={reviews.returned > 0} />;
}

/** Four numbers: what was sold and what waits. A clerk, who sees no sales, has those of the orders. */
export function TodayFigures({ insight, counts, reviews }: Pick<Today, "insight" | "counts" | "reviews">) {
  if (!insight) return counts ? <Waiting counts={counts} /> : null;
  return (
    <div className={`k4 order-k4${reviews ? "" : " is-three"}`}>
      <Month insight={insight} />
      {counts ? <ToSend counts={counts} /> : null}
      {counts ? <Returns counts={counts} /> : null}
      {reviews ? <Reviews reviews={reviews} /> : null}
    </div>
  );
}
