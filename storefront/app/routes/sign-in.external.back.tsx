import { redirect } from "react-router";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { comeBackFromExternal } from "~/rooms/account/external.server.ts";
import type { Route } from "./+types/sign-in.external.back";

/** Back from the other service. Its code is used at once and stays in no address. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { next, failed } = await comeBackFromExternal(context, request);
  return redirect(failed ? `${baseOf(channelOf(next))}/sign-in?external=${failed}&next=${encodeURIComponent(next)}` : next, 303);
}
