import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { holdOf, unitsOf } from "~/rooms/agency/hold.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { loadAskedList } from "~/rooms/quotes/asked.server.ts";
import { useAskedWords } from "~/rooms/quotes/askedWords.ts";
import { askedPath } from "~/rooms/quotes/parts.tsx";
import { StandingTag } from "~/rooms/quotes/StandingTag.tsx";
import { TABS } from "~/rooms/quotes/standing.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/quotes";
import "~/styles/quotes.css";

const HERE = "/vendor/quotes";

export const loader = ({ context, request }: Route.LoaderArgs) => loadAskedList(context, request);

function Deadline({ replyBy, isOpen, now }: { replyBy: string; isOpen: boolean; now: string }) {
  const language = useLanguage();
  const t = useAskedWords();
  const { left, isPressing } = holdOf(replyBy, new Date(now));
  return (
    <span className="num quote-deadline">
      {formatMoment(replyBy, language)}
      {isOpen && left ? <small className={isPressing ? "is-pressing" : undefined}>{t.left(unitsOf(left))}</small> : null}
    </span>
  );
}

export default function AskedPage({ loaderData }: Route.ComponentProps) {
  const { page, waiting, tab, isFirst, now } = loaderData;
  const t = useAskedWords();
  const rows = nodesOf(page);
  return (
    <CentrePage title={t.asked} lead={t.askedLead}>
      <nav className="tabs quote-tabs" aria-label={t.asked}>
        {TABS.map((one) => (
          <Link key={one} to={one === "waiting" ? HERE : `${HERE}?tab=${one}`} aria-current={one === tab ? "page" : undefined}>
            {t.tabs[one]}
            {one === "waiting" && waiting ? <span className="num">{waiting}</span> : null}
          </Link>
        ))}
      </nav>
      <Panel title={t.tabs[tab]} count={page?.totalCount ?? 0} flush>
        {rows.length ? (
          <Table
            caption={t.tabs[tab]}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { head: t.what, isMain: true, cell: (row) => <Link className="link" to={askedPath(row.id)}><Local text={row.title} /></Link> },
              { head: t.number, cell: (row) => <span className="num">{row.number}</span> },
              { head: t.agency, cell: (row) => <Local text={[row.agency.name, row.departmentName].filter(Boolean).join(" ")} /> },
              { head: t.deadline, cell: (row) => <Deadline replyBy={row.replyBy} isOpen={row.isOpen} now={now} /> },
              { head: t.yourState, cell: (row) => <StandingTag row={row} /> },
            ]}
          />
        ) : (
          <Nothing head={t.nothing[tab]}>{tab === "waiting" ? t.nothingBody : null}</Nothing>
        )}
      </Panel>
      <Pages page={page} here={HERE} query={tab === "waiting" ? "" : `tab=${tab}`} label={t.next} isFirst={isFirst} />
    </CentrePage>
  );
}
