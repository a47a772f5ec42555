import { ApiError } from "./graphql.server.ts";

const LONGEST = 400;

/** A page of a list from where the address says. A cursor the API does not know (an old link, a slip of the keyboard) begins at the first page. */
export async function fromCursor<T>(asked: string | null, ask: (after: string | null) => Promise<T>): Promise<{ found: T; isFirst: boolean }> {
  const after = asked?.slice(0, LONGEST) || null;
  try {
    return { found: await ask(after), isFirst: !after };
  } catch (error) {
    if (!after || !(error instanceof ApiError) || !error.has("GraphQLError")) throw error;
    return { found: await ask(null), isFirst: true };
  }
}
