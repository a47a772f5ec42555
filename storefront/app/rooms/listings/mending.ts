import { readJson } from "./draft.ts";
import { readWhole } from "./draft.ts";

/** What of a proposal can be mended in a plain field, and how the field's text becomes the value again. */
export interface Editable {
  text: string;
  isLong: boolean;
  isNumber: boolean;
}

const TEXTS = new Set(["name", "summary", "originCountry", "seoTitle", "seoDescription"]);
const kindOf = (path: string): "text" | "price" | null => {
  const [head = "", , third] = path.split(":");
  if (TEXTS.has(path) || head === "notice" || third === "name" || third === "sku" || third === "alt") return "text";
  return head === "variant" && third === "price" ? "price" : null;
};

export function editableOf(path: string, payload: unknown): Editable | null {
  const value = readJson(payload);
  switch (kindOf(path)) {
    case "text":
      return typeof value === "string" ? { text: value, isLong: value.length > 60, isNumber: false } : null;
    case "price": {
      const price = (value as { price?: string | null } | null)?.price;
      return price ? { text: String(Number(price)), isLong: false, isNumber: true } : null;
    }
    default:
      return null;
  }
}

/** The value that a typed text stands for, as the API takes it; null where it stands for none. */
export function editOf(path: string, payload: unknown, text: string): string | null {
  if (kindOf(path) === "text") return JSON.stringify(text.trim());
  const price = readWhole(text);
  return price === null ? null : JSON.stringify({ ...(readJson(payload) as object | null), price: String(price) });
}

/** The edits of a form (`edit:<path>`) that differ from what is proposed. Paths that cannot be read are named apart. */
export function editsIn(form: FormData, proposed: ReadonlyMap<string, unknown>): { edits: { path: string; value: string }[]; wrong: string[] } {
  const edits: { path: string; value: string }[] = [];
  const wrong: string[] = [];
  for (const [name, given] of form) {
    if (!name.startsWith("edit:") || typeof given !== "string") continue;
    const path = name.slice(5);
    if (!proposed.has(path)) continue;
    const payload = proposed.get(path);
    const before = editableOf(path, payload);
    if (!before || before.text === given.trim()) continue;
    const value = editOf(path, payload, given.slice(0, 2_000));
    if (value === null) wrong.push(path);
    else edits.push({ path, value });
  }
  return { edits, wrong };
}

/** Remarks of a form (`reason:<path>`): those on what is proposed by path, the others as lines of the comment. */
export function remarksIn(form: FormData, proposed: ReadonlySet<string>, labels: ReadonlyMap<string, string>): { reasons: { path: string; text: string }[]; lines: string[] } {
  const reasons: { path: string; text: string }[] = [];
  const lines: string[] = [];
  for (const [name, given] of form) {
    const text = typeof given === "string" ? given.trim().replaceAll(/\s+/g, " ").slice(0, 500) : "";
    if (!name.startsWith("reason:") || !text) continue;
    const path = name.slice(7);
    const label = labels.get(path);
    if (proposed.has(path)) reasons.push({ path, text });
    else if (label) lines.push(`[${label}] ${text}`);
  }
  return { reasons, lines };
}
