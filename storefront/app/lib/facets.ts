import type { ProductFilterInput, ProductOrder } from "~/gql/operations";
import { MAX_QUANTITY, type TaxKind } from "./money.ts";

/** What is chosen on a list page. The address line is its only home: every change is a link or a plain form. */
export interface ListState {
  q: string;
  certificates: string[];
  districts: string[];
  values: string[];
  taxKinds: TaxKind[];
  kind: "goods" | "service" | null;
  min: number | null;
  max: number | null;
  sort: SortKey;
  after: string | null;
  before: string | null;
  page: number;
  quantity: number | null;
  /** What public buyers ask for beside (함께누리). */
  duties: string[];
  /** Won, VAT and delivery included, for the quantity. */
  budget: number | null;
  /** At most so many quotes for a private contract. */
  quotes: number | null;
  /** There by this day (YYYY-MM-DD), which needs a place. */
  by: string | null;
  /** Where to: what was typed; `placeOf` says whether it is a postcode. */
  to: string;
}

export type SortKey = "best" | "new" | "low" | "high" | "name";
export type FacetKey = "certificates" | "districts" | "values" | "taxKinds";

const SORTS: readonly SortKey[] = ["best", "new", "low", "high", "name"];
const TAX_KINDS: readonly TaxKind[] = ["TAXABLE", "ZERO_RATED", "EXEMPT"];
const NAMES: Record<FacetKey, string> = { certificates: "cert", districts: "gu", values: "value", taxKinds: "tax" };
const MAX_CHOICES = 30;
const MAX_WON = 1_000_000_000;
const MAX_PAGE = 100_000;
const MAX_BUDGET = 999_999_999_999;
const MAX_QUOTES = 9;

const number = (value: string | null, maximum: number): number | null => {
  const digits = (value ?? "").replace(/[,\s]/g, "");
  return /^\d{1,12}$/.test(digits) ? Math.min(Number(digits), maximum) : null;
};
const codes = (params: URLSearchParams, key: FacetKey): string[] =>
  [...new Set(params.getAll(NAMES[key]).filter((code) => /^[\w-]{1,60}$/.test(code)))].slice(0, MAX_CHOICES);
const cursor = (value: string | null): string | null => (value && value.length <= 400 ? value : null);

/** A day as the calendar has it, else null. */
const dayOf = (value: string | null): string | null => {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : null;
};

/** The postcode that was typed, if it is one: five digits. */
export const placeOf = (state: Pick<ListState, "to">): string | null => (/^\d{5}$/.test(state.to) ? state.to : null);

export function readList(params: URLSearchParams): ListState {
  const sort = params.get("sort") as SortKey;
  const kind = params.get("kind");
  const [first, second] = [number(params.get("min"), MAX_WON), number(params.get("max"), MAX_WON)];
  const swapped = first !== null && second !== null && first > second;
  const after = cursor(params.get("after"));
  return {
    q: (params.get("q") ?? "").trim().slice(0, 100),
    certificates: codes(params, "certificates"),
    districts: codes(params, "districts"),
    values: codes(params, "values"),
    taxKinds: codes(params, "taxKinds").filter((code): code is TaxKind => (TAX_KINDS as readonly string[]).includes(code)),
    kind: kind === "goods" || kind === "service" ? kind : null,
    min: swapped ? second : first,
    max: swapped ? first : second,
    sort: SORTS.includes(sort) ? sort : "best",
    after,
    before: after ? null : cursor(params.get("before")),
    page: Math.max(1, number(params.get("page"), MAX_PAGE) ?? 1),
    quantity: number(params.get("qty"), MAX_QUANTITY) || null,
    duties: [...new Set(params.getAll("duty").filter((code) => /^[\w-]{1,60}$/.test(code)))].slice(0, MAX_CHOICES),
    budget: number(params.get("budget"), MAX_BUDGET) || null,
    quotes: number(params.get("quotes"), MAX_QUOTES),
    by: dayOf(params.get("by")),
    to: (params.get("to") ?? "").trim().slice(0, 10),
  };
}

