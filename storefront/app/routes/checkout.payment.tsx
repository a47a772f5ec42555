import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readFlag, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { formatWon } from "~/lib/money.ts";
import { changePromo, PROMO_INTENTS } from "~/rooms/cart/promo.server.ts";
import { billOf } from "~/rooms/cart/promo.ts";
import { CheckoutFrame } from "~/rooms/checkout/CheckoutFrame.tsx";
import { hasDelivery, hasPlace, openDesk, placeOrder } from "~/rooms/checkout/desk.server.ts";
import { PaymentForm } from "~/rooms/checkout/PaymentForm.tsx";
import { checkoutWords } from "~/rooms/checkout/words.ts";
import type { Route } from "./+types/checkout.payment";
import "~/styles/cart.css";
import "~/styles/checkout.css";

export const handle = { islands: [formIsland] };

/** The step to go back to when this one came too early; null when it may stand. */
function tooEarly(base: string, open: Awaited<ReturnType<typeof openDesk>>): string | null {
  if (open.refusal || !hasPlace(open.desk)) return `${base}/checkout`;
  return hasDelivery(open.desk) ? null : `${base}/checkout/delivery`;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const shopper = { context, request, channel: channelOf(appOf(context).url.pathname) };
  const open = await openDesk(shopper);
  const elsewhere = tooEarly(baseOf(shopper.channel), open);
  if (elsewhere) throw redirect(elsewhere, 303);
  return open;
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, ["order", ...PROMO_INTENTS]);
  const { url, language } = appOf(context);
  const shopper = { context, request, channel: channelOf(url.pathname) };
  const base = baseOf(shopper.channel);
  const open = await openDesk(shopper);
  const elsewhere = tooEarly(base, open);
  if (elsewhere) return redirect(elsewhere, 303);
  if (intent !== "order") {
    const errors = await changePromo(shopper, intent, form);
    return errors.length ? data({ errors }, { status: 400 }) : redirect(`${base}/checkout/payment`, 303);
  }
  const t = checkoutWords(language, shopper.channel);
  const total = billOf(open.desk).toPay;
  const faults: FieldError[] = [];
  const need = (field: string, isThere: boolean, message: string) => void (isThere || faults.push({ field, code: "REQUIRED", message }));
  need("means", readText(form, "means", 20) !== "", t.needPay);
  need("agreeOrder", readFlag(form, "agreeOrder"), t.needAgreeOrder);
  need("agreePrivacy", readFlag(form, "agreePrivacy"), t.needAgreePrivacy);
  if (readText(form, "total", 20) !== String(total)) faults.push({ field: null, code: "TOTAL", message: t.changed(formatWon(total, language)) });
  if (faults.length) return data({ errors: faults }, { status: 400 });
  const { orderId, errors } = await placeOrder(shopper, open.desk.id);
  if (!orderId) return data({ errors: errors.map((error) => ({ ...error, field: null })) }, { status: 400 });
  return redirect(`${base}/orders/${encodeURIComponent(orderId)}?placed=1`, 303);
}

export default function PaymentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, buyer } = loaderData;
  return (
    <CheckoutFrame step={2} desk={desk} buyer={buyer} errors={actionData?.errors} hasPromo>
      <PaymentForm desk={desk} errors={actionData?.errors} />
    </CheckoutFrame>
  );
}
