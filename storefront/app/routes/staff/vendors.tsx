import type { StaffVendorsQuery, VendorStatusEnum } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { staffVendorWords } from "~/rooms/team/staffWords.ts";
import { loadVendors } from "~/rooms/team/team.server.ts";
import { teamWords } from "~/rooms/team/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/vendors";
import "~/styles/team.css";

const HERE = "/staff/vendors";
const TAGS: Record<VendorStatusEnum, string> = { ACTIVE: "tag ok", SUSPENDED: "tag warn", CLOSED: "tag" };

export const loader = ({ context }: Route.LoaderArgs) => loadVendors(context);

type Vendor = NonNullable<StaffVendorsQuery["vendors"]>["edges"][number]["node"];
type Recheck = NonNullable<StaffVendorsQuery["vendorRechecks"]>["edges"][number]["node"];

const pathOf = (id: string) => `${HERE}/${encodeURIComponent(id)}`;

function Rows({ vendors }: { vendors: Vendor[] }) {
  const language = useLanguage();
  const [t, w] = [staffVendorWords(language), teamWords(language)];
  return (
    <Table
      caption={t.title}
      rows={vendors}
      keyOf={(vendor) => vendor.id}
      columns={[
        {
          head: t.name,
          isMain: true,
          cell: (vendor) => (
            <>
              <Link className="link" to={pathOf(vendor.id)}>
                <b>{vendor.name}</b>
              </Link>
              <br />
              <span className="sm mute">{[vendor.kindName, vendor.district?.name].filter(Boolean).join(" · ")}</span>
            </>
          ),
        },
        { head: t.number, cell: (vendor) => <span className="num">{vendor.businessNumber}</span> },
        { head: t.representative, cell: (vendor) => vendor.representative },
        { head: t.joined, cell: (vendor) => <span className="num">{formatDate(vendor.joinedOn, language)}</span> },
        {
          head: t.state,
          cell: (vendor) => (
            <>
              <span className={TAGS[vendor.status]}>{w.statuses[vendor.status]}</span> {vendor.holiday?.isNow ? <span className="tag info">{t.resting(formatDate(vendor.holiday.endsOn, language))}</span> : null}{" "}
              {vendor.isBeingRechecked ? <span className="tag acc">{t.checking}</span> : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Waiting({ rechecks, count }: { rechecks: Recheck[]; count: number }) {
  const language = useLanguage();
  const [t, w] = [staffVendorWords(language), teamWords(language)];
  return (
    <Panel title={t.waiting} count={count} flush>
      {rechecks.length ? null : <Nothing head={t.waitingNone} />}
      {rechecks.map((recheck) => (
        <div className="recheck" key={recheck.id}>
          <h3>
            <Link className="link" to={pathOf(recheck.vendor.id)}>{recheck.vendor.name}</Link> <span className="sm mute num">{t.changedOn(formatDate(recheck.createdAt, language))}</span>
          </h3>
          <ul>
            {recheck.changes.map((change) => (
              <li key={change.field}>{w.changed(w.facts[change.field] ?? change.field, change.old, change.new)}</li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

export default function VendorsPage({ loaderData }: Route.ComponentProps) {
  const { vendors, vendorRechecks, search, status, isFirst } = loaderData;
  const language = useLanguage();
  const [t, w] = [staffVendorWords(language), teamWords(language)];
  const rows = nodesOf(vendors);
  const query = (one: string | null) => new URLSearchParams({ ...(search ? { q: search } : {}), ...(one ? { status: one } : {}) }).toString();
  const tabs = [null, "ACTIVE", "SUSPENDED", "CLOSED"] as const;
  return (
    <StaffPage title={t.title} lead={t.lead}>
      <div className="desk-grid">
        <Waiting rechecks={nodesOf(vendorRechecks)} count={vendorRechecks?.totalCount ?? 0} />
        <Panel
          title={t.title}
          count={vendors?.totalCount ?? 0}
          flush
          more={
            <nav className="tabs" aria-label={t.tabs}>
              {tabs.map((tab) => (
                <Link key={tab ?? "all"} to={`${HERE}?${query(tab)}`} aria-current={tab === status ? "page" : undefined}>
                  {tab ? w.statuses[tab] : t.all}
                </Link>
              ))}
            </nav>
          }
        >
          <form method="get" className="desk-find bd" role="search">
            {status ? <input type="hidden" name="status" value={status} /> : null}
            <Field id="q" name="q" type="search" label={t.search} defaultValue={search} maxLength={100} />
            <Button>{t.find}</Button>
          </form>
          {rows.length ? <Rows vendors={rows} /> : <Nothing head={t.none}>{t.noneBody}</Nothing>}
        </Panel>
      </div>
      <Pages page={vendors} here={HERE} query={query(status)} label={t.next} isFirst={isFirst} />
    </StaffPage>
  );
}
