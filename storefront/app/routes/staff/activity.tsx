import { VendorActivityDocument, type IdleReasonEnum, type VendorActivityQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Ring } from "~/rooms/insight/Ring.tsx";
import { insightWords } from "~/rooms/insight/words.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { Link } from "~/ui/Link.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/activity";
import "~/styles/insight.css";
import { BarFill } from "~/ui/BarFill.tsx";

type Activity = VendorActivityQuery["vendorActivity"];
const DAYS = [30, 90, 365] as const;
const USUAL = 90;
const PAGE = 50;
const REASONS: readonly IdleReasonEnum[] = ["NOTHING_LISTED", "SOLD_OUT", "ON_HOLIDAY", "NEW", "NOT_SEEN", "SEEN_NOT_BOUGHT"];

export async function loader({ context }: Route.LoaderArgs) {
  const asked = appOf(context).url.searchParams;
  const days = DAYS.find((one) => String(one) === asked.get("days")) ?? USUAL;
  const reason = REASONS.find((one) => one === asked.get("reason")) ?? null;
  const page = Math.min(Math.max(1, Number.parseInt(asked.get("page") ?? "1", 10) || 1), 1_000);
  const { vendorActivity } = await gqlStaff(context, VendorActivityDocument, { days, reason, skip: (page - 1) * PAGE });
  return { activity: vendorActivity, days, reason, page };
}

const address = (days: number, reason: string | null, page = 1) => `/staff/activity?days=${days}${reason ? `&reason=${reason}` : ""}${page > 1 ? `&page=${page}` : ""}`;

function Share({ activity }: { activity: Activity }) {
  const t = insightWords(useLanguage());
  const percent = activity.sellingShare === null || activity.sellingShare === undefined ? null : Math.round(activity.sellingShare * 100);
  return (
    <Panel title={t.activity}>
      <div className="cm num">
        <div className="ring">
          <Ring percent={percent} />
          <div>
            <b>{percent === null ? t.none : t.sellingOf(formatNumber(activity.vendorCount), formatNumber(activity.sellingCount))}</b>
            <span className="sm sub">{t.activityLead(activity.days)}</span>
          </div>
        </div>
      </div>
    </Panel>
  );
}

function Why({ activity, days, reason }: { activity: Activity; days: number; reason: IdleReasonEnum | null }) {
  const t = insightWords(useLanguage());
  const most = Math.max(1, ...activity.reasons.map((row) => row.count));
  return (
    <Panel title={t.why} more={reason ? <Link className="more link" to={address(days, null)}>{t.all}</Link> : undefined}>
      {activity.reasons.length === 0 ? <p className="sm sub">{t.nobodyIdle}</p> : null}
      <ul className="ms num">
        {activity.reasons.map((row) => (
          <li key={row.reason}>
            <span>
              <b><Link className="link" to={address(days, row.reason)} aria-current={row.reason === reason ? "true" : undefined}>{t.reason[row.reason]}</Link></b>
              <span className="x">{t.help[row.reason]}</span>
            </span>
            <span className="bar" aria-hidden="true"><BarFill percent={(100 * row.count) / most} /></span>
            <span className="n">{formatNumber(row.count)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Idle({ activity, days, reason, page }: { activity: Activity; days: number; reason: IdleReasonEnum | null; page: number }) {
  const language = useLanguage();
  const t = insightWords(language);
  const isMore = page * PAGE < activity.idleCount;
  return (
    <Panel title={t.idle} count={activity.idleCount} note={reason ? t.reason[reason] : undefined} flush>
      {activity.idle.length === 0 ? (
        <Nothing head={t.nobodyIdle} />
      ) : (
        <Table
          caption={t.idle}
          rows={activity.idle}
          keyOf={(row) => row.vendor?.id ?? row.reason}
          columns={[
            { head: t.vendor, isMain: true, cell: (row) => row.vendor ? <><Link className="link" to={`/staff/vendors/${row.vendor.id}`}>{row.vendor.name}</Link> <span className="mute sm">{row.vendor.district?.name}</span></> : "–" },
            { head: t.reasonHead, cell: (row) => t.reason[row.reason] },
            { head: t.listingCount, align: "r", cell: (row) => formatNumber(row.listingCount) },
            { head: t.views, align: "r", cell: (row) => formatNumber(row.views) },
            { head: t.lastSale, align: "r", cell: (row) => (row.lastSaleOn ? formatDate(row.lastSaleOn, language) : t.never) },
          ]}
        />
      )}
      {page > 1 || isMore ? (
        <nav className="pg" aria-label={t.more}>
          {page > 1 ? <Link className="btn btn-2 btn-s" to={address(days, reason, page - 1)}>{t.before}</Link> : null}
          {isMore ? <Link className="btn btn-2 btn-s" to={address(days, reason, page + 1)}>{t.more}</Link> : null}
        </nav>
      ) : null}
    </Panel>
  );
}

export default function ActivityPage({ loaderData }: Route.ComponentProps) {
  const { activity, days, reason, page } = loaderData;
  const t = insightWords(useLanguage());
  const tabs = (
    <nav className="tabs" aria-label={t.period}>
      {DAYS.map((one) => (
        <Link key={one} to={address(one, reason)} aria-current={one === days ? "page" : undefined}>{t.days(one)}</Link>
      ))}
    </nav>
  );
  return (
    <StaffPage title={t.activity} lead={t.activityLead(days)} acts={tabs}>
      <div className="desk-grid two">
        <div className="col"><Idle activity={activity} days={days} reason={reason} page={page} /></div>
        <div className="col">
          <Share activity={activity} />
          <Why activity={activity} days={days} reason={reason} />
        </div>
      </div>
    </StaffPage>
  );
}
