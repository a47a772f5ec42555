import copyIsland from "~/islands/copy.ts?worker&url";
import printIsland from "~/islands/print.ts?worker&url";
import { baseOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { orderAction } from "~/rooms/orders/decide.server.ts";
import { OrderPaper } from "~/rooms/orders/OrderPaper.tsx";
import { loadOrder } from "~/rooms/orders/orders.server.ts";
import { OrderTools } from "~/rooms/orders/OrderTools.tsx";
import { orderWords } from "~/rooms/orders/words.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/order";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/account.css";
import "~/styles/orders.css";

export const handle = { islands: [printIsland, copyIsland] };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { url, session } = appOf(context);
  const ok = url.searchParams.has("paid") ? "paid" : url.searchParams.get("ok");
  return { ...(await loadOrder(context, request, params.id)), ok, isPlaced: url.searchParams.has("placed"), isGuest: !session.isSignedIn };
}

export const action = ({ request, context, params }: Route.ActionArgs) => orderAction({ context, request, id: params.id });

/** The order by its own address: the confirmation right after ordering, and a guest's way back to it. */
export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, isBuyer, ok, isPlaced, isGuest } = loaderData;
  const t = useVoice(orderWords);
  const base = baseOf(useChannel());
  return (
    <main id="main" className="wrap order-page">
      <Seo title={isPlaced ? t.placedTitle : t.title(order.number)} canonical={null} />
      <div className="hd">
        <h1>{isPlaced ? t.placedTitle : t.title(order.number)}</h1>
        {isPlaced ? <p>{t.placedLead(order.number)}</p> : null}
        {isGuest && t.keep ? <p className="sm">{t.keep}</p> : null}
      </div>
      <OrderPaper order={order} isBuyer={isBuyer} ok={ok} errors={actionData?.errors} />
      <OrderTools />
      <p className="on"><ButtonLink kind="3" to={`${base}/c`}>{t.continue}</ButtonLink></p>
    </main>
  );
}
