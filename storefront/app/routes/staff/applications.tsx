import { formatMoment } from "~/lib/moments.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { fieldWords } from "~/rooms/joining/words.ts";
import { TABS } from "~/rooms/vetting/decisions.ts";
import { loadApplications, type Row } from "~/rooms/vetting/vetting.server.ts";
import { vettingWords } from "~/rooms/vetting/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/applications";
import "~/styles/vetting.css";

const HERE = "/staff/applications";

export const loader = ({ context }: Route.LoaderArgs) => loadApplications(context);

const LOOKS = { DRAFT: "tag", SUBMITTED: "tag info", RETURNED: "tag warn", APPROVED: "tag ok", DECLINED: "tag bad", WITHDRAWN: "tag" };

function Name({ row }: { row: Row }) {
  const t = vettingWords(useLanguage());
  return (
    <>
      <Link className="link" to={`${HERE}/${encodeURIComponent(row.id)}`}>{row.name ? <Local text={row.name} /> : t.noName}</Link>
      {row.isMine ? <span className="tag">{t.mine}</span> : null}
      {row.rivals?.length ? <span className="tag warn">{t.duplicates(row.rivals.length)}</span> : null}
      <small className="under num">{[row.businessNumber, row.applicantEmail].filter(Boolean).join(" · ")}</small>
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const language = useLanguage();
  const t = vettingWords(language);
  const f = fieldWords(language);
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.enterprise, isMain: true, cell: (row) => <Name row={row} /> },
        { head: t.kind, cell: (row) => [row.kind?.name, row.district?.name].filter(Boolean).join(" · ") },
        { head: t.state, cell: (row) => (row.businessState ? `${f.states[row.businessState.state]}${row.businessState.matches === false ? " !" : ""}` : f.none) },
        { head: t.sent, cell: (row) => <span className="num">{row.submittedAt ? formatMoment(row.submittedAt, language) : ""}</span> },
        { head: t.status, cell: (row) => <span className={LOOKS[row.status]}>{f.statuses[row.status]}</span> },
      ]}
    />
  );
}

export default function ApplicationsPage({ loaderData }: Route.ComponentProps) {
  const { applications, tab, search, isFirst } = loaderData;
  const t = vettingWords(useLanguage());
  const rows = nodesOf(applications);
  const query = `state=${tab}${search ? `&q=${encodeURIComponent(search)}` : ""}`;
  const { hasNextPage = false, endCursor = null } = applications?.pageInfo ?? {};
  return (
    <StaffPage title={t.title} lead={t.lead}>
      <form method="get" className="desk-find" role="search">
        <input type="hidden" name="state" value={tab} />
        <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={100} />
        <Button>{t.find}</Button>
      </form>
      <Panel
        title={t[tab]}
        count={applications?.totalCount ?? 0}
        flush
        more={
          <nav className="tabs" aria-label={t.tabs}>
            {TABS.map((one) => (
              <Link key={one} to={`${HERE}?state=${one}${search ? `&q=${encodeURIComponent(search)}` : ""}`} aria-current={one === tab ? "page" : undefined}>{t[one]}</Link>
            ))}
          </nav>
        }
      >
        {rows.length ? <Rows rows={rows} /> : search ? <Nothing head={t.noneFound}>{t.noneFoundBody}</Nothing> : <Nothing head={tab === "waiting" ? t.none : t.noneFound}>{tab === "waiting" ? t.noneBody : null}</Nothing>}
      </Panel>
      {hasNextPage || !isFirst ? (
        <nav className="pg" aria-label={t.pages}>
          {isFirst ? null : <Link to={`${HERE}?${query}`}>{t.newest}</Link>}
          {hasNextPage && endCursor ? <Link to={`${HERE}?${query}&after=${encodeURIComponent(endCursor)}`} rel="next">{t.next}</Link> : null}
        </nav>
      ) : null}
    </StaffPage>
  );
}
