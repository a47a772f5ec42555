import type { Context } from "~/rooms/cart/cart.server.ts";
import { membershipOf } from "./agency.server.ts";
import type { Waiting } from "./menu.ts";

/** How much waits behind the menu's entries, as far as the member's abilities go. */
export async function loadWaiting(context: Context, request: Request): Promise<Waiting> {
  await membershipOf(context, request);
  return {};
}
