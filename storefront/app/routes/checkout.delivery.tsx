import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { DeliveryBar, GroupHead } from "~/rooms/cart/CartGroup.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { CheckoutFrame } from "~/rooms/checkout/CheckoutFrame.tsx";
import { chooseDelivery, hasPlace, loadDeliveries, openDesk, type Desk, type Offered } from "~/rooms/checkout/desk.server.ts";
import { Pick } from "~/rooms/checkout/Pick.tsx";
import { PlaceBrief } from "~/rooms/checkout/PlaceBrief.tsx";
import { Sellers } from "~/rooms/checkout/Sellers.tsx";
import { checkoutWords } from "~/rooms/checkout/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Won } from "~/ui/Price.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import type { Route } from "./+types/checkout.delivery";
import "~/styles/cart.css";
import "~/styles/checkout.css";

export const handle = { islands: [formIsland] };

export async function loader({ request, context }: Route.LoaderArgs) {
  const shopper = { context, request, channel: channelOf(appOf(context).url.pathname) };
  const open = await openDesk(shopper);
  if (open.refusal || !hasPlace(open.desk)) throw redirect(`${baseOf(shopper.channel)}/checkout`, 303);
  return { ...open, offers: await loadDeliveries(shopper, open.desk) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  readIntent(form, ["delivery"]);
  const { url, language } = appOf(context);
  const shopper = { context, request, channel: channelOf(url.pathname) };
  const open = await openDesk(shopper);
  if (open.refusal || !hasPlace(open.desk)) return redirect(`${baseOf(shopper.channel)}/checkout`, 303);
  if (open.desk.isShippingRequired) {
    const method = readText(form, "method", 200);
    const errors: FieldError[] = method
      ? await chooseDelivery(shopper, open.desk.id, method)
      : [{ field: "method", code: "REQUIRED", message: checkoutWords(language, shopper.channel).needDelivery }];
    if (errors.length) return data({ errors }, { status: 400 });
  }
  return redirect(`${baseOf(shopper.channel)}/checkout/payment`, 303);
}

/** The ways of delivery. The one that was chosen, or the only one, stands chosen: it costs no more than the rest. */
function Methods({ offers, chosen, error }: { offers: readonly Offered[]; chosen: string | null; error?: string }) {
  const t = useVoice(checkoutWords);
  if (offers.length === 0) return <Notice kind="bad">{t.noDelivery}</Notice>;
  const standard = offers.find((offer) => offer.id === chosen || offer.shippingMethod?.id === chosen) ?? (offers.length === 1 ? offers[0] : undefined);
  return (
    <fieldset className="saved" id="method" tabIndex={-1} aria-describedby={error ? "method-error" : undefined}>
      <legend className="vh">{t.delivery}</legend>
      {offers.map((offer) => {
        const { minimumDeliveryDays: from, maximumDeliveryDays: to } = offer.shippingMethod ?? {};
        return (
          <Pick
            key={offer.id} name="method" value={offer.id} defaultChecked={offer.id === standard?.id} title={offer.shippingMethod?.name ?? ""}
            notes={from && to ? [t.deliveryDays(from, to)] : []}
          />
        );
      })}
      {error ? <p className="err" id="method-error">{error}</p> : null}
    </fieldset>
  );
}

function Parcels({ desk }: { desk: Desk }) {
  const t = useVoice(checkoutWords);
  return (
    <section aria-labelledby="parcels-head" className="parcels">
      <h2 id="parcels-head">{t.parcels(desk.vendorGroups.length)}</h2>
      <p className="sm sub">{t.parcelsNote}</p>
      {desk.vendorGroups.map((group) => (
        <div key={group.vendor.id} className="parcel">
          <GroupHead group={group} />
          <ul className="sm">
            {group.lines.map((line) => (
              <li key={line.id}>
                {nameOf(line.variant.product)} <span className="mute num">{t.pieces(line.quantity)}</span>
              </li>
            ))}
          </ul>
          {group.lines.every((line) => line.variant.product.isService) ? null : (
            <dl className="dl num">
              <dt>{t.fee}</dt>
              <dd>{group.shippingPrice.gross.amount === 0 ? t.free : <Won amount={group.shippingPrice.gross.amount} />}</dd>
              <dt>{t.carrier}</dt>
              <dd>{group.vendor.deliveryTerms.carrier}</dd>
            </dl>
          )}
          <DeliveryBar group={group} />
        </div>
      ))}
    </section>
  );
}

export default function DeliveryPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, buyer, offers } = loaderData;
  const t = useVoice(checkoutWords);
  const base = baseOf(useChannel());
  return (
    <CheckoutFrame step={1} desk={desk} buyer={buyer} errors={actionData?.errors}>
      <form method="post" noValidate className="step-form" data-once={t.placing}>
        <PlaceBrief desk={desk} />
        <section aria-labelledby="method-head">
          <h2 id="method-head">{t.delivery}</h2>
          {desk.isShippingRequired ? <Methods offers={offers} chosen={desk.delivery?.id ?? desk.delivery?.shippingMethod?.id ?? null} error={errorOf(actionData?.errors, "method")?.message} /> : <p>{t.serviceOnly}</p>}
        </section>
        {desk.isShippingRequired ? <Parcels desk={desk} /> : null}
        <Sellers vendors={desk.vendorGroups.map((group) => group.vendor)} head={t.sellers} />
        <div className="go">
          <Button kind="1" size="l" name="intent" value="delivery">{t.next2}</Button>
          <Link className="link" to={`${base}/checkout`}>{t.back}</Link>
        </div>
      </form>
    </CheckoutFrame>
  );
}