/** The query string of a state, "" when nothing is chosen; always in the same order, so that addresses stay comparable. */
export function listSearch(state: ListState): string {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  for (const key of ["certificates", "districts", "values", "taxKinds"] as const) {
    for (const code of state[key]) params.append(NAMES[key], code);
  }
  if (state.kind) params.set("kind", state.kind);
  if (state.min !== null) params.set("min", String(state.min));
  if (state.max !== null) params.set("max", String(state.max));
  if (state.sort !== "best") params.set("sort", state.sort);
  if (state.quantity) params.set("qty", String(state.quantity));
  for (const code of state.duties) params.append("duty", code);
  if (state.budget) params.set("budget", String(state.budget));
  if (state.quotes !== null) params.set("quotes", String(state.quotes));
  if (state.by) params.set("by", state.by);
  if (state.to) params.set("to", state.to);
  if (state.after) params.set("after", state.after);
  if (state.before) params.set("before", state.before);
  if ((state.after || state.before) && state.page > 1) params.set("page", String(state.page));
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** A changed state starts again at the first page. */
export const change = (state: ListState, part: Partial<ListState>): ListState => ({ ...state, after: null, before: null, page: 1, ...part });

export function toggle(state: ListState, key: FacetKey, code: string): ListState {
  const chosen: readonly string[] = state[key];
  return change(state, { [key]: chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code] });
}

export const cleared = (state: ListState): ListState =>
  change(state, { certificates: [], districts: [], values: [], taxKinds: [], kind: null, min: null, max: null, duties: [], budget: null, quotes: null, by: null });

/** How many of the public buyers' conditions narrow the list. */
export const needsCount = (state: ListState): number =>
  state.duties.length + (state.budget ? 1 : 0) + (state.quotes === null ? 0 : 1) + (state.by && placeOf(state) ? 1 : 0);

export const chosenCount = (state: ListState): number =>
  state.certificates.length + state.districts.length + state.values.length + state.taxKinds.length + (state.kind ? 1 : 0) + (state.min !== null || state.max !== null ? 1 : 0) + needsCount(state);

interface Scope {
  categoryId?: string;
  campaign?: string;
  vendorId?: string;
  value?: string;
}

export function apiFilter(state: ListState, scope: Scope = {}): ProductFilterInput {
  const filter: ProductFilterInput = {};
  if (scope.categoryId) filter.categories = [scope.categoryId];
  if (scope.campaign) filter.campaign = scope.campaign;
  if (scope.vendorId) filter.vendors = [scope.vendorId];
  if (state.q) filter.search = state.q;
  if (state.certificates.length) filter.certificates = state.certificates;
  if (state.districts.length) filter.districts = state.districts;
  const values = scope.value ? [scope.value] : state.values;
  if (values.length) filter.values = values;
  if (state.taxKinds.length) filter.taxKinds = state.taxKinds;
  if (state.kind) filter.isService = state.kind === "service";
  if (state.min !== null || state.max !== null) filter.minimalPrice = { gte: state.min, lte: state.max };
  return { ...filter, ...needsFilter(state) };
}

function needsFilter(state: ListState): ProductFilterInput {
  const quantity = state.quantity ?? 1;
  const place = placeOf(state);
  const filter: ProductFilterInput = {};
  if (state.duties.length) filter.countsFor = state.duties;
  if (state.budget) filter.fitsBudget = { amount: state.budget, quantity, postalCode: place };
  if (state.quotes !== null) filter.route = { quotes: state.quotes, quantity };
  if (state.by && place) filter.deliversBy = { date: state.by, postalCode: place, quantity };
  return filter;
}

/** The API's order for a key. The best match exists only for a search; elsewhere the newest come first. */
export function apiSort(state: ListState): ProductOrder {
  switch (state.sort) {
    case "low":
      return { field: "MINIMAL_PRICE", direction: "ASC" };
    case "high":
      return { field: "MINIMAL_PRICE", direction: "DESC" };
    case "name":
      return { field: "NAME", direction: "ASC" };
    case "new":
      return { field: "PUBLISHED_AT", direction: "DESC" };
    default:
      return { field: state.q ? "RANK" : "PUBLISHED_AT", direction: "DESC" };
  }
}

export interface PageWindow {
  first?: number;
  last?: number;
  after?: string;
  before?: string;
}

export function pageWindow(state: Pick<ListState, "after" | "before">, size: number): PageWindow {
  if (state.before) return { last: size, before: state.before };
  return state.after ? { first: size, after: state.after } : { first: size };
}

/** Facet counts in steps that read well: what the API calls 10000 and 30000 becomes "1–3만원" on the page. */
export const samePrice = (state: ListState, from: number, to: number | null): boolean => (state.min ?? 0) === from && state.max === (to === null ? null : to - 1);

/** A search as it was first asked: whatever narrows it further finds less, and says nothing about what the market lacks. */
export const isPlainSearch = (state: ListState): boolean =>
  !state.after && !state.before && state.page === 1 && state.kind === null && state.min === null && state.max === null &&
  needsCount(state) === 0 && [state.certificates, state.districts, state.values, state.taxKinds].every((chosen) => chosen.length === 0);
