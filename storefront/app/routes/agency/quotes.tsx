import type { InstantQuotesQuery, QuoteRequestRowFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { instantPath, requestPath, RequestTag } from "~/rooms/quotes/parts.tsx";
import { loadQuotes } from "~/rooms/quotes/quotes.server.ts";
import { useQuoteWords } from "~/rooms/quotes/words.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/quotes";
import "~/styles/quotes.css";

const HERE = "/agency/quotes";
type Instant = NonNullable<InstantQuotesQuery["quotes"]>["edges"][number]["node"];

export const loader = ({ context, request }: Route.LoaderArgs) => loadQuotes(context, request);

function Requests({ rows }: { rows: readonly QuoteRequestRowFragment[] }) {
  const language = useLanguage();
  const t = useQuoteWords();
  return (
    <Table
      caption={t.requests}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.what, isMain: true, cell: (row) => (
          <>
            <Link className="link" to={requestPath(row.id)}><Local text={row.title || t.untitled} /></Link>
            <small className="m2 num">{[row.number, row.requesterName].filter(Boolean).join(" · ")}</small>
          </>
        ) },
        { head: t.answers, cell: (row) => t.answered(row.invitations.filter((one) => one.status === "ANSWERED").length, row.invitations.length) },
        { head: t.deadline, cell: (row) => <span className="num">{row.replyBy ? formatMoment(row.replyBy, language) : null}</span> },
        { head: t.state, cell: (row) => <RequestTag status={row.status === "OPEN" && row.isOpened ? "CLOSED" : row.status} /> },
      ]}
    />
  );
}

function Instants({ rows }: { rows: readonly Instant[] }) {
  const language = useLanguage();
  const t = useQuoteWords();
  return (
    <Table
      caption={t.instant}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.what, isMain: true, cell: (row) => (
          <>
            <Link className="link" to={instantPath(row.id)}><Local text={row.title} /></Link>
            <small className="m2 num">{row.number} · {formatDate(row.issuedOn, language)}</small>
          </>
        ) },
        { head: t.vendor, cell: (row) => <Local text={row.vendor.name} /> },
        { head: t.total, align: "r", cell: (row) => <span className="num">{formatNumber(row.total.gross.amount)}</span> },
        { head: t.valid, cell: (row) => <span className={row.isEnded ? "num mute" : "num"}>{row.isEnded ? t.untilPast(formatDate(row.validUntil, language)) : t.until(formatDate(row.validUntil, language))}</span> },
      ]}
    />
  );
}

export default function QuotesPage({ loaderData }: Route.ComponentProps) {
  const { isInstant, requests, quotes, isFirst } = loaderData;
  const t = useQuoteWords();
  const page = isInstant ? quotes : requests;
  const asked = nodesOf(requests);
  const made = nodesOf(quotes);
  return (
    <AgencyPage title={t.title} lead={t.lead} acts={<ButtonLink kind="1" to="/agency/quotes/new"><Icon name="plus" size="s" />{t.ask}</ButtonLink>}>
      <nav className="tabs desk-tabs" aria-label={t.title}>
        <Link to={HERE} aria-current={isInstant ? undefined : "page"}>{t.requests}</Link>
        <Link to={`${HERE}?tab=instant`} aria-current={isInstant ? "page" : undefined}>{t.instant}</Link>
      </nav>
      <Panel title={isInstant ? t.instant : t.requests} count={page?.totalCount ?? 0} flush>
        {isInstant ? (made.length ? <Instants rows={made} /> : <Nothing head={t.noInstant}>{t.noInstantBody}</Nothing>) : asked.length ? <Requests rows={asked} /> : <Nothing head={t.nothing}>{t.nothingBody}</Nothing>}
      </Panel>
      <Pages page={page} here={HERE} query={isInstant ? "tab=instant" : ""} label={t.next} isFirst={isFirst} />
    </AgencyPage>
  );
}
