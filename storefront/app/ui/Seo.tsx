import { useRouteLoaderData } from "react-router";
import { useMessages } from "~/lib/i18n/index.ts";

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
  const url = canonical === null ? null : origin + canonical;
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={text} />
      {url ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex,follow" />}
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
