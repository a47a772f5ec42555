import { Article } from "~/rooms/pages/Article.tsx";
import { helpText } from "~/rooms/pages/help.ts";
import { useLanguage } from "~/lib/i18n/index.ts";

export default function HelpPage() {
  return <Article text={helpText(useLanguage())} path="/help" />;
}
