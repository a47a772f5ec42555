import type { ListingQuery, ReturnPolicyEnum, TaxKindEnum } from "~/gql/operations";
import type { FieldError } from "~/lib/form.ts";
import { defineMessages, type Language } from "~/lib/i18n/index.ts";
import { documentOf, textOf } from "./describe.ts";
import { combine, MOST_VARIANTS, readValues } from "./options.ts";

export type Product = NonNullable<ListingQuery["product"]>;
export type Kind = "goods" | "service" | "order";
export const CHANNELS = ["citizen", "public"] as const;
export const TAX_KINDS = ["TAXABLE", "EXEMPT", "ZERO_RATED"] as const satisfies readonly TaxKindEnum[];
export const RETURNS = ["STANDARD", "MADE_TO_ORDER", "PERISHABLE", "SEALED", "DIGITAL"] as const satisfies readonly ReturnPolicyEnum[];
const TEXTS = ["name", "summary", "description", "minimum", "dispatchDays", "origin", "weight", "returnNote", "price", "agencyPrice", "stock", "sku", "option1", "values1", "option2", "values2"] as const;
type Text = (typeof TEXTS)[number];

/** What stands in the form, as it was typed. */
export type Draft = Record<Text, string> & {
  taxKind: TaxKindEnum;
  returnKind: ReturnPolicyEnum;
  channels: string[];
  notice: Record<string, string>;
  attributes: Record<string, string>;
};

const LONGEST: Partial<Record<Text, number>> = { description: 60_000, returnNote: 2_000, values1: 2_000, values2: 2_000 };

const typed = (form: FormData, name: string, longest: number): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").slice(0, longest) : "";
};

/** Fields of one kind, "notice.material", by what stands behind the dot. */
function group(form: FormData, head: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of form) if (name.startsWith(`${head}.`) && typeof value === "string") found[name.slice(head.length + 1)] = value.trim().slice(0, 1_200);
  return found;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T => all.find((one) => one === value) ?? all[0]!;

export function draftOf(form: FormData): Draft {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, name === "description" ? typed(form, name, LONGEST.description!) : typed(form, name, LONGEST[name] ?? 400).trim()])) as Record<Text, string>;
  return {
    ...texts,
    taxKind: oneOf(TAX_KINDS, form.get("taxKind")),
    returnKind: oneOf(RETURNS, form.get("returnKind")),
    channels: CHANNELS.filter((channel) => form.getAll("channels").includes(channel)),
    notice: group(form, "notice"),
    attributes: group(form, "attribute"),
  };
}

const EMPTY = Object.fromEntries(TEXTS.map((name) => [name, ""])) as Record<Text, string>;

/** A form nobody has written in yet. */
export const emptyDraft = (kind: Kind): Draft => ({
  ...EMPTY,
  minimum: "1",
  dispatchDays: "3",
  taxKind: "TAXABLE",
  returnKind: kind === "order" ? "MADE_TO_ORDER" : "STANDARD",
  returnNote: kind === "order" ? "주문을 받은 다음 만들기 시작해요. 만들기 시작한 뒤에는 무를 수 없어요." : "",
  channels: [...CHANNELS],
  notice: {},
  attributes: {},
});

/** What waits for a review stands in the form, too: whoever writes on must see it. */
function waitingOf(product: Product): Map<string, unknown> {
  return new Map((product.openProposal?.changes ?? []).map((change) => [change.path, readJson(change.payload)]));
}

export function readJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** The API writes this where a fact is missing, for shoppers; here it is missing. */
const UNSTATED = "상품 상세설명 참조";
export const statedOf = (value: string): string => (value === UNSTATED ? "" : value);

export function draftFrom(product: Product): Draft {
  const waiting = waitingOf(product);
  const text = (path: string, now: string | null | undefined): string => String(waiting.get(path) ?? now ?? "");
  const document = waiting.get("description");
  const policy = waiting.get("returnPolicy") as { kind: string; note?: string } | undefined;
  const notice = Object.fromEntries((product.productNotice?.items ?? []).map((item) => [item.code, statedOf(item.value)]));
  for (const [path, value] of waiting) if (path.startsWith("notice:")) notice[path.slice(7)] = String(value ?? "");
  return {
    ...EMPTY,
    name: text("name", product.name),
    summary: text("summary", product.summary),
    description: textOf(document ? JSON.stringify(document) : product.description),
    taxKind: oneOf(TAX_KINDS, text("taxKind", product.taxKind).toUpperCase()),
    minimum: String(product.minimumOrderQuantity),
    dispatchDays: String(product.dispatchDays),
    origin: text("originCountry", product.originCountry),
    weight: product.weight ? String(gramsOf(product.weight)) : "",
    returnKind: oneOf(RETURNS, policy?.kind.toUpperCase() ?? product.returnPolicy.kind),
    returnNote: policy ? (policy.note ?? "") : product.returnPolicy.note,
    channels: (product.channelListings ?? []).map((listing) => listing.channel.slug),
    notice,
    attributes: Object.fromEntries(product.attributes.map(({ attribute, values }) => [attribute.id, values.map((value) => value.name).join(", ")])),
  };
}

