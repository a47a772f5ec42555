import { data, type RouterContextProvider } from "react-router";
import { ContentPageDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";

/** A page by its slug; the visitor gets "not found" for one that is missing or not published. */
export async function loadPage(slug: string, context: Readonly<RouterContextProvider>) {
  const { page } = await gqlPublic(ContentPageDocument, { slug, translated: appOf(context).translated });
  if (!page) throw data(null, { status: 404 });
  return { page };
}

export type ContentPage = Awaited<ReturnType<typeof loadPage>>["page"];
