import formIsland from "~/islands/form.ts?worker&url";
import { nodesOf } from "~/lib/lists.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { loadPurchases, TABS } from "~/rooms/purchasedesk/purchasedesk.server.ts";
import { PurchaseRows } from "~/rooms/purchasedesk/Rows.tsx";
import { usePurchaseWords } from "~/rooms/purchasedesk/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/purchase-orders";
import "~/styles/orderdesk.css";
import "~/styles/purchasedesk.css";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/purchase-orders";

export const loader = async ({ context, request }: Route.LoaderArgs) => ({ ...(await loadPurchases(context, request)), tabs: TABS });

export default function PurchaseOrdersPage({ loaderData }: Route.ComponentProps) {
  const { page, counts, tab, tabs, search, isFirst } = loaderData;
  const t = usePurchaseWords();
  const rows = nodesOf(page);
  const find = (
    <form method="get" className="desk-find more" role="search">
      <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={60} />
      <Button kind="2">{t.doSearch}</Button>
    </form>
  );
  return (
    <CentrePage title={t.title} lead={t.lead}>
      <nav className="order-tabs tabs" aria-label={t.tabs}>
        {tabs.map((one) => (
          <Link key={one} to={`${HERE}?state=${one}`} aria-current={!search && one === tab ? "page" : undefined}>
            {t.tab[one]} <span className="num">{counts[one]}</span>
          </Link>
        ))}
      </nav>
      <Panel title={search ? `“${search}”` : t.tab[tab]} count={page?.totalCount ?? 0} more={find} flush>
        {rows.length ? <PurchaseRows rows={rows} /> : <Nothing head={search ? t.notFound : t.none[tab]}>{search || (tab !== "waiting" && tab !== "all") ? null : t.noneBody}</Nothing>}
      </Panel>
      <Pages page={page} here={HERE} query={search ? `q=${encodeURIComponent(search)}` : `state=${tab}`} label={t.next} isFirst={isFirst} />
    </CentrePage>
  );
}
