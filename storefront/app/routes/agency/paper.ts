import { missing } from "~/rooms/documents/handOn.server.ts";

/** A paper the market issued, for those who may read it. */
export const loader = (): Response => missing();
