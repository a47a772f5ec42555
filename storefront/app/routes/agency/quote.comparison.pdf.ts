import { missing } from "~/rooms/documents/handOn.server.ts";

/** The comparison of quotes as a paper. */
export const loader = (): Response => missing();
