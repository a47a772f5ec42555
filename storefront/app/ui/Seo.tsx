import { useRouteLoaderData } from "react-router";
import { addressIn } from "~/lib/i18n/addresses.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";

interface Props {
  title?: string;
  description?: string | null;
  /** Path and query that search engines should keep; null asks them not to keep the page. */
  canonical: string | null;
  image?: string | null;
}

/** What a page says of itself in <head>. React lifts these elements there. */
export function Seo({ title, description, canonical, image }: Props) {
  const t = useMessages();
  const origin = useOrigin();
  const full = title ? t.titleOf(title) : t.siteTitle;
  const text = description?.trim() || t.siteDescription;
  const language = useLanguage();
  const url = canonical === null ? null : origin + addressIn(canonical, language);
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={text} />
      {url ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex,follow" />}
      {canonical === null ? null : (
        <>
          <link rel="alternate" hrefLang="ko" href={origin + addressIn(canonical, "ko")} />
          <link rel="alternate" hrefLang="en" href={origin + addressIn(canonical, "en")} />
          <link rel="alternate" hrefLang="x-default" href={origin + addressIn(canonical, "ko")} />
        </>
      )}
      <meta property="og:locale" content={language === "ko" ? "ko_KR" : "en_US"} />
      <meta property="og:title" content={full} />
      <meta property="og:description" content={text} />
      {url ? <meta property="og:url" content={url} /> : null}
      {image ? <meta property="og:image" content={image.startsWith("/") ? origin + image : image} /> : null}
    </>
  );
}

export const useOrigin = (): string => (useRouteLoaderData("root") as { origin?: string } | undefined)?.origin ?? "";

/** Structured data. "<" is written as an escape, so that no text can end the element. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
