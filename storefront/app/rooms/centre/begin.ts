import type { CentreBegunQuery, CentreReviewsQuery, DeskCertificateFragment, DeskCountsFragment } from "~/gql/operations";

type Desk = NonNullable<CentreBegunQuery["vendorDesk"]>;
type Goods = NonNullable<CentreReviewsQuery["vendorProductCounts"]>;

export type StepName = "profile" | "delivery" | "certificates" | "listing" | "review" | "members";
export interface Step {
  name: StepName;
  path: string;
  isDone: boolean;
}

/** How many orders there ever were, in whatever state. */
export const ordersEver = (counts: DeskCountsFragment): number =>
  counts.new + counts.confirmed + counts.preparing + counts.partlyShipped + counts.shipped + counts.delivered + counts.returned + counts.canceled;

const everListed = (goods: Goods): number => goods.selling + goods.soldOut + goods.hidden;

/** Nothing was ever on sale, or nobody ever ordered. */
export const isNewcomer = (goods: Goods, counts: DeskCountsFragment | null): boolean => everListed(goods) === 0 || (counts !== null && ordersEver(counts) === 0);

interface Begun {
  desk: Desk;
  goods: Goods;
  /** Null for who may not see them: then the step is left out. */
  certificates: readonly Pick<DeskCertificateFragment, "standing">[] | null;
  canInvite: boolean;
}

const HANDED_IN = ["WAITING", "VALID", "EXPIRING"];

/** The way to the first sale. */
export function stepsOf({ desk, goods, certificates, canInvite }: Begun): Step[] {
  const people = (desk.members?.length ?? 0) + (desk.invitations?.filter((one) => !one.isExpired).length ?? 0);
  const steps: (Step | null)[] = [
    { name: "profile", path: "/vendor/profile", isDone: desk.profile.introduction.trim() !== "" },
    { name: "delivery", path: "/vendor/profile", isDone: desk.profile.carrier.trim() !== "" },
    certificates ? { name: "certificates", path: "/vendor/certificates/new", isDone: certificates.some((one) => HANDED_IN.includes(one.standing)) } : null,
    { name: "listing", path: "/vendor/products/new", isDone: goods.all > 0 },
    { name: "review", path: goods.sentBack > 0 ? "/vendor/proposals?state=back" : "/vendor/products?state=draft", isDone: everListed(goods) + goods.underReview > 0 },
    canInvite ? { name: "members", path: "/vendor/members", isDone: people > 1 } : null,
  ];
  return steps.filter((step) => step !== null);
}
