import { loadPage } from "~/rooms/pages/page.server.ts";
import { PageArticle } from "~/rooms/pages/PageArticle.tsx";
import type { Route } from "./+types/help";

export const loader = ({ context }: Route.LoaderArgs) => loadPage("help", context);

export default function HelpPage({ loaderData }: Route.ComponentProps) {
  return <PageArticle page={loaderData.page} />;
}
