import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { backWords } from "~/rooms/orders/backWords.ts";
import { askWithdrawal, done } from "~/rooms/orders/decide.server.ts";
import { DecideFrame } from "~/rooms/orders/DecideFrame.tsx";
import { moneyWords } from "~/rooms/orders/moneyWords.ts";
import { loadOwnOrder, orderHome } from "~/rooms/orders/orders.server.ts";
import { mayBeFaulty } from "~/rooms/orders/payments.ts";
import { readWish, wishFaults } from "~/rooms/orders/wish.ts";
import { WithdrawChoice, WithdrawReview } from "~/rooms/orders/WithdrawForm.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/order.withdraw";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/account.css";
import "~/styles/orders.css";

export const handle = { islands: [formIsland] };

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const order = await loadOwnOrder(context, request, params.id);
  const part = order.vendorOrders.find((one) => one.id === params.part);
  if (!part) throw data(null, { status: 404 });
  return { order, part };
}

export async function loader(args: Route.LoaderArgs) {
  const { order, part } = await found(args);
  return { order, part, home: orderHome(args.context, order.id, order.user !== null), isOpen: part.canWithdraw || mayBeFaulty(part) };
}

export async function action(args: Route.ActionArgs) {
  const { context, request, params } = args;
  const form = await request.formData();
  const intent = readIntent(form, ["review", "change", "send"]);
  const { order, part } = await found(args);
  const { url, language } = appOf(context);
  const wish = readWish(form, part.lines);
  const plain = { ...wish, pieces: [...wish.pieces] };
  if (intent === "change") return data({ wish: plain, isReview: false, errors: undefined });
  const faults = wishFaults(wish, backWords(language, channelOf(url.pathname)));
  const { reasonKind } = wish;
  if (faults.length || !reasonKind) return data({ wish: plain, isReview: false, errors: faults }, { status: 400 });
  if (intent === "review") return data({ wish: plain, isReview: true, errors: undefined });
  const errors = await askWithdrawal({ context, request, id: params.id }, part.id, { ...wish, reasonKind });
  return errors.length ? data({ wish: plain, isReview: false, errors }, { status: 400 }) : done(context, order, "withdrawn");
}

/** Sending goods back (청약철회): choose, see what it gives back, send. */
export default function WithdrawPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, part, home, isOpen } = loaderData;
  const t = useVoice(backWords);
  const m = useVoice(moneyWords);
  const frame = { order, home, errors: actionData?.errors };
  if (!isOpen) {
    return (
      <DecideFrame {...frame} title={t.withdrawTitle}>
        <Notice kind="info">{t.notNow}</Notice>
        <p className="on"><ButtonLink to={home}>{m.toOrder}</ButtonLink></p>
      </DecideFrame>
    );
  }
  return (
    <DecideFrame {...frame} title={actionData?.isReview ? t.reviewTitle : t.withdrawTitle} lead={actionData?.isReview ? undefined : t.withdrawLead(part.vendor.name)}>
      {actionData?.isReview ? (
        <WithdrawReview order={order} part={part} wish={actionData.wish} />
      ) : (
        <WithdrawChoice part={part} wish={actionData?.wish ?? null} home={home} errors={actionData?.errors} />
      )}
    </DecideFrame>
  );
}
