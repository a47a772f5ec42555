import { data, redirect } from "react-router";
import { CentreMeDocument, type CentreMeQuery, type VendorAbilityEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlAtDesk } from "~/rooms/desk/guarded.server.ts";

export { gqlAtDesk as gqlCentre, gqlAtDeskWithFiles as gqlCentreWithFiles } from "~/rooms/desk/guarded.server.ts";

type Me = NonNullable<CentreMeQuery["me"]>;
export type Membership = Me["vendorMemberships"][number];
export interface Centre {
  who: string;
  /** The enterprise that is worked for, and the others the person could work for. */
  membership: Membership;
  others: Membership[];
}

const COOKIE = "ieum-vendor";
const YEAR = 365 * 24 * 60 * 60;
const asked = new WeakMap<object, Promise<Centre>>();

export const vendorCookie = (vendorId: string): string => writeCookie(COOKIE, vendorId, { maxAge: YEAR });

async function ask(context: Context, request: Request): Promise<Centre> {
  const { me } = await gqlAtDesk(context, CentreMeDocument, {});
  const memberships = me?.vendorMemberships ?? [];
  const [first] = memberships;
  if (!me || !first) throw redirect("/vendor/apply", 303);
  const chosen = readCookies(request.headers.get("cookie")).get(COOKIE);
  const membership = memberships.find((one) => one.vendor.id === chosen) ?? first;
  return { who: `${me.lastName}${me.firstName}`.trim() || me.email, membership, others: memberships.filter((one) => one !== membership) };
}

/** For whom the person works here: asked once a request. Who belongs to no enterprise is led to where one applies. */
export function centreOf(context: Context, request: Request): Promise<Centre> {
  const key = appOf(context);
  const known = asked.get(key) ?? ask(context, request);
  asked.set(key, known);
  return known;
}

/** The membership that the page is about. */
export const membershipOf = async (context: Context, request: Request): Promise<Membership> => (await centreOf(context, request)).membership;

/** Ends in the 403 page of the centre for a role that does not carry this. */
export function ensureAbility(membership: Membership, ability: VendorAbilityEnum): void {
  if (!membership.abilities.includes(ability)) throw data(null, { status: 403 });
}
