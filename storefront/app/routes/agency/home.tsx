import { useLanguage } from "~/lib/i18n/index.ts";
import { Soon } from "~/rooms/agency/Soon.tsx";
import { agencyWords } from "~/rooms/agency/words.ts";

export default function HomePage() {
  return <Soon title={agencyWords(useLanguage()).today} />;
}
