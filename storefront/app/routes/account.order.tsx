import copyIsland from "~/islands/copy.ts?worker&url";
import printIsland from "~/islands/print.ts?worker&url";
import { baseOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { signInFirst } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { orderAction } from "~/rooms/orders/decide.server.ts";
import { OrderPaper } from "~/rooms/orders/OrderPaper.tsx";
import { loadOrder } from "~/rooms/orders/orders.server.ts";
import { OrderTools } from "~/rooms/orders/OrderTools.tsx";
import { orderWords } from "~/rooms/orders/words.ts";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/account.order";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/account.css";
import "~/styles/orders.css";

export const handle = { islands: [printIsland, copyIsland] };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { session, url } = appOf(context);
  if (!session.isSignedIn) signInFirst(context);
  return { ...(await loadOrder(context, request, params.id)), ok: url.searchParams.get("ok") };
}

export const action = ({ request, context, params }: Route.ActionArgs) => orderAction({ context, request, id: params.id });

export default function AccountOrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, isBuyer, ok } = loaderData;
  const t = useVoice(orderWords);
  const base = baseOf(useChannel());
  return (
    <AccountFrame head={t.title(order.number)}>
      <OrderPaper order={order} isBuyer={isBuyer} ok={ok} errors={actionData?.errors} />
      <OrderTools />
      <p className="on">
        <Link className="link" to={`${base}/account/orders`}>{t.backToList}</Link>
      </p>
    </AccountFrame>
  );
}
