import { redirect } from "react-router";
import { requestPath } from "~/rooms/quotes/parts.tsx";
import type { Route } from "./+types/quote.comparison";

/** The comparison is part of the request's own page. */
export const loader = ({ params }: Route.LoaderArgs) => redirect(requestPath(params.id), 301);
