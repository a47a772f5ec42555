import { appOf } from "~/lib/context.server.ts";
import { handOn, missing } from "~/rooms/documents/handOn.server.ts";
import type { Route } from "./+types/document";

/** A paper of an enterprise or an application, for those who may read it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  return handOn(params.id, { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) });
}
