/** Where one applies for one's agency, and the page of one application. */
export const HERE = "/agency/apply";
export const pathOf = (id: string) => `${HERE}/${encodeURIComponent(id)}`;

/** What the staff's list can be narrowed to. */
export const TABS = ["waiting", "returned", "decided", "agencies"] as const;
export type Tab = (typeof TABS)[number];
