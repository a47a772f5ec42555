import { handOnWorkbook } from "~/rooms/bulk/bulk.server.ts";
import type { Route } from "./+types/bulk.template";

/** The empty form, or with ?all=1 everything the enterprise lists. */
export const loader = ({ context, request }: Route.LoaderArgs) => handOnWorkbook(context, request);
