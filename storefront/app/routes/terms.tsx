import { Article } from "~/rooms/pages/Article.tsx";
import { termsText } from "~/rooms/pages/terms.ts";
import { useLanguage } from "~/lib/i18n/index.ts";

export default function TermsPage() {
  return <Article text={termsText(useLanguage())} path="/terms" />;
}
