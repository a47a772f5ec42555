import { appOf } from "~/lib/context.server.ts";
import { handOnFolder, missing } from "~/rooms/documents/handOn.server.ts";
import type { Route } from "./+types/request.folder";

/** Everything of one purchase in one folder, for those who may read the request. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  return handOnFolder(params.id, { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) });
}
