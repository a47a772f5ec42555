import { redirect } from "react-router";
import printIsland from "~/islands/print.ts?worker&url";
import { baseOf, cartPath, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { signInFirst } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { OrderPaper } from "~/rooms/orders/OrderPaper.tsx";
import { loadOrder, orderAgain } from "~/rooms/orders/orders.server.ts";
import { OrderTools } from "~/rooms/orders/OrderTools.tsx";
import { orderWords } from "~/rooms/orders/words.ts";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/account.order";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [printIsland] };

export async function loader({ params, context }: Route.LoaderArgs) {
  if (!appOf(context).session.isSignedIn) signInFirst(context);
  return { order: await loadOrder(context, params.id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  readIntent(await request.formData(), ["again"]);
  const channel = channelOf(appOf(context).url.pathname);
  return redirect(`${cartPath(channel)}?ok=${await orderAgain({ context, request, channel }, params.id)}`, 303);
}

export default function AccountOrderPage({ loaderData }: Route.ComponentProps) {
  const { order } = loaderData;
  const t = useVoice(orderWords);
  const base = baseOf(useChannel());
  return (
    <AccountFrame head={t.title(order.number)}>
      <OrderPaper order={order} />
      <OrderTools />
      <p className="on">
        <Link className="link" to={`${base}/account/orders`}>{t.backToList}</Link>
      </p>
    </AccountFrame>
  );
}
