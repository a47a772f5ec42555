/** A quote as far as comparing goes, in won. */
export interface Compared {
  id: string;
  number: string;
  gross: number;
  /** The request for quotes it answers; null for one made at once. */
  requestId: string | null;
}

export interface QuoteRow<T> {
  quote: T;
  isChosen: boolean;
  isLowest: boolean;
  /** Of the dearest of its group. */
  percent: number;
}

/** Quotes that answer the same request side by side, the lowest first; those made at once stand together. */
export function compareGroups<T extends Compared>(quotes: readonly T[], chosenNumbers: ReadonlySet<string>): QuoteRow<T>[][] {
  const groups = new Map<string, T[]>();
  for (const quote of quotes) groups.set(quote.requestId ?? "", [...(groups.get(quote.requestId ?? "") ?? []), quote]);
  return [...groups].sort(([one], [other]) => Number(one === "") - Number(other === "")).map(([requestId, group]) => rowsOf(group, requestId !== "", chosenNumbers));
}

function rowsOf<T extends Compared>(group: readonly T[], isContest: boolean, chosen: ReadonlySet<string>): QuoteRow<T>[] {
  const sorted = [...group].sort((one, other) => one.gross - other.gross);
  const [low = 0, high = 0] = [sorted[0]?.gross, sorted.at(-1)?.gross];
  // What answers no common request is not compared: it may be for other goods.
  return sorted.map((quote) => ({ quote, isChosen: chosen.has(quote.number), isLowest: isContest && group.length > 1 && quote.gross === low, percent: high > 0 ? Math.round((100 * quote.gross) / high) : 0 }));
}

/** An item of the last round or of the basket of now. */
export interface Item {
  variantId: string | null;
  name: string;
  quantity: number;
  unitPrice: number;
}

export type Change =
  | { kind: "price"; name: string; from: number; to: number }
  | { kind: "pieces"; name: string; from: number; to: number }
  | { kind: "gone"; name: string }
  | { kind: "added"; name: string };

/** What became different between the last round and the basket that would be put up now. */
export function changesBetween(before: readonly Item[], now: readonly Item[]): Change[] {
  const changes: Change[] = [];
  const present = new Map(now.map((item) => [item.variantId, item]));
  for (const old of before) {
    const same = old.variantId === null ? undefined : present.get(old.variantId);
    if (!same) changes.push({ kind: "gone", name: old.name });
    else {
      if (same.unitPrice !== old.unitPrice) changes.push({ kind: "price", name: old.name, from: old.unitPrice, to: same.unitPrice });
      if (same.quantity !== old.quantity) changes.push({ kind: "pieces", name: old.name, from: old.quantity, to: same.quantity });
    }
  }
  const known = new Set(before.map((item) => item.variantId));
  return [...changes, ...now.filter((item) => !known.has(item.variantId)).map(({ name }) => ({ kind: "added" as const, name }))];
}
