import { handOn, missing, paperKey } from "~/rooms/documents/handOn.server.ts";
import { readerHeaders } from "~/rooms/documents/reader.server.ts";
import type { Route } from "./+types/quote.file";

/** A file of a request for quotes or of an answer, for those who may read it. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const headers = await readerHeaders(context);
  return headers ? handOn(paperKey(params.id), headers, fetch, "quote-files") : missing();
}
