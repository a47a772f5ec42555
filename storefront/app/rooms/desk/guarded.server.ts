import { data } from "react-router";
import type { TypedDocumentString } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { ApiError, gql, gqlWithFiles } from "~/lib/graphql.server.ts";
import { signInFirst } from "~/rooms/account/account.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";

async function guarded<R>(context: Context, ask: () => Promise<R>): Promise<R> {
  if (!appOf(context).session.isSignedIn) signInFirst(context);
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiError && error.has("PermissionDenied")) {
      // A session that could not be renewed asks as nobody: that is a reason to sign in, not to be turned away.
      if (!appOf(context).session.isSignedIn) signInFirst(context);
      throw data(null, { status: 403 });
    }
    throw error;
  }
}

/** Asks for a page of a desk: people who are not signed in sign in first, those without the permission get the 403 page. */
export const gqlAtDesk = <R, V>(context: Context, document: TypedDocumentString<R, V>, variables: V): Promise<R> => guarded(context, () => gql(context, document, variables));

export const gqlAtDeskWithFiles = <R, V extends Record<string, unknown>>(context: Context, document: TypedDocumentString<R, V>, variables: V): Promise<R> =>
  guarded(context, () => gqlWithFiles(context, document, variables));
