/**
 * Pictures come from the API's machine; the storefront hands them on under its own origin (server/media.ts), so only the path is
 * kept. Addresses on other hosts (object storage, a CDN) stay as they are.
 */
const MEDIA = /^https?:\/\/[^/]+(\/(?:media|thumbnail|static)\/.*)$/;
const elsewhere = typeof process === "undefined" ? "" : (process.env.IEUM_MEDIA_ORIGIN ?? "");

export function imagePath(url: string): string {
  if (elsewhere && url.startsWith(elsewhere)) return url;
  return MEDIA.exec(url)?.[1] ?? url;
}
