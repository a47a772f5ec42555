import { data, redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { loadMe } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { confirmEmailChange, isLinkOver } from "~/rooms/account/doors.server.ts";
import { leaveWords } from "~/rooms/account/leaveWords.ts";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { StaleLink } from "~/rooms/account/StaleLink.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import type { Route } from "./+types/account.email.confirm";
import "~/styles/checkout.css";
import "~/styles/account.css";

/** Whoever is not signed in does that first; the link is kept meanwhile. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "email");
  const { email } = await loadMe(context);
  return { email, isOver: held === null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const held = heldLink(context, request, "email");
  await loadMe(context);
  if (!held) return data({ errors: [], isOver: true }, { status: 410 });
  const errors = await confirmEmailChange(context, held.token);
  dropLink(context, "email");
  if (isLinkOver(errors)) return data({ errors: [], isOver: true }, { status: 410 });
  if (errors.length) return data({ errors: errors.map((error) => ({ ...error, field: null })), isOver: false }, { status: 400 });
  const { session, url } = appOf(context);
  // Every session has ended, this one as well. The cart stays.
  session.signOut();
  return redirect(`${baseOf(channelOf(url.pathname))}/sign-in?done=email`, 303);
}

export default function EmailConfirmPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(leaveWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  if (actionData?.isOver || (loaderData.isOver && !errors?.length)) return <StaleLink kind="email" />;
  return (
    <DoorFrame head={t.confirmHead} lead={t.confirmLead} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <form method="post">
        <p className="breaks">{t.confirmNow(loaderData.email)}</p>
        <div className="ways">
          <Button kind="1" size="l">{t.confirmYes}</Button>
          <ButtonLink size="l" to={`${base}/account/profile`}>{t.keep}</ButtonLink>
        </div>
      </form>
    </DoorFrame>
  );
}
