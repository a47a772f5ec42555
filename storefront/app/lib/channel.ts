/** The two shops over one catalogue. The slugs are the API's. */
export type Channel = "citizen" | "public";

export const channelOf = (pathname: string): Channel => (pathname === "/public" || pathname.startsWith("/public/") ? "public" : "citizen");
/** How an enterprise comes here: pages of the shop. */
const JOINING = ["/vendor/apply", "/vendor/invitation"];
const isBelow = (pathname: string, folder: string): boolean => pathname === folder || pathname.startsWith(`${folder}/`);
/** The pages of those who work here have a look of their own. */
export const isDesk = (pathname: string): boolean =>
  isBelow(pathname, "/staff") || (isBelow(pathname, "/vendor") && !JOINING.some((folder) => isBelow(pathname, folder)));
export const baseOf = (channel: Channel): "" | "/public" => (channel === "public" ? "/public" : "");

export const categoryPath = (channel: Channel, slug: string) => `${baseOf(channel)}/c/${encodeURIComponent(slug)}`;
export const productPath = (channel: Channel, slug: string) => `${baseOf(channel)}/p/${encodeURIComponent(slug)}`;
export const vendorPath = (channel: Channel, slug: string) => `${baseOf(channel)}/vendors/${encodeURIComponent(slug)}`;
export const searchPath = (channel: Channel) => `${baseOf(channel)}/search`;
export const cartPath = (channel: Channel) => `${baseOf(channel)}/cart`;