const gramsOf = ({ unit, value }: { unit: string; value: number }): number => Math.round(unit === "KG" ? value * 1_000 : value);

/** A whole number out of what was typed, separators and unit apart; null for anything else. */
export function readWhole(text: string): number | null {
  const digits = text.replaceAll(/[,\s원₩개g]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

export const dimensionsOf = (draft: Draft) =>
  [{ name: draft.option1, values: readValues(draft.values1) }, { name: draft.option2, values: readValues(draft.values2) }].filter((one) => one.values.length);

const words = defineMessages({
  ko: {
    name: "상품 이름을 적어 주세요.", longName: "이름이 길어요. 250자까지 적을 수 있어요.", whole: (what: string) => `${what}: 숫자만 적어 주세요. 예: 12,000`,
    price: "판매가", agencyPrice: "기관 판매가", stock: "재고", minimum: "최소 주문 수량", dispatchDays: "발송까지 걸리는 날", weight: "무게", least: "최소 주문 수량은 1 이상이에요.",
    channels: "팔 곳을 하나는 골라 주세요.", many: `옵션은 ${MOST_VARIANTS}개까지 만들 수 있어요. 값을 줄여 주세요.`, option: "옵션 이름을 적어 주세요. 예: 크기", note: "청약철회가 안 되는 까닭을 적어 주세요. 사는 사람에게 그대로 보여요.",
  },
  en: {
    name: "Please write the name of the product.", longName: "The name is too long: 250 characters at most.", whole: (what) => `${what}: digits only, please, as in 12,000`,
    price: "Price", agencyPrice: "Price for agencies", stock: "Stock", minimum: "Minimum order", dispatchDays: "Days to dispatch", weight: "Weight", least: "The minimum order is 1 or more.",
    channels: "Choose at least one place to sell.", many: `At most ${MOST_VARIANTS} options can be made. Please use fewer values.`, option: "Please name the option, for example: Size", note: "Say why it cannot be withdrawn. Buyers see these words.",
  },
});

/** What is wrong in itself, whatever else is still missing: a draft may be as empty as it likes. */
export function draftErrors(draft: Draft, language: Language): FieldError[] {
  const t = words(language);
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, code: "INVALID", message });
  if (!draft.name) say("name", t.name);
  else if (draft.name.length > 250) say("name", t.longName);
  for (const field of ["price", "agencyPrice", "stock", "minimum", "dispatchDays", "weight"] as const) if (draft[field] && readWhole(draft[field]) === null) say(field, t.whole(t[field]));
  if (readWhole(draft.minimum) === 0) say("minimum", t.least);
  if (!draft.channels.length) say("channels", t.channels);
  if (draft.returnKind !== "STANDARD" && !draft.returnNote) say("returnNote", t.note);
  if (draft.values1 && !draft.option1) say("option1", t.option);
  if (draft.values2 && !draft.option2) say("option2", t.option);
  if (combine(dimensionsOf(draft)).length > MOST_VARIANTS) say("values1", t.many);
  return errors;
}

const attributeValue = (inputType: string | null, value: string) =>
  inputType === "PLAIN_TEXT" ? { plainText: value } : inputType === "NUMERIC" ? { numeric: value } : { dropdown: value ? { value } : null };

/** What the API is told of a product; of one that is there, only what is different. */
export function inputOf(draft: Draft, attributes: readonly { id: string; inputType: string | null }[], before?: Draft): Record<string, unknown> {
  const changed = (name: keyof Draft): boolean => !before || JSON.stringify(before[name]) !== JSON.stringify(draft[name]);
  const input: Record<string, unknown> = {};
  const put = (field: keyof Draft, name: string, value: unknown) => {
    if (changed(field)) input[name] = value;
  };
  put("name", "name", draft.name);
  put("summary", "summary", draft.summary);
  if (changed("description")) input.description = JSON.stringify(documentOf(draft.description));
  put("taxKind", "taxKind", draft.taxKind);
  put("minimum", "minimumOrderQuantity", readWhole(draft.minimum) ?? 1);
  put("dispatchDays", "dispatchDays", readWhole(draft.dispatchDays) ?? 3);
  put("origin", "originCountry", draft.origin);
  if (changed("weight")) input.weight = draft.weight ? { unit: "g", value: readWhole(draft.weight) } : null;
  if (changed("returnKind") || changed("returnNote")) input.returnPolicy = { kind: draft.returnKind, note: draft.returnNote };
  const given = attributes.filter(({ id }) => draft.attributes[id] !== (before?.attributes[id] ?? "") && draft.attributes[id] !== undefined);
  if (given.length) input.attributes = given.map(({ id, inputType }) => ({ id, ...attributeValue(inputType, draft.attributes[id]!) }));
  const facts = Object.entries(draft.notice).filter(([code, value]) => value !== (before?.notice[code] ?? ""));
  if (facts.length) input.legalNotice = { values: facts.map(([code, value]) => ({ code, value })) };
  return input;
}
