import { data, redirect } from "react-router";
import type { CountryCode } from "~/gql/operations";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { loadMe, loadPlace, loadRules, savePlace, type Place } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { addressErrors, addressFaults, EMPTY_ADDRESS, fromPlace, personName, readAddress, toInput } from "~/rooms/account/address.ts";
import { AddressFields } from "~/rooms/account/AddressFields.tsx";
import { addressWords, complaints } from "~/rooms/account/addressWords.ts";
import { countryOptions, emptyForeign, foreignErrors, foreignFaults, foreignInput, foreignOf, HOME, isCountry, readForeign } from "~/rooms/account/foreign.ts";
import { ForeignFields } from "~/rooms/account/ForeignFields.tsx";
import { foreignWords, labelOf } from "~/rooms/account/foreignWords.ts";
import { accountWords } from "~/rooms/account/words.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Select } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/account.address";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

const NEW = "new";

/** One place of the address book, to be changed; "new" begins with the member's own name. Outside Korea the fields are the country's. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const isNew = params.id === NEW;
  const place = isNew ? null : await loadPlace(context, params.id);
  const asked = appOf(context).url.searchParams.get("country");
  const country = isCountry(asked) ? asked : (place?.country.code as CountryCode | undefined) ?? HOME;
  const name = place ? personName(place) : personName(await loadMe(context));
  const known = place?.country.code === country ? place : null;
  if (country === HOME) return { isNew, country, home: known ? fromPlace(known) : { ...EMPTY_ADDRESS, recipient: name }, foreign: null };
  return { isNew, country, home: null, foreign: { rules: await loadRules(country), values: known ? foreignOf(known) : emptyForeign(name) } };
}

async function saveAtHome(context: Context, form: FormData, place?: Place) {
  const home = readAddress(form);
  const { url, language } = appOf(context);
  const faults = addressFaults(home, complaints(addressWords(language, channelOf(url.pathname))));
  const errors: FieldError[] = faults.length ? faults : addressErrors(await savePlace(context, toInput(home), place?.id));
  return { errors, home, foreign: null };
}

async function saveAbroad(context: Context, form: FormData, country: CountryCode, place?: Place) {
  const foreign = readForeign(form);
  const { url, language } = appOf(context);
  const t = foreignWords(language, channelOf(url.pathname));
  const rules = await loadRules(country);
  const faults = foreignFaults(foreign, rules, (field) => t.need(labelOf(field, rules, t)));
  const errors = faults.length ? faults : foreignErrors(await savePlace(context, foreignInput(foreign, rules, country), place?.id));
  return { errors, home: null, foreign };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const place = params.id === NEW ? undefined : await loadPlace(context, params.id);
  if (!place) await loadMe(context);
  const asked = readText(form, "country", 2);
  const country = isCountry(asked) ? asked : HOME;
  const saved = country === HOME ? await saveAtHome(context, form, place) : await saveAbroad(context, form, country, place);
  if (saved.errors.length) return data(saved, { status: 400 });
  return redirect(`${baseOf(channelOf(appOf(context).url.pathname))}/account/addresses?ok=saved`, 303);
}

/** Another country has other fields, so choosing one asks for the page anew. */
function Country({ country }: { country: CountryCode }) {
  const t = useVoice(foreignWords);
  return (
    <form method="get" className="country-choice">
      <Select id="country" name="country" label={t.country} defaultValue={country} options={countryOptions(useLanguage())} autoComplete="country" />
      <Button>{t.switch}</Button>
      <p className="sm sub">{country === HOME ? t.countryHint : t.onlyKorea}</p>
    </form>
  );
}

export default function AddressPage({ loaderData, actionData }: Route.ComponentProps) {
  const { isNew, country, home, foreign } = loaderData;
  const t = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  return (
    <AccountFrame head={isNew ? t.addAddress : t.editAddress} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <Country country={country} />
      <form method="post" noValidate className="step-form" data-once={t.busy}>
        <input type="hidden" name="country" value={country} />
        {foreign ? <ForeignFields rules={foreign.rules} values={actionData?.foreign ?? foreign.values} errors={errors} /> : null}
        {home ? <AddressFields values={actionData?.home ?? home} errors={errors} /> : null}
        <div className="go">
          <Button kind="1">{t.save}</Button>
          <Link className="link" to={`${base}/account/addresses`}>{t.back}</Link>
        </div>
      </form>
    </AccountFrame>
  );
}
