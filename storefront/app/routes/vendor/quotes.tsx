import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { loadAskedList } from "~/rooms/quotes/asked.server.ts";
import { askedPath, InvitedTag, RequestTag } from "~/rooms/quotes/parts.tsx";
import { useQuoteWords } from "~/rooms/quotes/words.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/quotes";
import "~/styles/quotes.css";

const HERE = "/vendor/quotes";

export const loader = ({ context, request }: Route.LoaderArgs) => loadAskedList(context, request);

export default function AskedPage({ loaderData }: Route.ComponentProps) {
  const { page, isPast, isFirst } = loaderData;
  const language = useLanguage();
  const t = useQuoteWords();
  const rows = nodesOf(page);
  return (
    <CentrePage title={t.asked} lead={t.askedLead}>
      <nav className="tabs desk-tabs" aria-label={t.asked}>
        <Link to={HERE} aria-current={isPast ? undefined : "page"}>{t.toAnswer}</Link>
        <Link to={`${HERE}?tab=past`} aria-current={isPast ? "page" : undefined}>{t.past}</Link>
      </nav>
      <Panel title={isPast ? t.past : t.toAnswer} count={page?.totalCount ?? 0} flush>
        {rows.length ? (
          <Table
            caption={t.asked}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { head: t.what, isMain: true, cell: (row) => <><Link className="link" to={askedPath(row.id)}><Local text={row.title} /></Link><small className="m2 num">{row.number}</small></> },
              { head: t.agency, cell: (row) => <Local text={[row.agency.name, row.departmentName].filter(Boolean).join(" ")} /> },
              { head: t.deadline, cell: (row) => <span className="num">{formatMoment(row.replyBy, language)}</span> },
              { head: t.yourState, cell: (row) => <><InvitedTag status={row.status} /> {row.requestStatus === "CANCELED" ? <RequestTag status="CANCELED" /> : null}</> },
            ]}
          />
        ) : (
          <Nothing head={t.noAsked}>{isPast ? null : t.noAskedBody}</Nothing>
        )}
      </Panel>
      <Pages page={page} here={HERE} query={isPast ? "tab=past" : ""} label={t.next} isFirst={isFirst} />
    </CentrePage>
  );
}
