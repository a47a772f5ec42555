import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { fromPlace } from "~/rooms/account/address.ts";
import { addressWords, complaints } from "~/rooms/account/addressWords.ts";
import { CheckoutFrame } from "~/rooms/checkout/CheckoutFrame.tsx";
import { contactFaults, readContact } from "~/rooms/checkout/contact.ts";
import { ContactForm, startingValues } from "~/rooms/checkout/ContactForm.tsx";
import { chooseDelivery, loadDeliveries, openDesk, saveContact } from "~/rooms/checkout/desk.server.ts";
import { Refusal } from "~/rooms/checkout/Refusal.tsx";
import { checkoutWords } from "~/rooms/checkout/words.ts";
import type { Route } from "./+types/checkout";
import "~/styles/cart.css";
import "~/styles/checkout.css";

export const handle = { islands: [formIsland] };

export async function loader({ request, context }: Route.LoaderArgs) {
  return openDesk({ context, request, channel: channelOf(appOf(context).url.pathname) });
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  readIntent(form, ["contact"]);
  const { url, language } = appOf(context);
  const shopper = { context, request, channel: channelOf(url.pathname) };
  const open = await openDesk(shopper);
  if (open.refusal) return redirect(`${baseOf(shopper.channel)}/checkout`, 303);
  const values = readContact(form);
  const place = open.buyer?.addresses.find((address) => address.id === values.place);
  const say = { ...complaints(addressWords(language, shopper.channel)), email: checkoutWords(language, shopper.channel).needEmail };
  const faults = contactFaults(values, { needsEmail: !open.buyer, hasPlace: Boolean(place) }, say);
  if (faults.length) return data({ errors: faults, values }, { status: 400 });
  const shipping = place ? fromPlace(place) : values.shipping;
  const errors = await saveContact(shopper, open, { ...values, shipping, billing: values.same ? null : values.billing, keep: values.keep && !place });
  if (errors.length) return data({ errors, values }, { status: 400 });
  const offers = await loadDeliveries(shopper, open.desk);
  if (offers.length === 1 && offers[0]) await chooseDelivery(shopper, open.desk.id, offers[0].id);
  return redirect(`${baseOf(shopper.channel)}/checkout/delivery`, 303);
}

export default function CheckoutPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, buyer, refusal } = loaderData;
  if (refusal) return <Refusal reason={refusal} />;
  return (
    <CheckoutFrame step={0} desk={desk} buyer={buyer} errors={actionData?.errors}>
      <ContactForm desk={desk} buyer={buyer} values={actionData?.values ?? startingValues(desk, buyer)} errors={actionData?.errors} />
    </CheckoutFrame>
  );
}
