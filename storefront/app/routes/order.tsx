import { redirect } from "react-router";
import printIsland from "~/islands/print.ts?worker&url";
import { baseOf, cartPath, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { OrderPaper } from "~/rooms/orders/OrderPaper.tsx";
import { loadOrder, orderAgain } from "~/rooms/orders/orders.server.ts";
import { OrderTools } from "~/rooms/orders/OrderTools.tsx";
import { orderWords } from "~/rooms/orders/words.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/order";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [printIsland] };

export async function loader({ params, context }: Route.LoaderArgs) {
  const { url, session } = appOf(context);
  return { order: await loadOrder(context, params.id), isPlaced: url.searchParams.has("placed"), isGuest: !session.isSignedIn };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  readIntent(await request.formData(), ["again"]);
  const channel = channelOf(appOf(context).url.pathname);
  return redirect(`${cartPath(channel)}?ok=${await orderAgain({ context, request, channel }, params.id)}`, 303);
}

/** The order by its own address: the confirmation right after ordering, and a guest's way back to it. */
export default function OrderPage({ loaderData }: Route.ComponentProps) {
  const { order, isPlaced, isGuest } = loaderData;
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
      <OrderPaper order={order} />
      <OrderTools />
      <p className="on"><ButtonLink kind="3" to={`${base}/c`}>{t.continue}</ButtonLink></p>
    </main>
  );
}
