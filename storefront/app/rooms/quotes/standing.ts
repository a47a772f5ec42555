import type { VendorQuoteRowFragment } from "~/gql/operations";

/** Where an enterprise stands with a request: what it did while answers are taken, what became of it afterwards. */
export type Standing = "NEW" | "READ" | "ANSWERED" | "DECLINED" | "WITHDRAWN" | "UNANSWERED" | "DECIDING" | "CHOSEN" | "NOT_CHOSEN" | "CANCELED";
type Row = Pick<VendorQuoteRowFragment, "status" | "requestStatus" | "isOpen"> & { quotes: readonly { isStanding: boolean; chosenAt: string | null; withdrawnAt: string | null }[] };

export const STANDING_TAGS: Record<Standing, string> = {
  NEW: "tag acc", READ: "tag info", ANSWERED: "tag ok", DECLINED: "tag", WITHDRAWN: "tag warn", UNANSWERED: "tag", DECIDING: "tag info", CHOSEN: "tag ok", NOT_CHOSEN: "tag", CANCELED: "tag",
};

function afterwards({ status, requestStatus, quotes }: Row): Standing {
  if (status === "DECLINED") return "DECLINED";
  if (status !== "ANSWERED") return quotes.some((quote) => quote.withdrawnAt) ? "WITHDRAWN" : "UNANSWERED";
  if (quotes.some((quote) => quote.isStanding && quote.chosenAt)) return "CHOSEN";
  return requestStatus === "CHOSEN" ? "NOT_CHOSEN" : "DECIDING";
}

export function standingOf(row: Row): Standing {
  if (row.requestStatus === "CANCELED") return "CANCELED";
  if (!row.isOpen) return afterwards(row);
  if (row.status === "SEEN") return row.quotes.some((quote) => quote.withdrawnAt) ? "WITHDRAWN" : "READ";
  return row.status === "INVITED" ? "NEW" : row.status;
}

export const TABS = ["waiting", "answered", "past"] as const;
export type Tab = (typeof TABS)[number];
export const tabOf = (value: string | null): Tab => TABS.find((tab) => tab === value) ?? "waiting";
