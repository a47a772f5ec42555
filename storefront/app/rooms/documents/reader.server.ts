import { appOf } from "~/lib/context.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";

/** The headers by which the API knows who downloads; none for who is not signed in. */
export async function readerHeaders(context: Context): Promise<Record<string, string> | null> {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  return token ? { authorization: `Bearer ${token}`, "accept-language": language, ...(callers ? { "x-forwarded-for": callers } : {}) } : null;
}
