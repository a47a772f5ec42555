import { addressIn } from "~/lib/i18n/addresses.ts";
import type { Language } from "~/lib/i18n/index.ts";

/** An address below the origin, and when what stands there last changed. */
export interface Place {
  path: string;
  changed?: string | null;
}

const LANGUAGES: readonly Language[] = ["ko", "en"];
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");

function entry(origin: string, place: Place, language: Language, alternates: string): string {
  const changed = place.changed ? `<lastmod>${escape(place.changed)}</lastmod>` : "";
  return `<url><loc>${escape(origin + addressIn(place.path, language))}</loc>${changed}${alternates}</url>\n`;
}

/** One part: every place in each language, each naming all of them. */
export function urlSet(origin: string, places: readonly Place[]): string {
  const urls = places.map((place) => {
    const alternates = LANGUAGES.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${escape(origin + addressIn(place.path, other))}"/>`).join("");
    return LANGUAGES.map((language) => entry(origin, place, language, alternates)).join("");
  });
  return `${HEAD}<urlset xmlns="${XMLNS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("")}</urlset>\n`;
}

export function sitemapIndex(origin: string, parts: readonly string[]): string {
  return `${HEAD}<sitemapindex xmlns="${XMLNS}">\n${parts.map((part) => `<sitemap><loc>${escape(`${origin}/sitemap/${part}`)}</loc></sitemap>\n`).join("")}</sitemapindex>\n`;
}

/** Where search engines have nothing to look for; and where the list of all else is. */
export function robots(origin: string): string {
  const closed = ["/cart", "/checkout", "/account", "/orders", "/sign-in", "/sign-out", "/register", "/check-mail", "/confirm-account", "/forgot-password", "/set-password", "/welcome", "/goodbye", "/search"];
  const lines = closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /public${path}`]);
  return `User-agent: *\n${lines.join("\n")}\n\nSitemap: ${origin}/sitemap.xml\n`;
}
