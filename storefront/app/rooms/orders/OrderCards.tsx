import { baseOf } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import { boughtName } from "./bought.ts";
import type { OrderBrief } from "./orders.server.ts";
import { StatusTag } from "./StatusTag.tsx";
import { orderWords } from "./words.ts";

/** A member's orders, each with how its parts stand. */
export function OrderCards({ orders }: { orders: readonly OrderBrief[] }) {
  const t = useVoice(orderWords);
  const language = useLanguage();
  const base = baseOf(useChannel());
  if (orders.length === 0) {
    return (
      <EmptyState head={t.empty} way={<ButtonLink kind="1" to={`${base}/c`}>{t.emptyWay}</ButtonLink>}>
        <p>{t.emptyBody}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="ocards">
      {orders.map((order) => (
        <li key={order.id}>
          <div className="top-line">
            <p className="num">
              <b>{formatDate(order.created, language)}</b> <span className="sub">{t.title(order.number)}</span>
            </p>
            <StatusTag status={order.status} text={order.statusDisplay} />
          </div>
          <div className="body">
            <span className="pic"><Artwork url={order.lines[0]?.thumbnail?.url} alt="" width={72} height={72} /></span>
            <div>
              <p className="b">{t.others(order.lines[0] ? boughtName(order.lines[0]) : "", order.lines.length - 1)}</p>
              <ul className="vstates sm">
                {order.vendorOrders.map((part) => (
                  <li key={part.id}>
                    {part.vendor.name} <span className="sub">{part.statusDisplay}</span>
                  </li>
                ))}
              </ul>
            </div>
            <p className="cost num"><b><Won amount={order.total.gross.amount} /></b></p>
            <ButtonLink size="s" to={`${base}/account/orders/${encodeURIComponent(order.id)}`} aria-label={t.detailOf(order.number)}>{t.detail}</ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  );
}
