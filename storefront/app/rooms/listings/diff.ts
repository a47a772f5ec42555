import { diffArrays } from "diff";

export interface Piece {
  text: string;
  kind: "same" | "out" | "in";
}

const segments = new Intl.Segmenter("ko", { granularity: "word" });
const wordsOf = (text: string): string[] => [...segments.segment(text)].map(({ segment }) => segment);
const LONGEST = 20_000;

/** The difference of two texts, word by word as Korean and English part them. Texts that share next to nothing stand whole, one after the other. */
export function differenceOf(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ text: before, kind: "same" }] : [];
  const whole: Piece[] = [...(before ? [{ text: before, kind: "out" } as const] : []), ...(after ? [{ text: after, kind: "in" } as const] : [])];
  if (!before || !after || before.length + after.length > LONGEST) return whole;
  const pieces = diffArrays(wordsOf(before), wordsOf(after)).map<Piece>(({ value, added, removed }) => ({ text: value.join(""), kind: added ? "in" : removed ? "out" : "same" }));
  const same = pieces.reduce((sum, piece) => sum + (piece.kind === "same" ? piece.text.trim().length : 0), 0);
  return same * 4 < Math.min(before.length, after.length) ? whole : pieces;
}
