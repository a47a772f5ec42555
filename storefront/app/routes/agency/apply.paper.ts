import { appOf } from "~/lib/context.server.ts";
import { handOn, missing } from "~/rooms/documents/handOn.server.ts";
import type { Route } from "./+types/apply.paper";

/** The certificate of an application's number, for its applicant and those who decide: ":id" is the key of the application. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  return handOn(params.id, { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) }, fetch, "agency-papers");
}
