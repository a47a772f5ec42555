import type { PurchaseRequestFilterInput, PurchaseRequestStatusEnum } from "~/gql/operations";
import type { Membership } from "~/rooms/agency/agency.server.ts";

export const TABS = ["mine", "decide", "department", "ended"] as const;
export type Tab = (typeof TABS)[number];

const OPEN: PurchaseRequestStatusEnum[] = ["DRAFT", "SENT_BACK", "LAPSED", "IN_APPROVAL"];
const ENDED: PurchaseRequestStatusEnum[] = ["APPROVED", "REJECTED", "WITHDRAWN", "CANCELED"];
/** What others see of a department: a draft is its writer's alone. */
const FILED: PurchaseRequestStatusEnum[] = ["IN_APPROVAL", "SENT_BACK", "LAPSED"];

type Who = Pick<Membership, "abilities" | "department" | "agency">;

/** The tabs that hold anything for this member. */
export const tabsOf = ({ abilities, department }: Who): Tab[] =>
  TABS.filter((tab) => (tab === "mine" ? abilities.includes("REQUEST") : tab === "department" ? department !== null : true));

/** The tab that was asked for; else what waits, else the own requests. */
export function tabOf(asked: string | null, who: Who, toDecide: number): Tab {
  const open = tabsOf(who);
  const known = open.find((tab) => tab === asked);
  if (known) return known;
  if (toDecide > 0) return "decide";
  return who.abilities.includes("REQUEST") ? "mine" : "decide";
}

export function filterOf(tab: Tab, { agency, department }: Who, search: string): PurchaseRequestFilterInput {
  const filter: PurchaseRequestFilterInput = { agency: agency.id };
  if (search) return { ...filter, search };
  if (tab === "mine") return { ...filter, mine: true, status: OPEN };
  if (tab === "decide") return { ...filter, toDecide: true };
  if (tab === "department" && department) return { ...filter, department: department.id, status: FILED };
  return { ...filter, status: ENDED };
}
