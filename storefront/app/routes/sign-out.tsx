import { redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { signOut } from "~/rooms/account/account.server.ts";
import type { Route } from "./+types/sign-out";

/** Leaving is a change, so only a form may do it; whoever types the address goes to the account instead. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(`${baseOf(channelOf(appOf(context).url.pathname))}/account`, 303);
}

export function action({ context }: Route.ActionArgs) {
  signOut(context);
  return redirect(`${baseOf(channelOf(appOf(context).url.pathname))}/sign-in?out=1`, 303);
}
