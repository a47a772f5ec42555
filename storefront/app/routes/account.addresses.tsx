import { data, redirect } from "react-router";
import type { CountryCode } from "~/gql/operations";
import { baseOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent, readText } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { loadPlace, loadPlaces, makeStandard, type Place } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { personName, placeLine, showPhone } from "~/rooms/account/address.ts";
import { countryName, HOME } from "~/rooms/account/foreign.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/account.addresses";
import "~/styles/checkout.css";
import "~/styles/account.css";

export async function loader({ context }: Route.LoaderArgs) {
  return { places: await loadPlaces(context), done: appOf(context).url.searchParams.get("ok") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const type = readIntent(form, ["shipping", "billing"]) === "billing" ? "BILLING" : "SHIPPING";
  const place = await loadPlace(context, readText(form, "id", 200));
  const errors = await makeStandard(context, place.id, type);
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${appOf(context).url.pathname}?ok=standard`, 303);
}

function PlaceCard({ place }: { place: Place }) {
  const t = useVoice(accountWords);
  const here = `${baseOf(useChannel())}/account/addresses/${encodeURIComponent(place.id)}`;
  const name = personName(place) || place.companyName;
  const language = useLanguage();
  const isHome = place.country.code === HOME;
  const canShip = isHome && !place.isDefaultShippingAddress;
  return (
    <li className="place">
      <p>
        <b><Local text={[personName(place), place.companyName].filter(Boolean).join(" · ")} /></b> {place.isDefaultShippingAddress ? <span className="tag acc">{t.standard}</span> : null}{" "}
        {place.isDefaultBillingAddress ? <span className="tag">{t.standardBilling}</span> : null}
      </p>
      <p className="num"><Local text={placeLine(place)} /></p>
      {isHome ? null : <p>{countryName(place.country.code as CountryCode, language)}</p>}
      <p className="sm sub num">{showPhone(place.phone)}</p>
      <div className="ways">
        <ButtonLink size="s" to={here} aria-label={t.editOf(name)}>{t.edit}</ButtonLink>
        <ButtonLink size="s" kind="3" to={`${here}/delete`} aria-label={t.removeOf(name)}>{t.remove}</ButtonLink>
        {canShip || !place.isDefaultBillingAddress ? (
          <form method="post">
            <input type="hidden" name="id" value={place.id} />
            {canShip ? <Button size="s" kind="3" name="intent" value="shipping" aria-label={t.makeStandardOf(name)}>{t.makeStandard}</Button> : null}
            {place.isDefaultBillingAddress ? null : <Button size="s" kind="3" name="intent" value="billing" aria-label={t.makeBillingOf(name)}>{t.makeBilling}</Button>}
          </form>
        ) : null}
      </div>
    </li>
  );
}

export default function AddressesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { places, done } = loaderData;
  const t = useVoice(accountWords);
  const add = `${baseOf(useChannel())}/account/addresses/new`;
  const said: Record<string, string> = { saved: t.addressSaved, removed: t.addressRemoved, standard: t.standardSet };
  const text = done ? said[done] : undefined;
  return (
    <AccountFrame head={t.addresses} lead={t.addressesLead}>
      {text && !actionData ? <Notice kind="ok" live>{text}</Notice> : null}
      <ErrorSummary errors={actionData?.errors} />
      {places.length ? (
        <>
          <ul className="places-list">
            {places.map((place) => (
              <PlaceCard key={place.id} place={place} />
            ))}
          </ul>
          <ButtonLink to={add}>{t.addAddress}</ButtonLink>
        </>
      ) : (
        <EmptyState head={t.noAddress} way={<ButtonLink kind="1" to={add}>{t.addAddress}</ButtonLink>}>
          <p>{t.noAddressBody}</p>
        </EmptyState>
      )}
    </AccountFrame>
  );
}
