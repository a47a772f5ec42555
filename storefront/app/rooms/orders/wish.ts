import { readFlag, readText, type FieldError } from "~/lib/form.ts";

export const REASONS = ["CHANGE_OF_MIND", "FAULTY", "OTHER"] as const;
export type Reason = (typeof REASONS)[number];

/** What goes back and why, as it was typed. */
export interface Wish {
  pieces: Map<string, number>;
  reasonKind: Reason | null;
  reason: string;
  knownOn: string;
  /** That the seals of sealed goods are whole. */
  isUnopened: boolean;
}

interface Line {
  id: string;
  quantityWithdrawable: number;
}

export const fieldOf = (lineId: string): string => `pieces-${lineId}`;

/** Reads a form about these lines; never more pieces than can go back. */
export function readWish(form: FormData, lines: readonly Line[]): Wish {
  const pieces = new Map<string, number>();
  for (const line of lines) {
    const count = Number.parseInt(readText(form, fieldOf(line.id), 6), 10);
    if (count > 0) pieces.set(line.id, Math.min(count, line.quantityWithdrawable));
  }
  const kind = readText(form, "reasonKind", 30);
  const knownOn = readText(form, "knownOn", 10);
  return {
    pieces,
    reasonKind: REASONS.find((one) => one === kind) ?? null,
    reason: readText(form, "reason", 1000).replaceAll("\r\n", "\n"),
    knownOn: /^\d{4}-\d\d-\d\d$/.test(knownOn) ? knownOn : "",
    isUnopened: readFlag(form, "isUnopened"),
  };
}

export function wishFaults(wish: Wish, say: { needPieces: string; needWhy: string; needWords: string }): FieldError[] {
  const faults: FieldError[] = [];
  if (wish.pieces.size === 0) faults.push({ field: "pieces", code: "REQUIRED", message: say.needPieces });
  if (!wish.reasonKind) faults.push({ field: "reasonKind", code: "REQUIRED", message: say.needWhy });
  if (wish.reasonKind === "OTHER" && !wish.reason) faults.push({ field: "reason", code: "REQUIRED", message: say.needWords });
  return faults;
}
