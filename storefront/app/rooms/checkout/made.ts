import { readFlag, readText } from "~/lib/form.ts";
import type { ReturnPolicy } from "~/rooms/product/returnTerms.ts";

interface Line {
  id: string;
  variant: { product: { returnPolicy: ReturnPolicy } };
}

/** The box that is ticked, and what stands beside each line in the form: the terms as they were shown. */
export const MADE = "agreeMade";
export const termsField = (lineId: string): string => `terms-${lineId}`;

/** Lines whose terms need a consent of their own before the order (전자상거래법 시행령 §21). */
export function madeToOrder<T extends Line>(groups: readonly { lines: readonly T[] }[]): T[] {
  return groups.flatMap((group) => group.lines.filter((line) => line.variant.product.returnPolicy.kind === "MADE_TO_ORDER"));
}

const plain = (text: string): string => text.replaceAll("\r\n", "\n").trim();

/** Whether the box was ticked beside just these terms: not before one was added, nor before they changed. */
export function hasAgreed(form: FormData, lines: readonly Line[]): boolean {
  if (lines.length === 0) return true;
  return readFlag(form, MADE) && lines.every((line) => plain(readText(form, termsField(line.id), 600)) === plain(line.variant.product.returnPolicy.note));
}
