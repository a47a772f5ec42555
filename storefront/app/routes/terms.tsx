import { loadPage } from "~/rooms/pages/page.server.ts";
import { PageArticle } from "~/rooms/pages/PageArticle.tsx";
import type { Route } from "./+types/terms";

export const loader = ({ context }: Route.LoaderArgs) => loadPage("terms", context);

export default function TermsPage({ loaderData }: Route.ComponentProps) {
  return <PageArticle page={loaderData.page} />;
}
