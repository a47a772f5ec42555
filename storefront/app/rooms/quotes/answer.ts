import type { QuoteAnswerInput, VendorQuoteRequestOneQuery } from "~/gql/operations";
import { readText } from "~/lib/form.ts";

export type Asked = NonNullable<VendorQuoteRequestOneQuery["vendorQuoteRequest"]>;
export interface AnswerLine { itemId: string; price: string; variantId: string; remark: string }
export interface Answer { lines: AnswerLine[]; validUntil: string; days: string; delivery: string; remarks: string }

const wonOf = (text: string): number | null => (/^\d{1,10}$/.test(text.replace(/[,\s원]/g, "")) ? Number(text.replace(/[,\s원]/g, "")) : null);

/** What was typed, as it was typed. */
export const readAnswer = (form: FormData, asked: Asked): Answer => ({
  lines: asked.items.map((item, at) => ({ itemId: item.id, price: readText(form, `price-${at}`, 20), variantId: readText(form, `goods-${at}`, 100), remark: readText(form, `remark-${at}`, 300) })),
  validUntil: readText(form, "validUntil", 10), days: readText(form, "days", 4), delivery: readText(form, "delivery", 20), remarks: readText(form, "remarks", 2_100),
});

/** The answer that stands, or an empty one: own goods the request began with are taken for granted. */
export function startOf(asked: Asked): Answer {
  const standing = asked.quotes.find((quote) => quote.isStanding);
  const [only] = asked.listings.length === 1 ? asked.listings : [];
  return {
    lines: asked.items.map((item) => {
      const line = standing?.lines.find((one) => one.itemId === item.id);
      return { itemId: item.id, price: line ? String(line.unitPrice.amount) : "", variantId: line?.variantId ?? item.variantId ?? only?.id ?? "", remark: line?.remark ?? "" };
    }),
    validUntil: standing?.validUntil ?? "", days: standing?.deliveryDays === null || !standing ? "" : String(standing.deliveryDays), delivery: standing ? String(standing.delivery.gross.amount) : "", remarks: standing?.remarks ?? "",
  };
}

/** Lines and delivery in won; null while something is no number. */
export function totalOf(answer: Answer, asked: Asked): number | null {
  const parts = answer.lines.map((line, at) => {
    const price = wonOf(line.price);
    return price === null ? null : price * (asked.items[at]?.quantity ?? 0);
  });
  const all = [...parts, answer.delivery ? wonOf(answer.delivery) : 0];
  return all.some((part) => part === null) ? null : all.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/** What the API takes; null while a number or a day is none. */
export function inputOf(answer: Answer): QuoteAnswerInput | null {
  const prices = answer.lines.map((line) => wonOf(line.price));
  const delivery = answer.delivery ? wonOf(answer.delivery) : 0;
  if (prices.includes(null) || delivery === null || !/^\d{1,3}$/.test(answer.days) || !/^\d{4}-\d\d-\d\d$/.test(answer.validUntil)) return null;
  return {
    items: answer.lines.map((line, at) => ({ itemId: line.itemId, variantId: line.variantId, unitPrice: prices[at] ?? 0, remark: line.remark })),
    validUntil: answer.validUntil, deliveryDays: Number(answer.days), delivery, remarks: answer.remarks,
  };
}
