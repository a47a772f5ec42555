/** A line of a purchase order, as far as fewer of it can be sent. */
export interface OpenLine {
  id: string;
  productName: string;
  /** Pieces that are still to be sent. */
  quantityToFulfill: number;
}

export interface OpenOrder {
  deliverBy: string;
  lines: readonly OpenLine[];
}

export type Fault = "reason" | "day" | "pieces" | "nothing" | "all";

/** What an enterprise proposes instead of what was ordered, as it was typed. */
export interface Wish {
  /** The later day, or null: as ordered. */
  deliverBy: string | null;
  /** Lines of which fewer can be sent: how many of those still to be sent. */
  pieces: { orderLineId: string; quantity: number }[];
  /** The same lines: how many would not be sent. */
  missing: { orderLineId: string; quantity: number }[];
  reason: string;
  faults: Fault[];
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const LONGEST_REASON = 500;
const typed = (source: Source, name: string): string => {
  const value = source.get(name);
  return typeof value === "string" ? value.trim() : "";
};
interface Source { get(name: string): FormDataEntryValue | null }

/** Reads the form: `deliverBy`, `q-<line>` for each line, `reason`. An untouched field means "as ordered". */
export function wishOf(source: Source, order: OpenOrder): Wish {
  const faults: Fault[] = [];
  const day = typed(source, "deliverBy");
  const isLater = DAY.test(day) && day > order.deliverBy;
  if (day && day !== order.deliverBy && !isLater) faults.push("day");
  const kept = order.lines.flatMap((line) => {
    const text = typed(source, `q-${line.id}`);
    if (!text) return [];
    const quantity = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!(quantity <= line.quantityToFulfill)) {
      faults.push("pieces");
      return [];
    }
    return quantity < line.quantityToFulfill ? [{ orderLineId: line.id, quantity, missing: line.quantityToFulfill - quantity }] : [];
  });
  const open = order.lines.reduce((sum, line) => sum + line.quantityToFulfill, 0);
  const gone = kept.reduce((sum, line) => sum + line.missing, 0);
  if (gone > 0 && gone === open) faults.push("all");
  const reason = typed(source, "reason").slice(0, LONGEST_REASON);
  if (!faults.length && !isLater && !kept.length) faults.push("nothing");
  if (!reason) faults.push("reason");
  return {
    deliverBy: isLater ? day : null,
    pieces: kept.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
    missing: kept.map(({ orderLineId, missing }) => ({ orderLineId, quantity: missing })),
    reason,
    faults: [...new Set(faults)],
  };
}

/** The day after: the first that can be proposed. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** What an enterprise is still paid for: the order less what was cancelled since. */
export const amountNow = (order: { total: { gross: { amount: number } }; lineCancellations: readonly { amount: { amount: number } }[] | null }): number =>
  order.total.gross.amount - (order.lineCancellations ?? []).reduce((sum, one) => sum + one.amount.amount, 0);
