import { loadPage } from "~/rooms/pages/page.server.ts";
import { PageArticle } from "~/rooms/pages/PageArticle.tsx";
import type { Route } from "./+types/privacy";

export const loader = ({ context }: Route.LoaderArgs) => loadPage("privacy", context);

export default function PrivacyPage({ loaderData }: Route.ComponentProps) {
  return <PageArticle page={loaderData.page} />;
}
