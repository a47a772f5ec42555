import { formatWeekday } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { membershipOf } from "~/rooms/centre/centre.server.ts";
import { CertificatePanel } from "~/rooms/centre/CertificatePanel.tsx";
import { loadToday } from "~/rooms/centre/today.server.ts";
import { TodayFigures } from "~/rooms/centre/TodayFigures.tsx";
import { Begin, DueFirst, Returned } from "~/rooms/centre/TodayPanels.tsx";
import { todayWords } from "~/rooms/centre/todayWords.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { CompletenessPanel } from "~/rooms/insight/CompletenessPanel.tsx";
import { MissedPanel } from "~/rooms/insight/MissedPanel.tsx";
import { SalesChart } from "~/rooms/insight/SalesChart.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/home";
import "~/styles/insight.css";
import "~/styles/orderdesk.css";
import "~/styles/today.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { vendor } = await membershipOf(context, request);
  return { ...(await loadToday(context, request)), name: vendor.name };
}

type Loaded = Route.ComponentProps["loaderData"];

/** The headline by what waits, and under it what else there is to know of the day. */
function useHeadline({ counts, begin, now, name }: Loaded): { title: string; lead: string } {
  const language = useLanguage();
  const t = todayWords(language);
  const day = formatWeekday(new Date(now), language);
  const pressing = counts ? counts.dueToday + counts.late : 0;
  if (begin && !counts?.toSend) return { title: t.welcome(name), lead: t.welcomeLead };
  const later = (counts?.toSend ?? 0) - pressing;
  const rest = counts?.late ? t.late(formatNumber(counts.late)) : later > 0 ? t.later(formatNumber(later)) : pressing ? "" : t.calm;
  return { title: pressing ? t.toSendToday(formatNumber(pressing)) : t.nothingToday, lead: [day, rest].filter(Boolean).join(" · ") };
}

function Acts({ canList, toSend, isBeginning }: { canList: boolean; toSend: number; isBeginning: boolean }) {
  const t = todayWords(useLanguage());
  return (
    <>
      {canList ? <ButtonLink to="/vendor/products/new" kind={toSend || isBeginning ? "2" : "1"}><Icon name="plus" size="s" />{t.addListing}</ButtonLink> : null}
      {toSend ? <ButtonLink kind="1" to="/vendor/orders"><Icon name="truck" size="s" />{t.toOrders}</ButtonLink> : null}
    </>
  );
}

function Aside({ certificates, insight, canList }: Pick<Loaded, "certificates" | "insight" | "canList">) {
  const hasFigures = insight !== null && canList && insight.completeness.listingCount > 0;
  if (!certificates && !hasFigures) return null;
  return (
    <div className="col">
      {certificates ? <CertificatePanel certificates={certificates.certificates} ways={certificates.ways} /> : null}
      {hasFigures ? <CompletenessPanel completeness={insight.completeness} /> : null}
      {hasFigures ? <MissedPanel searches={insight.missedSearches} /> : null}
    </div>
  );
}

export default function TodayPage({ loaderData }: Route.ComponentProps) {
  const { counts, due, reviews, insight, certificates, begin, canList } = loaderData;
  const t = todayWords(useLanguage());
  const hasAside = certificates !== null || (insight !== null && canList && insight.completeness.listingCount > 0);
  const isQuiet = begin !== null && due.length === 0;
  return (
    <CentrePage {...useHeadline(loaderData)} acts={<Acts canList={canList} toSend={counts?.toSend ?? 0} isBeginning={begin !== null} />}>
      {isQuiet ? null : <TodayFigures insight={insight} counts={counts} reviews={reviews} />}
      <div className={hasAside ? "desk-grid two" : "desk-grid"}>
        <div className="col">
          {begin ? <Begin steps={begin} /> : null}
          {counts && !isQuiet ? <DueFirst rows={due} count={counts.toSend} /> : null}
          {reviews ? <Returned rows={reviews.rows} count={reviews.returned} /> : null}
          {insight && !isQuiet ? <Panel title={t.sales} note={t.salesNote} more={<Link className="link sm more" to="/vendor/insight">{t.toInsight}</Link>} flush><SalesChart weeks={insight.weeks} /></Panel> : null}
        </div>
        <Aside certificates={certificates} insight={insight} canList={canList} />
      </div>
    </CentrePage>
  );
}
