import { redirect } from "react-router";
import { missing } from "~/rooms/documents/handOn.server.ts";
import { paperPath } from "~/rooms/quotes/parts.tsx";
import { loadRequest } from "~/rooms/quotes/quotes.server.ts";
import type { Route } from "./+types/quote.comparison.pdf";

/** The comparison as it was printed last; not found while none was. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { request: found } = await loadRequest(context, request, params.id);
  const [paper] = found.comparisonPapers;
  return paper ? redirect(paperPath("agency", paper.id), 302) : missing();
}
