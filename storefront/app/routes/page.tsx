import { redirect } from "react-router";
import { appOf } from "~/lib/context.server.ts";
import { hasOwnAddress, pagePath } from "~/lib/pages.ts";
import { loadPage } from "~/rooms/pages/page.server.ts";
import { PageArticle } from "~/rooms/pages/PageArticle.tsx";
import type { Route } from "./+types/page";

export const loader = ({ params, context }: Route.LoaderArgs) => {
  if (hasOwnAddress(params.slug)) throw redirect(pagePath(params.slug) + appOf(context).url.search, 301);
  return loadPage(params.slug, context);
};

export default function ContentPage({ loaderData }: Route.ComponentProps) {
  return <PageArticle page={loaderData.page} />;
}
