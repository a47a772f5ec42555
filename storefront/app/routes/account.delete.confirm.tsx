import { data, redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { loadMe, signOut } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { CannotLeave } from "~/rooms/account/CannotLeave.tsx";
import { deleteAccount, isLinkOver } from "~/rooms/account/doors.server.ts";
import { leaveWords } from "~/rooms/account/leaveWords.ts";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { StaleLink } from "~/rooms/account/StaleLink.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import type { Route } from "./+types/account.delete.confirm";
import "~/styles/checkout.css";
import "~/styles/account.css";

export async function loader({ request, context }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "delete");
  const { email } = await loadMe(context);
  return { email, isOver: held === null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const held = heldLink(context, request, "delete");
  await loadMe(context);
  if (!held) return data({ errors: [], isOver: true }, { status: 410 });
  const errors = await deleteAccount(context, held.token);
  if (errors.length && !isLinkOver(errors)) return data({ errors, isOver: false }, { status: 400 });
  dropLink(context, "delete");
  if (errors.length) return data({ errors: [], isOver: true }, { status: 410 });
  signOut(context);
  return redirect(`${baseOf(channelOf(appOf(context).url.pathname))}/goodbye`, 303);
}

/** Asks once more: what follows cannot be undone. */
export default function DeleteConfirmPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(leaveWords);
  const base = baseOf(useChannel());
  if (actionData?.isOver || (loaderData.isOver && !actionData)) return <StaleLink kind="delete" />;
  return (
    <DoorFrame head={t.sureHead} lead={<span className="breaks">{t.sureLead(loaderData.email)}</span>} hasErrors={Boolean(actionData?.errors.length)}>
      <CannotLeave errors={actionData?.errors} />
      <form method="post">
        <p>{t.goneStays}</p>
        <div className="ways">
          <Button kind="x" size="l">{t.sureYes}</Button>
          <ButtonLink size="l" to={`${base}/account`}>{t.keep}</ButtonLink>
        </div>
      </form>
    </DoorFrame>
  );
}
