import { loadPage } from "~/rooms/pages/page.server.ts";
import { PageArticle } from "~/rooms/pages/PageArticle.tsx";
import type { Route } from "./+types/about";

export const loader = ({ context }: Route.LoaderArgs) => loadPage("about", context);

export default function AboutPage({ loaderData }: Route.ComponentProps) {
  return <PageArticle page={loaderData.page} />;
}
