import { AgencyTodayDocument, AgencyTodayQuotesDocument, AgencyTodayRequestsDocument, type AgencyTodayQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { ApiError } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlAgency, membershipOf } from "./agency.server.ts";
import type { Waiting } from "./menu.ts";

export type Today = NonNullable<AgencyTodayQuery["agencyToday"]>;

const asked = new WeakMap<object, Promise<Today | null>>();

/** Null where the API refuses this part: the rest of the page is shown all the same. */
export async function part<T>(may: boolean, ask: () => Promise<T>): Promise<T | null> {
  if (!may) return null;
  return ask().catch((error: unknown) => {
    if (error instanceof ApiError) return null;
    throw error;
  });
}

/** What waits for the person: asked once a request, for the menu and for the first page. */
export async function loadCounts(context: Context, request: Request): Promise<Today | null> {
  const { agency } = await membershipOf(context, request);
  const key = appOf(context);
  const known = asked.get(key) ?? part(true, () => gqlAgency(context, AgencyTodayDocument, { agency: agency.id })).then((found) => found?.agencyToday ?? null);
  asked.set(key, known);
  return known;
}

/** How much waits behind the menu's entries. */
export async function loadWaiting(context: Context, request: Request): Promise<Waiting> {
  const counts = await loadCounts(context, request);
  return counts ? { quotes: counts.quotesToChoose, requests: counts.requestsToDecide + counts.requestsToMend, orders: counts.changesProposed } : {};
}

/** Requests that wait for the person's decision, and own ones that go on or came back. */
export async function loadTodayRequests(context: Context, request: Request) {
  const { agency } = await membershipOf(context, request);
  const found = await part(true, () =>
    gqlAgency(context, AgencyTodayRequestsDocument, { decide: { agency: agency.id, toDecide: true }, mine: { agency: agency.id, mine: true, status: ["SENT_BACK", "LAPSED", "IN_APPROVAL", "DRAFT"] } }),
  );
  const soonest = nodesOf(found?.decide).toSorted((one, other) => (one.heldUntil ?? "").localeCompare(other.heldUntil ?? ""));
  return { decide: soonest, decideCount: found?.decide?.totalCount ?? 0, mine: nodesOf(found?.mine), mineCount: found?.mine?.totalCount ?? 0 };
}

export type TodayRequests = Awaited<ReturnType<typeof loadTodayRequests>>;

/** Requests for quotes whose answers are in, the latest first; for who asks for quotes. */
export async function loadTodayQuotes(context: Context, request: Request) {
  const { agency, abilities } = await membershipOf(context, request);
  const found = await part(abilities.includes("REQUEST"), () => gqlAgency(context, AgencyTodayQuotesDocument, { agency: agency.id }));
  return { rows: nodesOf(found?.quoteRequests), count: found?.quoteRequests?.totalCount ?? 0 };
}

export type TodayQuotes = Awaited<ReturnType<typeof loadTodayQuotes>>;
