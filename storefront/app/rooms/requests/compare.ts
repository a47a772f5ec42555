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
