import { redirect } from "react-router";
import { appOf } from "~/lib/context.server.ts";
import { readReturnPath } from "~/lib/form.ts";
import { leaveForExternal } from "~/rooms/account/external.server.ts";
import { homeOf } from "~/rooms/account/links.server.ts";
import type { Route } from "./+types/sign-in.external";

/** Off to the other service. A plain link leads here: a form may not lead to another site. */
export async function loader({ context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  const next = readReturnPath(url.searchParams.get("next"), homeOf(url.pathname));
  const target = await leaveForExternal(context, next);
  return redirect(target ?? "/sign-in?external=failed", 303);
}
