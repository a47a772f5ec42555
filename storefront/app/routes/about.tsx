import { Article } from "~/rooms/pages/Article.tsx";
import { aboutText } from "~/rooms/pages/about.ts";
import { useLanguage } from "~/lib/i18n/index.ts";

export default function AboutPage() {
  return <Article text={aboutText(useLanguage())} path="/about" />;
}
