import type { QuoteAnswerInput, VendorGoodsFragment, VendorQuoteRequestOneQuery } from "~/gql/operations";
import { readText } from "~/lib/form.ts";
import { splitVat, type VatSplit } from "~/lib/money.ts";

export type Asked = NonNullable<VendorQuoteRequestOneQuery["vendorQuoteRequest"]>;
export type Goods = VendorGoodsFragment;
/** `find`: with what words goods were looked for, for this item alone. */
export interface AnswerLine { itemId: string; price: string; variantId: string; remark: string; find: string }
export interface Answer { lines: AnswerLine[]; validUntil: string; days: string; delivery: string; remarks: string }
/** All that stands on the page: the answer, a question, why one declines. It goes along with each button, so that none of it is lost. */
export interface Typed { answer: Answer; question: string; reason: string }

export const MOST_WON = 1_000_000_000;
const LONGEST_REMARK = 200;
/** So many goods the API lists at once; who sells more looks for them by name. */
export const MOST_GOODS = 100;

/** Whole won as people write them: "1200", "1,200", "1,200원"; null for anything else, "1,2,0,0" and what the API refuses as too much. */
export function wonOf(text: string): number | null {
  const digits = /^(\d{1,10}|\d{1,3}(?:,\d{3}){1,3})\s*원?$/.exec(text.trim())?.[1];
  const won = digits === undefined ? null : Number(digits.replaceAll(",", ""));
  return won !== null && won <= MOST_WON ? won : null;
}

/** What was typed, as it was typed. */
export const readAnswer = (form: FormData, asked: Asked): Answer => ({
  lines: asked.items.map((item, at) => ({
    itemId: item.id, price: readText(form, `price-${at}`, 20), variantId: readText(form, `goods-${at}`, 100), remark: readText(form, `remark-${at}`, 300), find: readText(form, `search-${at}`, 60),
  })),
  validUntil: readText(form, "validUntil", 10), days: readText(form, "days", 4), delivery: readText(form, "delivery", 20), remarks: readText(form, "remarks", 2_100),
});

export const readTyped = (form: FormData, asked: Asked): Typed => ({ answer: readAnswer(form, asked), question: readText(form, "question", 2_100), reason: readText(form, "reason", 600) });

/** The answer that stands, or an empty one: own goods the request began with are taken for granted. */
export function startOf(asked: Asked): Answer {
  const standing = asked.quotes.find((quote) => quote.isStanding);
  const [only] = asked.listings.length === 1 ? asked.listings : [];
  return {
    lines: asked.items.map((item) => {
      const line = standing?.lines.find((one) => one.itemId === item.id);
      return { itemId: item.id, price: line ? String(line.unitPrice.amount) : "", variantId: line?.variantId ?? item.variantId ?? only?.id ?? "", remark: line?.remark ?? "", find: "" };
    }),
    validUntil: standing?.validUntil ?? "", days: standing?.deliveryDays === null || !standing ? "" : String(standing.deliveryDays), delivery: standing ? String(standing.delivery.gross.amount) : "", remarks: standing?.remarks ?? "",
  };
}

const plain = ({ lines, ...terms }: Answer) => JSON.stringify([lines.map(({ price, variantId, remark }) => [price, variantId, remark]), terms]);

/** Whether two answers say the same; what was looked for on the way does not count. */
export const isSame = (one: Answer, other: Answer): boolean => plain(one) === plain(other);

/** Goods by id: how a line is taxed is told by what it is sold as. */
export type Known = ReadonlyMap<string, Goods>;
export const knownOf = (...lists: readonly (readonly Goods[])[]): Known => new Map(lists.flat().map((one) => [one.id, one]));

/** What can be chosen for an item: what was found, and what is chosen already. */
export function optionsOf(line: AnswerLine, found: readonly Goods[], known: Known): Goods[] {
  const standing = known.get(line.variantId);
  return standing && !found.some((one) => one.id === standing.id) ? [standing, ...found] : [...found];
}

