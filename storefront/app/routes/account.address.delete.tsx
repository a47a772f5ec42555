import { data, redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { loadPlace, removePlace } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { personName, placeLine } from "~/rooms/account/address.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/account.address.delete";
import "~/styles/checkout.css";
import "~/styles/account.css";

export async function loader({ params, context }: Route.LoaderArgs) {
  return { place: await loadPlace(context, params.id) };
}

export async function action({ params, context }: Route.ActionArgs) {
  const place = await loadPlace(context, params.id);
  const errors = await removePlace(context, place.id);
  const base = baseOf(channelOf(appOf(context).url.pathname));
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${base}/account/addresses?ok=removed`, 303);
}

/** Asks once more before an address goes. */
export default function AddressDeletePage({ loaderData, actionData }: Route.ComponentProps) {
  const { place } = loaderData;
  const t = useVoice(accountWords);
  const base = baseOf(useChannel());
  return (
    <AccountFrame head={t.removeHead} lead={t.removeNote}>
      <ErrorSummary errors={actionData?.errors} />
      <div className="place">
        <p>
          <b><Local text={[personName(place), place.companyName].filter(Boolean).join(" · ")} /></b>
        </p>
        <p className="num"><Local text={placeLine(place)} /></p>
      </div>
      <form method="post" className="ways">
        <Button kind="x">{t.removeYes}</Button>
        <ButtonLink to={`${base}/account/addresses`}>{t.removeNo}</ButtonLink>
      </form>
    </AccountFrame>
  );
}
