import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import payIsland from "~/islands/pay.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { changePromo, PROMO_INTENTS } from "~/rooms/cart/promo.server.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { CheckoutFrame } from "~/rooms/checkout/CheckoutFrame.tsx";
import { owedOf } from "~/rooms/checkout/desk.server.ts";
import { openLastStep, order, scriptMissing } from "~/rooms/checkout/order.server.ts";
import { loadWays, newAttempt, takeNote } from "~/rooms/checkout/payment.server.ts";
import { PaymentForm } from "~/rooms/checkout/PaymentForm.tsx";
import { payWords } from "~/rooms/checkout/payWords.ts";
import { isMeans } from "~/rooms/checkout/ways.ts";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/checkout.payment";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/pay.css";

export const handle = { islands: [payIsland, formIsland] };

export async function loader({ request, context }: Route.LoaderArgs) {
  const shopper = { context, request, channel: channelOf(appOf(context).url.pathname) };
  const { desk, buyer } = await openLastStep(shopper);
  const { owed, received } = owedOf(desk);
  const note = takeNote(context, request);
  const ways = owed === 0 ? [] : await loadWays(context, desk.id);
  // Agencies pay after inspection, as ever, unless they choose otherwise; what a citizen pays with is the citizen's to choose.
  const usual = shopper.channel === "public" && ways.some((way) => way.means === "deferred") ? "deferred" : null;
  return { desk, buyer, note, paying: { ways, owed, received, attempt: newAttempt(), chosen: note?.means ?? usual } };
}

/** Without a script: transfers and payment after inspection. With one, /checkout/payment/begin does the same for every way. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, ["order", ...PROMO_INTENTS]);
  const shopper = { context, request, channel: channelOf(appOf(context).url.pathname) };
  const asked = form.get("means");
  const chosen = typeof asked === "string" && isMeans(asked) ? asked : null;
  if (intent !== "order") {
    await openLastStep(shopper);
    const errors = await changePromo(shopper, intent, form);
    return errors.length ? data({ errors, chosen }, { status: 400 }) : redirect(`${baseOf(shopper.channel)}/checkout/payment`, 303);
  }
  const outcome = await order(shopper, form);
  if ("placed" in outcome) return outcome.placed;
  return data({ errors: "errors" in outcome ? outcome.errors : scriptMissing(shopper), chosen }, { status: 400 });
}

export default function PaymentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, buyer, note, paying } = loaderData;
  const t = useVoice(payWords);
  return (
    <CheckoutFrame step={2} desk={desk} buyer={buyer} errors={actionData?.errors} hasPromo>
      {note && !actionData ? <div className="pay-note"><Notice kind="warn" head={t.errorHead} live>{note.message}</Notice></div> : null}
      <PaymentForm desk={desk} paying={{ ...paying, chosen: actionData?.chosen ?? paying.chosen }} errors={actionData?.errors} />
    </CheckoutFrame>
  );
}