export interface Sums {
  /** Of each item; null while its price or its goods are missing. */
  lines: (VatSplit | null)[];
  delivery: VatSplit | null;
  /** Null while anything is missing. */
  total: VatSplit | null;
}

const sumOf = (parts: readonly VatSplit[]): VatSplit =>
  parts.reduce((sum, part) => ({ supply: sum.supply + part.supply, tax: sum.tax + part.tax, total: sum.total + part.total }), { supply: 0, tax: 0, total: 0 });

/** The amounts of the quote that this would become: VAT is split once a line, and the delivery is exempt when all goods are (docs/adr/0006). */
export function sumsOf(answer: Answer, asked: Asked, known: Known): Sums {
  const lines = answer.lines.map((line, at) => {
    const price = wonOf(line.price);
    const goods = known.get(line.variantId);
    return price === null || !goods ? null : splitVat(price * (asked.items[at]?.quantity ?? 0), goods.taxKind);
  });
  const charge = answer.delivery ? wonOf(answer.delivery) : 0;
  const isExempt = answer.lines.every((line) => known.get(line.variantId)?.taxKind === "EXEMPT");
  const delivery = charge === null ? null : splitVat(charge, isExempt ? "EXEMPT" : "TAXABLE");
  const all = [...lines, delivery].filter((part) => part !== null);
  return { lines, delivery, total: all.length === lines.length + 1 ? sumOf(all) : null };
}

export type FaultKind = "priceMissing" | "priceWrong" | "goodsMissing" | "goodsGone" | "remarkLong" | "deliveryWrong" | "daysMissing" | "daysWrong" | "validMissing";
/** `at`: the item it is about. */
export interface Fault { field: string; kind: FaultKind; at: number | null }

function lineFaults(line: AnswerLine, at: number, known: Known): Fault[] {
  const faults: Fault[] = [];
  if (!line.price) faults.push({ field: `price-${at}`, kind: "priceMissing", at });
  else if (wonOf(line.price) === null) faults.push({ field: `price-${at}`, kind: "priceWrong", at });
  if (!line.variantId) faults.push({ field: `goods-${at}`, kind: "goodsMissing", at });
  else if (!known.has(line.variantId)) faults.push({ field: `goods-${at}`, kind: "goodsGone", at });
  if (line.remark.length > LONGEST_REMARK) faults.push({ field: `remark-${at}`, kind: "remarkLong", at });
  return faults;
}

function termFaults({ days, validUntil }: Answer): Fault[] {
  const faults: Fault[] = [];
  if (!/^\d{1,3}$/.test(days)) faults.push({ field: "days", kind: days ? "daysWrong" : "daysMissing", at: null });
  if (!/^\d{4}-\d\d-\d\d$/.test(validUntil)) faults.push({ field: "validUntil", kind: "validMissing", at: null });
  return faults;
}

/** What is wrong, in the order of the page; to add up (`isWhole` false) only what is added counts. */
export function faultsOf(answer: Answer, known: Known, isWhole: boolean): Fault[] {
  const delivery: Fault[] = answer.delivery && wonOf(answer.delivery) === null ? [{ field: "delivery", kind: "deliveryWrong", at: null }] : [];
  return [...answer.lines.flatMap((line, at) => lineFaults(line, at, known)), ...delivery, ...(isWhole ? termFaults(answer) : [])];
}

/** What the API takes, of an answer without faults. */
export const inputOf = (answer: Answer): QuoteAnswerInput => ({
  items: answer.lines.map((line) => ({ itemId: line.itemId, variantId: line.variantId, unitPrice: wonOf(line.price) ?? 0, remark: line.remark })),
  validUntil: answer.validUntil, deliveryDays: Number(answer.days), delivery: wonOf(answer.delivery) ?? 0, remarks: answer.remarks,
});
