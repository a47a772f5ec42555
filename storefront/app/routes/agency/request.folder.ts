import { missing } from "~/rooms/documents/handOn.server.ts";

/** Everything of one purchase in one folder. */
export const loader = (): Response => missing();
