import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { loadAgencies } from "~/rooms/agencyadmin/apply.server.ts";
import { TABS } from "~/rooms/agencyadmin/applyPaths.ts";
import { applyWords, staffAgencyWords } from "~/rooms/agencyadmin/applyWords.ts";
import { LOOKS } from "~/rooms/agencyadmin/looks.ts";
import { adminWords } from "~/rooms/agencyadmin/words.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/agencies";
import "~/styles/vetting.css";
import "~/styles/agency-admin.css";

const HERE = "/staff/agencies";

export const loader = ({ context }: Route.LoaderArgs) => loadAgencies(context);

type Loaded = Route.ComponentProps["loaderData"];
type Row = ReturnType<typeof nodesOf<NonNullable<NonNullable<Loaded["agencyApplications"]>["edges"][number]["node"]>>>[number];
type Agency = ReturnType<typeof nodesOf<NonNullable<NonNullable<Loaded["agencies"]>["edges"][number]["node"]>>>[number];

function Applications({ rows }: { rows: readonly Row[] }) {
  const language = useLanguage();
  const [t, f] = [staffAgencyWords(language), applyWords(language)];
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t.agency,
          isMain: true,
          cell: (row) => (
            <>
              <Link className="link" to={`${HERE}/${encodeURIComponent(row.id)}`}><Local text={row.name} /></Link> {row.isMine ? <span className="tag">{t.mine}</span> : null} {row.sameNumber?.length ? <span className="tag bad">{t.sameNumber}</span> : null}{" "}
              {row.sameDomain?.length ? <span className="tag warn">{t.sameDomain}</span> : null} {row.rivals?.length ? <span className="tag warn">{t.rivals}</span> : null} {row.isNumberOfAPublicBody ? null : <span className="tag warn">{t.notPublic}</span>}
              <small className="under num">{row.registrationNumber}</small>
            </>
          ),
        },
        { head: t.who, cell: (row) => <><Local text={row.applicantName} /><small className="under">{row.officialEmail}</small></> },
        { head: t.sent, cell: (row) => <span className="num">{row.submittedAt ? formatMoment(row.submittedAt, language) : ""}</span> },
        { head: t.status, cell: (row) => <span className={LOOKS[row.status]}>{row.passedOnTo && row.status === "SUBMITTED" ? t.passed : f.statuses[row.status]}</span> },
      ]}
    />
  );
}

function Agencies({ rows }: { rows: readonly Agency[] }) {
  const language = useLanguage();
  const [t, w] = [staffAgencyWords(language), adminWords(language)];
  return (
    <Table
      caption={t.agencies}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.agency, isMain: true, cell: (row) => <><Link className="link" to={`${HERE}/${encodeURIComponent(row.id)}`}><Local text={row.name} /></Link><small className="under num">{row.registrationNumber}</small></> },
        { head: t.regime, cell: (row) => w.regimes[row.regime] },
        { head: t.domain, cell: (row) => (row.emailDomain ? `@${row.emailDomain}` : <span className="mute">{w.none}</span>) },
        { head: t.joined, cell: (row) => <span className="num">{row.joinedAt ? formatDate(row.joinedAt, language) : ""}</span> },
      ]}
    />
  );
}

export default function AgenciesPage({ loaderData }: Route.ComponentProps) {
  const { tab, search, isFirst } = loaderData;
  const t = staffAgencyWords(useLanguage());
  const [applications, agencies] = [nodesOf(loaderData.agencyApplications), nodesOf(loaderData.agencies)];
  const listed = loaderData.agencyApplications ?? loaderData.agencies;
  const query = `state=${tab}${search ? `&q=${encodeURIComponent(search)}` : ""}`;
  const { hasNextPage = false, endCursor = null } = listed?.pageInfo ?? {};
  const isEmpty = !applications.length && !agencies.length;
  return (
    <StaffPage title={t.title} lead={t.lead}>
      <form method="get" className="desk-find" role="search">
        <input type="hidden" name="state" value={tab} />
        <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={100} />
        <Button>{t.find}</Button>
      </form>
      <Panel
        title={t[tab]}
        count={listed?.totalCount ?? 0}
        flush
        more={
          <nav className="tabs" aria-label={t.tabs}>
            {TABS.map((one) => (
              <Link key={one} to={`${HERE}?state=${one}${search ? `&q=${encodeURIComponent(search)}` : ""}`} aria-current={one === tab ? "page" : undefined}>{t[one]}</Link>
            ))}
          </nav>
        }
      >
        {isEmpty ? <Nothing head={tab === "waiting" && !search ? t.none : t.noneFound} /> : tab === "agencies" ? <Agencies rows={agencies} /> : <Applications rows={applications} />}
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
