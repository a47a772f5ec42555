import { redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readReturnPath } from "~/lib/form.ts";
import { loadMe } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { homeOf } from "~/rooms/account/links.server.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import type { Route } from "./+types/welcome";
import "~/styles/checkout.css";
import "~/styles/account.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { url, session, keepSecret } = appOf(context);
  keepSecret();
  if (!session.isSignedIn) throw redirect(`${baseOf(channelOf(url.pathname))}/sign-in`, 303);
  const { email } = await loadMe(context);
  const home = homeOf(url.pathname);
  const next = readReturnPath(url.searchParams.get("next"), home);
  return { email, next: next === home ? null : next, isReset: url.searchParams.get("as") === "reset" };
}

/** The end of a link's way: what has happened, and on to where the person was. */
export default function WelcomePage({ loaderData: { email, next, isReset } }: Route.ComponentProps) {
  const t = useVoice(doorWords);
  const base = baseOf(useChannel());
  const wayBack = next?.includes("/checkout") ? t.goCheckout : next?.includes("/cart") ? t.goCart : t.goBack;
  const notes = isReset ? [t.resetDone, t.cartKept] : [t.guestOrders, t.cartKept];
  return (
    <DoorFrame head={isReset ? t.resetDoneHead : t.welcomeHead} lead={<span className="breaks">{t.welcomeLead(email)}</span>}>
      <ul className="news">
        {notes.map((note) => (
          <li key={note}>
            <Icon name="check" />
            <span>{note}</span>
          </li>
        ))}
      </ul>
      <div className="ways">
        {next ? <ButtonLink kind="1" size="l" to={next}>{wayBack}</ButtonLink> : <ButtonLink kind="1" size="l" to={base || "/"}>{t.goShop}</ButtonLink>}
        <ButtonLink size="l" to={`${base}/account`}>{t.goAccount}</ButtonLink>
      </div>
    </DoorFrame>
  );
}
