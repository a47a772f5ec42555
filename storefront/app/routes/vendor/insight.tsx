import { VendorInsightDocument, type VendorInsightQuery } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { appOf } from "~/lib/context.server.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { ensureAbility, gqlCentre, membershipOf } from "~/rooms/centre/centre.server.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { CompletenessPanel } from "~/rooms/insight/CompletenessPanel.tsx";
import { MissedPanel } from "~/rooms/insight/MissedPanel.tsx";
import { periodOf, PERIODS } from "~/rooms/insight/periods.ts";
import { SalesChart } from "~/rooms/insight/SalesChart.tsx";
import { insightWords } from "~/rooms/insight/words.ts";
import { Link } from "~/ui/Link.tsx";
import { Table } from "~/ui/Table.tsx";
import { data } from "react-router";
import type { Route } from "./+types/insight";
import "~/styles/insight.css";

type Insight = NonNullable<VendorInsightQuery["vendorInsight"]>;
const LISTINGS = 20;
/** So often somebody looked without buying that it is worth a thought. */
const OFTEN_SEEN = 20;

export async function loader({ context, request }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "SEE_FIGURES");
  const days = periodOf(appOf(context).url.searchParams.get("days"));
  const { from, to } = daysBack(days);
  const { vendorInsight } = await gqlCentre(context, VendorInsightDocument, { vendor: membership.vendor.id, from, to, listings: LISTINGS });
  if (!vendorInsight) throw data(null, { status: 404 });
  return { days, insight: vendorInsight };
}

/** The Seoul days of a period that ends today. */
function daysBack(days: number): { from: string; to: string } {
  const seoul = (moment: number) => new Date(moment + 9 * 3_600_000).toISOString().slice(0, 10);
  const now = Date.now();
  return { from: seoul(now - (days - 1) * 86_400_000), to: seoul(now) };
}

function Tabs({ days }: { days: number }) {
  const t = insightWords(useLanguage());
  return (
    <nav className="tabs" aria-label={t.period}>
      {PERIODS.map((period) => (
        <Link key={period} to={`/vendor/insight?days=${period}`} aria-current={period === days ? "page" : undefined}>
          {t.days(period)}
        </Link>
      ))}
    </nav>
  );
}

function Figures({ insight }: { insight: Insight }) {
  const t = insightWords(useLanguage());
  const { sales, before, growth, views } = insight;
  const percent = growth === null || growth === undefined ? null : `${formatNumber(Math.round(Math.abs(growth) * 100))}%`;
  const rate = views > 0 ? `${((100 * Math.min(sales.orderCount, views)) / views).toFixed(1)}%` : null;
  return (
    <div className="k4">
      <div>
        <span>{t.sales}</span>
        <b className="num">{formatNumber(sales.amount.amount)}<small>{useLanguage() === "ko" ? "원" : "₩"}</small></b>
        <em>{percent === null ? t.noBefore : `${growth === 0 ? t.same : growth! > 0 ? t.growthUp(percent) : t.growthDown(percent)} · ${t.against}`}</em>
      </div>
      <div>
        <span>{t.orders}</span>
        <b className="num">{formatNumber(sales.orderCount)}</b>
        <em>{t.beforeOrders(formatNumber(before.orderCount))}</em>
      </div>
      <div>
        <span>{t.views}</span>
        <b className="num">{formatNumber(views)}</b>
        <em>{rate ? t.perView(rate) : "–"}</em>
      </div>
      <div>
        <span>{t.average}</span>
        <b className="num">{sales.orderCount ? formatNumber(Math.round(sales.amount.amount / sales.orderCount)) : "–"}</b>
        <em>{`${t.citizen} ${formatNumber(sales.citizenAmount.amount)} · ${t.public} ${formatNumber(sales.publicAmount.amount)}`}</em>
      </div>
    </div>
  );
}

function Listings({ listings }: { listings: Insight["listings"] }) {
  const t = insightWords(useLanguage());
  if (listings.length === 0) {
    return (
      <Panel title={t.listings} flush>
        <Nothing head={t.noListings}>{t.noListingsBody}</Nothing>
      </Panel>
    );
  }
  return (
    <Panel title={t.listings} count={listings.length} flush>
      <Table
        caption={t.listings}
        rows={listings}
        keyOf={(row) => row.productId}
        columns={[
          { head: t.product, isMain: true, cell: (row) => (
            <>
              <Link className="link" to={`/vendor/products/${row.productId}`}>{row.name}</Link>
              {row.orderCount === 0 && row.views >= OFTEN_SEEN ? <span className="tag warn">{t.seenNotBought}</span> : null}
            </>
          ) },
          { head: t.views, align: "r", cell: (row) => formatNumber(row.views) },
          { head: t.orders, align: "r", cell: (row) => formatNumber(row.orderCount) },
          { head: t.conversion, align: "r", cell: (row) => (row.conversion === null || row.conversion === undefined ? "–" : `${(row.conversion * 100).toFixed(1)}%`) },
          { head: t.quantity, align: "r", cell: (row) => formatNumber(row.quantity) },
          { head: t.amount, align: "r", cell: (row) => <b>{formatNumber(row.amount.amount)}</b> },
        ]}
      />
    </Panel>
  );
}

export default function InsightPage({ loaderData }: Route.ComponentProps) {
  const { days, insight } = loaderData;
  const language = useLanguage();
  const t = insightWords(language);
  return (
    <CentrePage title={t.title} lead={t.lead(formatDate(insight.sales.periodStart, language), formatDate(insight.sales.periodEnd, language))} acts={<Tabs days={days} />}>
      <Figures insight={insight} />
      <div className="desk-grid two">
        <div className="col">
          <Panel title={t.chart} note={t.chartNote} flush><SalesChart weeks={insight.weeks} /></Panel>
          <Listings listings={insight.listings} />
        </div>
        <div className="col">
          <CompletenessPanel completeness={insight.completeness} />
          <MissedPanel searches={insight.missedSearches} />
        </div>
      </div>
    </CentrePage>
  );
}
