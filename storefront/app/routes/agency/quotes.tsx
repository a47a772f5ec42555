import type { Route } from "./+types/quotes";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { Soon } from "~/rooms/agency/Soon.tsx";
import { agencyWords } from "~/rooms/agency/words.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  ensureAbility(await membershipOf(context, request), "REQUEST");
  return null;
}

export default function QuotesPage() {
  return <Soon title={agencyWords(useLanguage()).quotes} />;
}
