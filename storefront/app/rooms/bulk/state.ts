import type { BulkRunFragment, ListingImportRowActionEnum, ListingImportRowStatusEnum, ListingImportStatusEnum } from "~/gql/operations";

export type Run = BulkRunFragment;
type RowStatus = ListingImportRowStatusEnum;
export type Working = "CHECKING" | "APPLYING" | "UNDOING";
export const ROW_STATUSES = ["BAD", "FAILED", "KEPT", "GOOD", "APPLIED", "PROPOSED", "UNDONE", "SAME", "WAITING"] as const satisfies readonly RowStatus[];
export type Tab = "ALL" | RowStatus;

export const RUN_TAGS: Record<ListingImportStatusEnum, string> = { CHECKING: "tag warn", CHECKED: "tag info", APPLYING: "tag warn", DONE: "tag ok", UNDOING: "tag warn", UNDONE: "tag" };
export const ROW_TAGS: Record<RowStatus, string> = { BAD: "tag bad", FAILED: "tag bad", KEPT: "tag warn", GOOD: "tag info", APPLIED: "tag ok", PROPOSED: "tag info", UNDONE: "tag", SAME: "tag", WAITING: "tag" };

export const runPath = (id: string): string => `/vendor/bulk/${encodeURIComponent(id)}`;
export const countOf = (run: Pick<Run, "counts">, ...statuses: RowStatus[]): number => run.counts.reduce((sum, one) => (statuses.includes(one.status) ? sum + one.count : sum), 0);

export const workingOf = (status: ListingImportStatusEnum): Working | null => (status === "CHECKING" || status === "APPLYING" || status === "UNDOING" ? status : null);

/** What the good rows do: by rows, and on how many products. */
export function actionOf(run: Pick<Run, "actions">, action: ListingImportRowActionEnum): { rows: number; products: number } {
  const found = run.actions.find((one) => one.action === action);
  return { rows: found?.rowCount ?? 0, products: found?.productCount ?? 0 };
}

/** Whole percent, never 100 before it is through. */
export const percentOf = (run: Pick<Run, "processed" | "rowCount">): number => (run.rowCount > 0 ? Math.min(99, Math.floor((100 * run.processed) / run.rowCount)) : 0);

const PRESSING: Record<ListingImportStatusEnum, readonly RowStatus[]> = { CHECKING: [], CHECKED: ["BAD"], APPLYING: [], DONE: ["FAILED", "BAD"], UNDOING: [], UNDONE: ["KEPT"] };

/** The rows one looks at first: what is to be mended, where there is any. */
export function tabOf(asked: string | null, run: Pick<Run, "counts" | "status">): Tab {
  const wished = asked?.toUpperCase();
  if (wished === "ALL") return "ALL";
  return ROW_STATUSES.find((one) => one === wished) ?? PRESSING[run.status].find((one) => countOf(run, one) > 0) ?? "ALL";
}

const FIELDS = [
  "name", "summary", "description", "category", "noticeType", "notice", "isQuoteOnly", "taxKind", "variant", "sku", "price", "stock", "minimumOrderQuantity", "dispatchDays", "originCountry", "weight", "listing",
] as const;
export type ChangedField = (typeof FIELDS)[number] | "other";

const known = (name: string | undefined): ChangedField => FIELDS.find((field) => field === name) ?? "other";

/** What a row changes, by the names of product changes ("variant:7:price:1", "notice:material"), each once. */
export function changedFields(paths: readonly string[]): ChangedField[] {
  const fields = paths.map((path) => {
    const [head, , third] = path.split(":");
    return head === "variant" && third && third !== "name" ? known(third) : known(head);
  });
  return [...new Set(fields)];
}
