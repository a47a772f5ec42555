import type { PurchaseOrderRowFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatNumber } from "~/lib/money.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { OrderTag, orderPath } from "~/rooms/purchaseorders/parts.tsx";
import { loadOrders, TABS } from "~/rooms/purchaseorders/purchaseorders.server.ts";
import { orderWords } from "~/rooms/purchaseorders/words.ts";
import { requestPath } from "~/rooms/requests/RequestRows.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/orders";

const HERE = "/agency/orders";

export const loader = async ({ context, request }: Route.LoaderArgs) => ({ ...(await loadOrders(context, request)), tabs: TABS });

function What({ row }: { row: PurchaseOrderRowFragment }) {
  const t = orderWords(useLanguage());
  return (
    <>
      <Link className="link" to={orderPath(row.id)}><Local text={row.title} /></Link>
      <small className="m2 num">{row.number} · <Link to={requestPath(row.requestId)}>{`${t.request} ${row.requestNumber}`}</Link></small>
    </>
  );
}

function Rows({ rows }: { rows: readonly PurchaseOrderRowFragment[] }) {
  const language = useLanguage();
  const t = orderWords(language);
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.order, isMain: true, cell: (row) => <What row={row} /> },
        { head: t.vendor, cell: (row) => <Local text={row.vendorOrder.vendor.name} /> },
        { head: t.amount, align: "r", cell: (row) => <span className="num">{formatNumber(row.vendorOrder.total.gross.amount)}</span> },
        { head: t.deliverBy, cell: (row) => <span className="num">{formatDate(row.deliverBy, language)}</span> },
        { head: t.state, cell: (row) => <OrderTag status={row.status} /> },
        { head: t.open, align: "r", cell: (row) => <ButtonLink size="s" kind={row.openChange ? "1" : "2"} to={orderPath(row.id)} aria-label={`${row.openChange ? t.answer : t.open}: ${row.number}`}>{row.openChange ? t.answer : t.open}</ButtonLink> },
      ]}
    />
  );
}

export default function OrdersPage({ loaderData }: Route.ComponentProps) {
  const { page, tab, tabs, search, isFirst } = loaderData;
  const t = orderWords(useLanguage());
  const rows = nodesOf(page);
  const find = (
    <form method="get" className="desk-find more" role="search">
      <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={60} />
      <Button kind="2">{t.doSearch}</Button>
    </form>
  );
  return (
    <AgencyPage title={t.title} lead={t.lead}>
      <nav className="tabs desk-tabs" aria-label={t.state}>
        {tabs.map((one) => (
          <Link key={one} to={`${HERE}?state=${one}`} aria-current={!search && one === tab ? "page" : undefined}>{t.tab[one]}</Link>
        ))}
      </nav>
      <Panel title={search ? `“${search}”` : t.tab[tab]} count={page?.totalCount ?? 0} more={find} flush>
        {rows.length ? <Rows rows={rows} /> : <Nothing head={search ? t.notFound : t.none[tab]}>{search || tab === "canceled" || tab === "change" ? null : t.noneBody}</Nothing>}
      </Panel>
      <Pages page={page} here={HERE} query={search ? `q=${encodeURIComponent(search)}` : `state=${tab}`} label={t.next} isFirst={isFirst} />
    </AgencyPage>
  );
}
