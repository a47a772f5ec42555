import { appOf } from "~/lib/context.server.ts";
import { handOn, missing, paperKey } from "~/rooms/documents/handOn.server.ts";
import type { Route } from "./+types/paper";

/** A paper the market issued (견적서, 품의서, 발주서 …), for those who may read it; named by its key or by the API's ID. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  return handOn(paperKey(params.id), { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) }, fetch, "papers");
}
