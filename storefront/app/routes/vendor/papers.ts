import { appOf } from "~/lib/context.server.ts";
import { missing } from "~/rooms/documents/handOn.server.ts";
import { handOnPapers } from "~/rooms/orderdesk/papers.server.ts";
import type { Route } from "./+types/papers";

/** Packing lists and statements of the chosen orders as one PDF: ?kind=packing|statement&id=…&id=… */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  if (!token) return missing();
  return handOnPapers(new URL(request.url).searchParams, { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) }, language);
}
