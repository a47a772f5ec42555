import type { RouterContextProvider } from "react-router";
import { AgencyStandingDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { gql } from "~/lib/graphql.server.ts";

/** Whether the person who is signed in works for an agency. When the API does not answer, yes: the desk itself leads others to where one applies. */
export async function worksForAgency(context: Readonly<RouterContextProvider>): Promise<boolean> {
  if (!appOf(context).session.isSignedIn) return false;
  try {
    const { me } = await gql(context, AgencyStandingDocument, {});
    return Boolean(me?.agencyMemberships.length);
  } catch {
    return true;
  }
}
