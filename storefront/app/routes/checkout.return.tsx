import { data, redirect } from "react-router";
import waitIsland from "~/islands/wait.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import type { FieldError } from "~/lib/form.ts";
import type { Shopper } from "~/rooms/cart/cart.server.ts";
import { placeOrder } from "~/rooms/checkout/desk.server.ts";
import { learnOutcome, leaveNote, orderPath, toldByToss, toOrder, type Outcome } from "~/rooms/checkout/payment.server.ts";
import { PaymentStuck, PaymentWaiting } from "~/rooms/checkout/PaymentWaiting.tsx";
import { payWords } from "~/rooms/checkout/payWords.ts";
import { waitBefore, type Means } from "~/rooms/checkout/ways.ts";
import type { Route } from "./+types/checkout.return";
import "~/styles/checkout.css";
import "~/styles/pay.css";

export const handle = { islands: [waitIsland] };

const MOST_LOOKS = 500;

/** Back to the step at which is paid, with the reason in words; nothing of the cart has changed. */
function backToPayment(shopper: Shopper, { verdict, message }: NonNullable<Outcome>, paths: { retry: string; means: Means }): Response {
  const t = payWords(appOf(shopper.context).language, shopper.channel);
  const reason = { unfinished: t.unfinished, "called-off": t.calledOff }[verdict as string] ?? (message || t.unknownError);
  leaveNote(shopper.context, { message: reason, means: paths.means });
  return redirect(paths.retry, 303);
}

/** The payment stands: the order is made, or found where the worker was quicker. Errors where the money is here and the order cannot be made. */
async function finish(shopper: Shopper, checkoutId: string): Promise<FieldError[]> {
  const { orderId, errors } = await placeOrder(shopper, checkoutId);
  if (orderId) throw toOrder(shopper.context, orderId, "?placed=1");
  if (errors.some((error) => error.code === "NOT_FOUND")) throw data(null, { status: 404 });
  return errors;
}

/** Where providers send the buyer back to, and where our own script goes: learns what came of the payment and acts on it. Safe to open again. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  const shopper: Shopper = { context, request, channel: channelOf(url.pathname) };
  const [transaction, checkoutId, orderId] = ["transaction", "checkout", "order"].map((name) => url.searchParams.get(name) ?? "");
  if (!transaction || (!checkoutId && !orderId)) throw data(null, { status: 404 });
  const told = toldByToss(url);
  const outcome = await learnOutcome(context, transaction, told);
  if (!outcome) throw data(null, { status: 404 });
  // Looked at again with what is needed for it; secrets that a provider added to the address are not carried on.
  const again = (more: Record<string, string> = {}) => `${url.pathname}?${new URLSearchParams({ transaction, ...(orderId ? { order: orderId } : { checkout: checkoutId ?? "" }), ...told, ...more })}`;
  const looks = Math.min(Math.max(Number.parseInt(url.searchParams.get("look") ?? "", 10) || 0, 0), MOST_LOOKS);
  if (outcome.verdict === "pending" || outcome.verdict === "silent") {
    return { errors: null, isSilent: outcome.verdict === "silent", looks, wait: waitBefore(looks), next: again({ look: String(looks + 1) }) };
  }
  if (outcome.verdict === "paid") {
    if (orderId) throw toOrder(context, orderId, "?paid=1");
    return { errors: await finish(shopper, checkoutId ?? ""), isSilent: false, looks, wait: 0, next: again() };
  }
  const retry = orderId ? orderPath(context, orderId, "/pay") : `${baseOf(shopper.channel)}/checkout/payment`;
  throw backToPayment(shopper, outcome, { retry, means: Object.keys(told).length ? "toss" : "card" });
}

export default function ReturnPage({ loaderData }: Route.ComponentProps) {
  const { errors, next } = loaderData;
  return errors ? <PaymentStuck errors={errors} again={next} /> : <PaymentWaiting {...loaderData} />;
}

