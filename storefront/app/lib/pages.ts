/** Pages that have a place of their own at the top of the address space; all others live below /pages. */
const AT_THE_TOP = new Set(["about", "help", "terms", "privacy"]);

export const hasOwnAddress = (slug: string): boolean => AT_THE_TOP.has(slug);
export const pagePath = (slug: string): string => (hasOwnAddress(slug) ? `/${slug}` : `/pages/${encodeURIComponent(slug)}`);

/** A link of a menu; a heading over others has no address. */
export interface MenuLink {
  id: string;
  label: string;
  to: string | null;
  /** The slug of the page it leads to, if it leads to one. */
  page: string | null;
  children: MenuLink[];
}

export interface Menus {
  navbar: MenuLink[];
  footer: MenuLink[];
}
