import { ReviewQueueDocument, type ProposalKindEnum, type ProposalStatusEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { languageOf } from "~/rooms/listings/listings.server.ts";
import { Answer, ListPages, pagingOf, Thumb } from "~/rooms/listings/Parts.tsx";
import { reviewWords } from "~/rooms/listings/reviewWords.ts";
import { PROPOSAL_TAGS } from "~/rooms/listings/state.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/proposals";

const HERE = "/staff/proposals";
const DAY = 86_400_000;
const TABS = ["all", "new", "change", "returned", "done"] as const;
type Tab = (typeof TABS)[number];
const WANTED: Record<Tab, { statuses: ProposalStatusEnum[]; kinds?: ProposalKindEnum[] }> = {
  all: { statuses: ["OPEN"] },
  new: { statuses: ["OPEN"], kinds: ["NEW_LISTING"] },
  change: { statuses: ["OPEN"], kinds: ["CHANGE"] },
  returned: { statuses: ["RETURNED"] },
  done: { statuses: ["APPROVED", "DECLINED", "WITHDRAWN"] },
};

export async function loader({ context }: Route.LoaderArgs) {
  const query = appOf(context).url.searchParams;
  const tab = TABS.find((one) => one === query.get("state")) ?? "all";
  const [search, vendor] = [(query.get("q") ?? "").trim().slice(0, 100), query.get("vendor")];
  const found = await gqlStaff(context, ReviewQueueDocument, { ...WANTED[tab], search: search || undefined, vendors: vendor ? [vendor] : undefined, language: languageOf(context).languageCode, ...pagingOf(query, 25) });
  const page = found.productChangeProposals;
  return {
    tab, search, vendor, rows: nodesOf(page), total: page?.totalCount ?? 0, info: page?.pageInfo ?? null, now: Date.now(), done: query.get("done") ?? "",
    counts: { new: found.newOnes?.totalCount ?? 0, change: found.changeOnes?.totalCount ?? 0, returned: found.returned?.totalCount ?? 0 },
  };
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];
const pathOf = (id: string) => `${HERE}/${encodeURIComponent(id)}`;

function Rows({ rows, now, query }: { rows: Row[]; now: number; query: Record<string, string> }) {
  const language = useLanguage();
  const t = reviewWords(language);
  return (
    <Table
      caption={t.desk}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t.product,
          isMain: true,
          cell: (row) => (
            <div className="l-name">
              <Thumb image={row.product?.thumbnail ?? null} />
              <span><Link className="link" to={pathOf(row.id)}>{row.productName}</Link></span>
            </div>
          ),
        },
        { head: t.vendor, cell: (row) => <Link className="link" to={`${HERE}?${new URLSearchParams({ ...query, vendor: row.vendor.id }).toString()}`}>{row.vendor.name}</Link> },
        { head: t.kind, cell: (row) => <span className="l-tags"><span className={row.kind === "NEW_LISTING" ? "tag acc" : "tag"}>{t.kinds[row.kind]}</span>{row.status === "OPEN" ? null : <span className={PROPOSAL_TAGS[row.status]}>{t.states[row.status]}</span>}</span> },
        { head: t.what, cell: (row) => <span className="sm">{row.kind === "NEW_LISTING" ? "–" : row.changes.slice(0, 3).map((change) => change.label).join(", ") + (row.changes.length > 3 ? ` +${row.changes.length - 3}` : "")}</span> },
        { head: t.waiting, cell: (row) => <span className="num">{row.decidedAt ? formatMoment(row.decidedAt, language) : t.waited(Math.floor((now - Date.parse(row.submittedAt)) / DAY))}</span> },
        { head: t.decide, align: "r", cell: (row) => <ButtonLink size="s" kind={row.status === "OPEN" ? "1" : "2"} to={pathOf(row.id)} aria-label={t.ofOne(row.status === "OPEN" ? t.look : t.see, row.productName)}>{row.status === "OPEN" ? t.look : t.see}</ButtonLink> },
      ]}
    />
  );
}

export default function ReviewsPage({ loaderData }: Route.ComponentProps) {
  const { tab, search, vendor, rows, total, info, now, done, counts } = loaderData;
  const t = reviewWords(useLanguage());
  const query: Record<string, string> = { ...(tab === "all" ? {} : { state: tab }), ...(search ? { q: search } : {}), ...(vendor ? { vendor } : {}) };
  const numbers: Record<Tab, number | null> = { all: counts.new + counts.change, new: counts.new, change: counts.change, returned: counts.returned, done: null };
  return (
    <StaffPage title={t.desk} lead={t.deskLead(counts.new, counts.change)}>
      <Answer done={t.done[done] ? `${t.done[done]} ${t.allDone}` : null} />
      <nav className="l-tabs" aria-label={t.tabsLabel}>
        {TABS.map((one) => (
          <Link key={one} to={one === "all" ? HERE : `${HERE}?state=${one}`} aria-current={one === tab ? "page" : undefined}>
            {t.deskTabs[one]} {numbers[one] === null ? null : <b className="num">{numbers[one]}</b>}
          </Link>
        ))}
      </nav>
      <Panel
        title={t.deskTabs[tab]}
        count={total}
        flush
        more={
          <form method="get" action={HERE} className="desk-find l-find more" role="search">
            {tab === "all" ? null : <input type="hidden" name="state" value={tab} />}
            {vendor ? <input type="hidden" name="vendor" value={vendor} /> : null}
            <Field name="q" type="search" label={t.search} defaultValue={search} />
            <Button size="s">{t.find}</Button>
          </form>
        }
      >
        {vendor || search ? (
          <p className="l-narrow">
            {vendor ? t.allVendors(rows[0]?.vendor.name ?? "") : `“${search}”`} · <Link className="link" to={HERE}>{t.clear}</Link>
          </p>
        ) : null}
        {rows.length ? <Rows rows={rows} now={now} query={query} /> : <Nothing head={t.noneDesk}>{t.noneDeskBody}</Nothing>}
      </Panel>
      {info ? <ListPages info={info} query={query} here={HERE} /> : null}
    </StaffPage>
  );
}
