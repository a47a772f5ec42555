import { Article } from "~/rooms/pages/Article.tsx";
import { privacyText } from "~/rooms/pages/privacy.ts";
import { useLanguage } from "~/lib/i18n/index.ts";

export default function PrivacyPage() {
  return <Article text={privacyText(useLanguage())} path="/privacy" />;
}
