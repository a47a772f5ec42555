import { baseOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { signInFirst } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { OrderCards } from "~/rooms/orders/OrderCards.tsx";
import { loadMyOrders } from "~/rooms/orders/orders.server.ts";
import { orderWords } from "~/rooms/orders/words.ts";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/account.orders";
import "~/styles/cart.css";
import "~/styles/account.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { url, session } = appOf(context);
  const asked = url.searchParams.get("after");
  const after = asked && asked.length <= 400 ? asked : null;
  const page = session.isSignedIn ? await loadMyOrders(context, after) : null;
  return { page: page ?? signInFirst(context), isFirst: after === null };
}

export default function OrdersPage({ loaderData }: Route.ComponentProps) {
  const { page, isFirst } = loaderData;
  const t = useVoice(orderWords);
  const here = `${baseOf(useChannel())}/account/orders`;
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <AccountFrame head={t.mine} lead={page.totalCount ? t.mineLead(page.totalCount) : undefined}>
      <OrderCards orders={nodesOf(page)} />
      {hasNextPage || !isFirst ? (
        <nav className="pg" aria-label={t.pages}>
          {isFirst ? null : <Link to={here}>{t.newest}</Link>}
          {hasNextPage && endCursor ? (
            <Link to={`${here}?after=${encodeURIComponent(endCursor)}`} rel="next">
              {t.next}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </AccountFrame>
  );
}
