import type { DeskCountsFragment } from "~/gql/operations";
import { Link } from "~/ui/Link.tsx";
import type { Tab } from "./orderdesk.server.ts";
import { useOrderWords } from "./words.ts";

const HERE = "/vendor/orders";

/** What waits, the most pressing first. */
export function Waiting({ counts }: { counts: DeskCountsFragment }) {
  const t = useOrderWords();
  return (
    <div className="k4 order-k4">
      <Link to={HERE}>
        <span>{t.toSend}</span>
        <b className="num">{counts.toSend}</b>
      </Link>
      <Link to={`${HERE}?due=today`}>
        <span>{t.dueToday}</span>
        <b className="num">{counts.dueToday}</b>
        <em>{t.todayNote}</em>
      </Link>
      <Link to={`${HERE}?due=late`}>
        <span>{t.late}</span>
        <b className="num">{counts.late}</b>
        <em className={counts.late ? "late" : undefined}>{t.lateNote}</em>
      </Link>
      <Link to="/vendor/returns">
        <span>{t.returns}</span>
        <b className="num">{counts.withdrawalsRequested}</b>
        <em>{t.returnsNote}</em>
      </Link>
    </div>
  );
}

const countsOf = (counts: DeskCountsFragment): [Tab, number][] => [
  ["TO_SEND", counts.toSend], ["NEW", counts.new], ["CONFIRMED", counts.confirmed], ["PREPARING", counts.preparing], ["PARTLY_SHIPPED", counts.partlyShipped],
  ["SHIPPED", counts.shipped], ["DELIVERED", counts.delivered], ["RETURNED", counts.returned], ["CANCELED", counts.canceled],
];

export function OrderTabs({ counts, current }: { counts: DeskCountsFragment; current: Tab | null }) {
  const t = useOrderWords();
  return (
    <nav className="order-tabs tabs" aria-label={t.tabs}>
      {countsOf(counts).map(([tab, count]) => (
        <Link key={tab} to={`${HERE}?state=${tab}`} aria-current={tab === current ? "page" : undefined}>
          {t.tab[tab]} <span className="num">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
