import { data, redirect } from "react-router";
import { AgencyMeDocument, type AgencyAbilityEnum, type AgencyMeQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlAtDesk } from "~/rooms/desk/guarded.server.ts";

export { gqlAtDesk as gqlAgency, gqlAtDeskWithFiles as gqlAgencyWithFiles } from "~/rooms/desk/guarded.server.ts";

/** What one person is in one agency; its ID names the person among the agency's members. */
export type Membership = NonNullable<AgencyMeQuery["me"]>["agencyMemberships"][number];

export interface Desk {
  who: string;
  userId: string;
  /** The agency that is worked for, and the others the person could work for. */
  membership: Membership;
  others: Membership[];
}

const COOKIE = "ieum-agency";
const YEAR = 365 * 24 * 60 * 60;
const asked = new WeakMap<object, Promise<Desk>>();

export const agencyCookie = (agencyId: string): string => writeCookie(COOKIE, agencyId, { maxAge: YEAR });

async function ask(context: Context, request: Request): Promise<Desk> {
  const { me } = await gqlAtDesk(context, AgencyMeDocument, {});
  const memberships = me?.agencyMemberships ?? [];
  const [first] = memberships;
  if (!me || !first) throw redirect("/agency/apply", 303);
  const chosen = readCookies(request.headers.get("cookie")).get(COOKIE);
  const membership = memberships.find((one) => one.agency.id === chosen) ?? first;
  return { who: `${me.lastName}${me.firstName}`.trim() || me.email, userId: me.id, membership, others: memberships.filter((one) => one !== membership) };
}

/** For whom the person works here: asked once a request. Who belongs to no agency is led to where one applies. */
export function agencyDeskOf(context: Context, request: Request): Promise<Desk> {
  const key = appOf(context);
  const known = asked.get(key) ?? ask(context, request);
  asked.set(key, known);
  return known;
}

/** The membership that the page is about. */
export const membershipOf = async (context: Context, request: Request): Promise<Membership> => (await agencyDeskOf(context, request)).membership;

/** Ends in the 403 page of the desk for a member without this ability. With several, one of them is enough. */
export function ensureAbility(membership: Membership, ...oneOf: readonly AgencyAbilityEnum[]): void {
  if (!oneOf.some((ability) => membership.abilities.includes(ability))) throw data(null, { status: 403 });
}
