import { formatDay } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { loadReturns, RETURN_TABS } from "~/rooms/orderdesk/orderdesk.server.ts";
import { returnPath, useGoods } from "~/rooms/orderdesk/parts.tsx";
import { useOrderWords } from "~/rooms/orderdesk/words.ts";
import { Pages } from "~/rooms/payments/parts.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/returns";
import "~/styles/orderdesk.css";

const HERE = "/vendor/returns";

export const loader = async ({ context, request }: Route.LoaderArgs) => ({ ...(await loadReturns(context, request)), tabs: RETURN_TABS });

export default function ReturnsPage({ loaderData }: Route.ComponentProps) {
  const { state, returns, isFirst, tabs } = loaderData;
  const t = useOrderWords();
  const language = useLanguage();
  const goods = useGoods();
  const rows = nodesOf(returns);
  return (
    <CentrePage title={t.returnsTitle} lead={t.returnsLead}>
      <nav className="order-tabs tabs" aria-label={t.returnsTitle}>
        {tabs.map((tab) => (
          <Link key={tab} to={`${HERE}?state=${tab}`} aria-current={tab === state ? "page" : undefined}>
            {t.returnTabs[tab]}
          </Link>
        ))}
      </nav>
      <Panel title={t.returnTabs[state]} count={returns?.totalCount ?? 0} flush>
        {rows.length ? (
          <Table
            caption={t.returnTabs[state]}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                head: t.order,
                isMain: true,
                cell: (row) => (
                  <>
                    <Link className="link" to={returnPath(row.id)}>
                      <Local text={goods(row.lines.map((line) => line.orderLine))} />
                    </Link>
                    <br />
                    <span className="sm mute num">{row.number}</span>
                  </>
                ),
              },
              { head: t.why, cell: (row) => <span className={row.reasonKind === "FAULTY" ? "tag warn" : "tag"}>{t.kinds[row.reasonKind]}</span> },
              { head: t.pieces, align: "r", cell: (row) => <span className="num">{t.count(row.lines.reduce((sum, line) => sum + line.quantity, 0))}</span> },
              { head: t.asked, cell: (row) => <span className="num">{formatDay(row.requestedAt, language)}</span> },
              { head: t.act, align: "r", cell: (row) => <ButtonLink size="s" kind={state === "REQUESTED" || state === "ACCEPTED" ? "1" : "2"} to={returnPath(row.id)} aria-label={`${t.open}: ${row.number}`}>{t.open}</ButtonLink> },
            ]}
          />
        ) : (
          <Nothing head={t.returnsNone}>{t.returnsNoneBody}</Nothing>
        )}
      </Panel>
      <Pages page={returns} here={HERE} query={`state=${state}`} label={t.next} isFirst={isFirst} />
    </CentrePage>
  );
}
