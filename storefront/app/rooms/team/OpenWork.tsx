import type { OpenWorkFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { teamWords } from "./words.ts";

type Items = OpenWorkFragment["orders"];
const SHOWN = 10;

function Items({ label, count, items }: { label: string; count: number; items: Items }) {
  const language = useLanguage();
  const t = teamWords(language);
  if (!count) return null;
  return (
    <div>
      <h3>
        {label} <span className="num">{t.pieces(count)}</span>
      </h3>
      <ul className="open-items num">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.number}>
            <b>{item.number}</b> <span>{t.orders[item.status] ?? item.status}</span> <time dateTime={item.since}>{formatDate(item.since, language)}</time>
          </li>
        ))}
      </ul>
      {count > SHOWN ? <p className="sm mute">{t.more(count - SHOWN)}</p> : null}
    </div>
  );
}

/** Exactly what an enterprise still owes somebody. */
export function OpenWork({ work }: { work: OpenWorkFragment }) {
  const t = teamWords(useLanguage());
  return (
    <div className="open-work">
      <Items label={t.openOrders} count={work.orderCount} items={work.orders} />
      <Items label={t.openReturns} count={work.withdrawalCount} items={work.withdrawals} />
    </div>
  );
}
