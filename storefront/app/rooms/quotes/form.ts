import type { QuoteRequestFullFragment, QuoteRequestInput } from "~/gql/operations";
import { readText } from "~/lib/form.ts";

export interface Row { name: string; specification: string; unit: string; quantity: string; variantId: string }
export interface Picked { id: string; name: string }
export interface Draft {
  id: string;
  title: string;
  specification: string;
  deliveryPlace: string;
  deliveryBy: string;
  replyDay: string;
  replyTime: string;
  rows: Row[];
  vendors: Picked[];
}

export const ROWS = 3;
const MOST_ROWS = 50;
const MORE = 5;
const LONGEST_SLUG = 255;
const EMPTY: Row = { name: "", specification: "", unit: "", quantity: "", variantId: "" };
const SEOUL = "+09:00";
const NOON = "18:00";

export const withRows = (rows: readonly Row[], count: number): Row[] => [...rows, ...Array.from({ length: Math.max(0, Math.min(count, MOST_ROWS) - rows.length) }, () => EMPTY)];

export const emptyDraft = (): Draft => ({ id: "", title: "", specification: "", deliveryPlace: "", deliveryBy: "", replyDay: "", replyTime: NOON, rows: withRows([], ROWS), vendors: [] });

/** One thing that a quote is asked for, as an address names it: slug, pieces, and which of its kinds. */
export interface Wish { product: string; quantity: string; variantId: string }

/** "?product=a&quantity=3&product=b&quantity=5": pairs by their place, a kind beside them where it is known. */
export function wishesOf(query: URLSearchParams): Wish[] {
  const [quantities, variants] = [query.getAll("quantity"), query.getAll("variantId")];
  const wishes = query.getAll("product").slice(0, MOST_ROWS).map((product, at) => ({ product, quantity: String(digits(quantities[at] ?? "") || ""), variantId: variants[at] ?? "" }));
  return wishes.filter(({ product }) => product && product.length <= LONGEST_SLUG);
}

/** The row of a wish: of the kind that was named, else of the only one. */
export function rowOf({ quantity, variantId }: Wish, { name, variants }: { name: string; variants: readonly { id: string; name: string }[] | null }): Row {
  const kind = variants?.find(({ id }) => id === variantId) ?? (variants?.length === 1 ? variants[0] : undefined);
  return { ...EMPTY, name, specification: kind?.name ?? "", quantity, variantId: kind?.id ?? "" };
}

/** What was typed, as it was typed: nothing is lost by an error. */
export function readDraft(form: FormData, more: boolean): Draft {
  const count = Math.min(Number(readText(form, "rows", 3)) || 0, MOST_ROWS);
  const rows = Array.from({ length: count }, (_, at) => ({
    name: readText(form, `name-${at}`, 200), specification: readText(form, `spec-${at}`, 600), unit: readText(form, `unit-${at}`, 30), quantity: readText(form, `quantity-${at}`, 12), variantId: readText(form, `variant-${at}`, 100),
  }));
  const vendors = form.getAll("vendor").flatMap((one) => {
    const [id, ...name] = typeof one === "string" ? one.split("|") : [];
    return id ? [{ id: id.slice(0, 100), name: name.join("|").slice(0, 120) }] : [];
  });
  return {
    id: readText(form, "id", 200), title: readText(form, "title", 300), specification: readText(form, "specification", 12_000), deliveryPlace: readText(form, "deliveryPlace", 400), deliveryBy: readText(form, "deliveryBy", 10),
    replyDay: readText(form, "replyDay", 10), replyTime: readText(form, "replyTime", 5) || NOON, rows: withRows(rows, more ? count + MORE : count), vendors: vendors.filter((one, at) => vendors.findIndex((other) => other.id === one.id) === at),
  };
}

const digits = (text: string): number => (/^\d{1,6}$/.test(text.replaceAll(",", "")) ? Number(text.replaceAll(",", "")) : 0);

/** "2026-11-26" and "18:00" in Seoul as a moment; null for anything else. */
export function momentOf(day: string, time: string): string | null {
  const text = `${day}T${time || NOON}:00${SEOUL}`;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+09:00$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

export const inputOf = (draft: Draft): QuoteRequestInput => ({
  title: draft.title, specification: draft.specification, deliveryPlace: draft.deliveryPlace, deliveryBy: /^\d{4}-\d\d-\d\d$/.test(draft.deliveryBy) ? draft.deliveryBy : null, replyBy: momentOf(draft.replyDay, draft.replyTime),
  items: draft.rows.filter((row) => row.name || row.quantity).map((row) => ({ name: row.name, specification: row.specification, unit: row.unit, quantity: digits(row.quantity), variantId: row.variantId || null })),
  vendors: draft.vendors.map((one) => one.id),
});

const seoul = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Seoul" });

/** A kept draft as the form shows it. */
export function draftOf(request: QuoteRequestFullFragment): Draft {
  const [replyDay = "", replyTime = NOON] = request.replyBy ? seoul.format(new Date(request.replyBy)).split(" ") : [];
  const rows = request.items.map((item) => ({ name: item.name, specification: item.specification, unit: item.unit, quantity: String(item.quantity), variantId: item.variantId ?? "" }));
  return {
    id: request.id, title: request.title, specification: request.specification, deliveryPlace: request.deliveryPlace, deliveryBy: request.deliveryBy ?? "", replyDay, replyTime, rows: withRows(rows, rows.length + 1),
    vendors: request.invitations.map(({ vendor }) => ({ id: vendor.id, name: vendor.name })),
  };
}
