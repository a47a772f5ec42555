/** The two shops over one catalogue. The slugs are the API's. */
export type Channel = "citizen" | "public";

const isBelow = (pathname: string, folder: string): boolean => pathname === folder || pathname.startsWith(`${folder}/`);
/** How an enterprise or an agency comes here: pages of the shop. */
const JOINING = ["/vendor/apply", "/vendor/invitation", "/agency/apply", "/agency/invitation"];
const isJoining = (pathname: string): boolean => JOINING.some((folder) => isBelow(pathname, folder));
/** Where an agency's people work: a part of the public channel. */
const isAgencyDesk = (pathname: string): boolean => isBelow(pathname, "/agency") && !isJoining(pathname);

export const channelOf = (pathname: string): Channel => (isBelow(pathname, "/public") || isAgencyDesk(pathname) ? "public" : "citizen");
/** The pages of those who work here: desks are denser than the shop. */
export const isDesk = (pathname: string): boolean => isBelow(pathname, "/staff") || isAgencyDesk(pathname) || (isBelow(pathname, "/vendor") && !isJoining(pathname));

export type Palette = Channel | "desk";
/** An agency's desk keeps the government blue of its channel; the others have colours of their own. */
export const paletteOf = (pathname: string): Palette => (isDesk(pathname) && !isAgencyDesk(pathname) ? "desk" : channelOf(pathname));

export const baseOf = (channel: Channel): "" | "/public" => (channel === "public" ? "/public" : "");

export const categoryPath = (channel: Channel, slug: string) => `${baseOf(channel)}/c/${encodeURIComponent(slug)}`;
export const productPath = (channel: Channel, slug: string) => `${baseOf(channel)}/p/${encodeURIComponent(slug)}`;
export const vendorPath = (channel: Channel, slug: string) => `${baseOf(channel)}/vendors/${encodeURIComponent(slug)}`;
export const searchPath = (channel: Channel) => `${baseOf(channel)}/search`;
export const cartPath = (channel: Channel) => `${baseOf(channel)}/cart`;
