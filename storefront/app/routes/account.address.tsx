import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { loadMe, loadPlace, savePlace } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { addressFaults, EMPTY_ADDRESS, fromPlace, personName, readAddress } from "~/rooms/account/address.ts";
import { AddressFields } from "~/rooms/account/AddressFields.tsx";
import { addressWords, complaints } from "~/rooms/account/addressWords.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/account.address";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

const NEW = "new";

/** One place of the address book, to be changed; "new" begins with the member's own name. */
export async function loader({ params, context }: Route.LoaderArgs) {
  if (params.id === NEW) return { values: { ...EMPTY_ADDRESS, recipient: personName(await loadMe(context)) }, isNew: true };
  return { values: fromPlace(await loadPlace(context, params.id)), isNew: false };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const values = readAddress(await request.formData());
  const { url, language } = appOf(context);
  const channel = channelOf(url.pathname);
  if (params.id === NEW) await loadMe(context);
  else await loadPlace(context, params.id);
  const faults = addressFaults(values, complaints(addressWords(language, channel)));
  const errors = faults.length ? faults : await savePlace(context, values, params.id === NEW ? undefined : params.id);
  return errors.length ? data({ errors, values }, { status: 400 }) : redirect(`${baseOf(channel)}/account/addresses?ok=saved`, 303);
}

export default function AddressPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  return (
    <AccountFrame head={loaderData.isNew ? t.addAddress : t.editAddress} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate className="step-form" data-once={t.busy}>
        <AddressFields values={actionData?.values ?? loaderData.values} errors={errors} />
        <div className="go">
          <Button kind="1">{t.save}</Button>
          <Link className="link" to={`${base}/account/addresses`}>{t.back}</Link>
        </div>
      </form>
    </AccountFrame>
  );
}
