import type { CentreWaitingQuery } from "~/gql/operations";
import type { Waiting } from "./menu.ts";

type Certificate = NonNullable<CentreWaitingQuery["vendorCertificates"]>[number];

/** Certificates that ask for something: they end soon and none follows, or they came back and none of their kind was handed in since. */
export function certificatesWaiting(certificates: readonly Certificate[]): number {
  const isMended = (back: Certificate) => certificates.some((one) => one.kind.code === back.kind.code && one.standing !== "RETURNED" && (one.submittedAt ?? "") > (back.submittedAt ?? ""));
  return certificates.filter((one) => (one.standing === "EXPIRING" && !one.renewal) || (one.standing === "RETURNED" && !isMended(one))).length;
}

/** What the menu counts. */
export const waitingOf = (found: CentreWaitingQuery): Waiting => ({
  orders: found.vendorOrderCounts?.toSend ?? 0,
  returns: found.vendorOrderCounts?.withdrawalsRequested ?? 0,
  purchaseOrders: found.vendorPurchaseOrders?.totalCount ?? 0,
  proposals: found.productChangeProposals?.totalCount ?? 0,
  certificates: certificatesWaiting(found.vendorCertificates ?? []),
});
