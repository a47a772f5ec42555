import { handOnPapers, missing } from "~/rooms/documents/handOn.server.ts";
import { readerHeaders } from "~/rooms/documents/reader.server.ts";
import type { Route } from "./+types/quotes.papers";

/** Quotes that belong together as one PDF. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const headers = await readerHeaders(context);
  const ids = (new URL(request.url).searchParams.get("ids") ?? "").split(",").filter(Boolean);
  return headers ? handOnPapers(ids, headers) : missing();
}
