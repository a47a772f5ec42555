import { formWords } from "./formWords.ts";
import type { Notice } from "./listings.server.ts";

/** Fields of a listing on which staff can remark, by what they are called, and where they are mended. */
export function labelsOf(notice: Pick<Notice, "fields"> | null, t: ReturnType<typeof formWords>): { label: string; field: string; path: string }[] {
  const own: [string, string, string][] = [
    [t.name, "#name", "name"], [t.summary, "#summary", "summary"], [t.description, "#description", "description"], [t.priceHead, "/variants", "price"], [t.taxKind, "#taxKind", "taxKind"],
    [t.steps[2]!, "/pictures", "pictures"], [t.returnKind, "#returnKind", "returnPolicy"], [t.origin, "#origin", "originCountry"],
  ];
  return [...own.map(([label, field, path]) => ({ label, field, path })), ...(notice?.fields ?? []).map((field) => ({ label: field.label, field: `#notice.${field.code}`, path: `notice:${field.code}` }))];
}

/** The same in both languages: remarks are read in the one they were written in. */
export const allLabels = (notice: Pick<Notice, "fields"> | null) => [...labelsOf(notice, formWords("ko")), ...labelsOf(null, formWords("en"))];
