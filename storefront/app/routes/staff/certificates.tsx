import type { StaffCertificatesQuery } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { loadQueue, STANDINGS } from "~/rooms/certificates/certificates.server.ts";
import { checkWords } from "~/rooms/certificates/staffWords.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome, Pages } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/certificates";
import "~/styles/certificates.css";

const HERE = "/staff/certificates";

export async function loader({ context }: Route.LoaderArgs) {
  return { ...(await loadQueue(context)), standings: [...STANDINGS] };
}

type Row = NonNullable<StaffCertificatesQuery["certificatesToCheck"]>["edges"][number]["node"];

function Queue({ rows, caption }: { rows: Row[]; caption: string }) {
  const language = useLanguage();
  const t = checkWords(language);
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: t.certificate,
          isMain: true,
          cell: (row) => (
            <>
              <Link className="link" to={`${HERE}/${encodeURIComponent(row.id)}`}>{row.kind.shortName}</Link> {row.item ? <Local text={row.item} /> : null}
              {row.replaces ? <span className="tag info">{t.renewal}</span> : null} {row.elsewhere.length ? <span className="tag warn">{t.sameNumber}</span> : null} {row.isOwn ? <span className="tag">{t.own}</span> : null}
            </>
          ),
        },
        { head: t.enterprise, cell: (row) => row.vendor?.name ?? "" },
        { head: t.number, cell: (row) => <Local text={row.number} /> },
        { head: t.valid, cell: (row) => <span className="num">{row.validUntil ? formatDate(row.validUntil, language) : t.noEnd}</span> },
        { head: t.since, align: "r", cell: (row) => <span className="num">{row.submittedAt ? formatDate(row.submittedAt, language) : "–"}</span> },
      ]}
    />
  );
}

export default function CertificateQueuePage({ loaderData }: Route.ComponentProps) {
  const { page, standing, search, standings, isFirst, done } = loaderData;
  const t = checkWords(useLanguage());
  const rows = nodesOf(page);
  const query = new URLSearchParams({ standing, ...(search ? { q: search } : {}) }).toString();
  return (
    <StaffPage title={t.title} lead={t.lead}>
      <Outcome errors={undefined} done={t.done[done]} />
      <nav className="tabs" aria-label={t.standings}>
        {standings.map((one) => (
          <Link key={one} to={`${HERE}?standing=${one}`} aria-current={one === standing ? "page" : undefined}>{t.tabs[one]}</Link>
        ))}
      </nav>
      <Panel title={t.tabs[standing] ?? ""} count={page?.totalCount ?? 0} flush>
        <form method="get" className="desk-find in-panel" role="search">
          <input type="hidden" name="standing" value={standing} />
          <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={100} />
          <Button kind="2">{t.find}</Button>
        </form>
        {rows.length ? <Queue rows={rows} caption={t.tabs[standing] ?? ""} /> : <Nothing head={standing === "WAITING" && !search ? t.none : t.noneElse}>{t.noneBody}</Nothing>}
      </Panel>
      <Pages page={page} here={HERE} query={query} label={t.next} isFirst={isFirst} />
    </StaffPage>
  );
}
