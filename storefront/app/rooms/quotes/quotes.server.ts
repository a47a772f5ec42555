import { data, redirect } from "react-router";
import {
  InstantQuotesDocument, QuoteBasketDocument, QuoteBundleDocument, QuoteChooseDocument, QuoteComparisonIssueDocument, QuoteFileAddDocument, QuoteFileRemoveDocument, QuoteInstantDocument, QuoteOneDocument,
  QuoteProductsDocument, QuoteQuestionAnswerDocument, QuoteRequestCancelDocument, QuoteRequestCreateDocument, QuoteRequestExtendDocument, QuoteRequestOneDocument, QuoteRequestSendDocument, QuoteRequestsDocument,
  QuoteRequestUpdateDocument, QuotesBuyDocument, QuoteVendorsDocument, type QuoteRequestOneQuery,
} from "~/gql/operations";
import { cartCookie, readCart } from "~/lib/cart.server.ts";
import { appOf } from "~/lib/context.server.ts";
import { fromCursor } from "~/lib/cursor.server.ts";
import { fieldErrors, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import { ensureAbility, gqlAgency, gqlAgencyWithFiles, membershipOf, type Membership } from "~/rooms/agency/agency.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { draftOf, emptyDraft, inputOf, momentOf, readDraft, rowOf, ROWS, wishesOf, withRows, type Draft, type Picked, type Wish } from "./form.ts";
import { instantPath, paperPath, requestPath } from "./parts.tsx";
import { quoteWords } from "./words.ts";

const PAGE = 20;
const CHANNEL = "public";
export type RequestPage = NonNullable<QuoteRequestOneQuery["quoteRequest"]>;
export type Compared = NonNullable<QuoteRequestOneQuery["quoteComparison"]>;

async function askerOf(context: Context, request: Request): Promise<Membership> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "REQUEST");
  return membership;
}

export async function loadQuotes(context: Context, request: Request) {
  const { agency } = await askerOf(context, request);
  const { searchParams } = appOf(context).url;
  const isInstant = searchParams.get("tab") === "instant";
  const asked = searchParams.get("after");
  if (isInstant) {
    const { found, isFirst } = await fromCursor(asked, (after) => gqlAgency(context, InstantQuotesDocument, { agency: agency.id, first: PAGE, after }));
    return { isInstant, requests: null, quotes: found.quotes, isFirst };
  }
  const { found, isFirst } = await fromCursor(asked, (after) => gqlAgency(context, QuoteRequestsDocument, { agency: agency.id, first: PAGE, after }));
  return { isInstant, requests: found.quoteRequests, quotes: null, isFirst };
}

async function basketOf(context: Context, request: Request) {
  const held = readCart(request, CHANNEL);
  return held ? (await gqlAgency(context, QuoteBasketDocument, { id: held.checkoutId })).checkout : null;
}

type Basket = NonNullable<Awaited<ReturnType<typeof basketOf>>>;

const unique = (vendors: readonly Picked[]): Picked[] => vendors.filter((one, at) => vendors.findIndex((other) => other.id === one.id) === at);

function fromBasket(basket: Basket): Partial<Draft> {
  const rows = basket.lines.map(({ quantity, variant }) => ({ name: variant.product.name, specification: variant.name, unit: "", quantity: String(quantity), variantId: variant.id }));
  return { rows: withRows(rows, rows.length + 1), vendors: unique(basket.lines.map(({ variant }) => variant.product.vendor)) };
}

/** The things that the address names, in its order. */
async function fromAddress(context: Context, wishes: readonly Wish[]): Promise<Partial<Draft>> {
  const { products } = await gqlAgency(context, QuoteProductsDocument, { slugs: [...new Set(wishes.map((wish) => wish.product))] });
  const found = nodesOf(products);
  const known = wishes.flatMap((wish) => {
    const product = found.find(({ slug }) => slug === wish.product);
    return product ? [{ product, row: rowOf(wish, product) }] : [];
  });
  const [first] = known;
  if (!first) return {};
  const title = known.length > 1 ? quoteWords(appOf(context).language).andMore(first.product.name, known.length - 1) : first.product.name;
  return { title, rows: withRows(known.map(({ row }) => row), Math.max(ROWS, known.length + 1)), vendors: unique(known.map(({ product }) => product.vendor)) };
}

export async function loadNew(context: Context, request: Request) {
  await askerOf(context, request);
  const { searchParams } = appOf(context).url;
  const basket = await basketOf(context, request);
  const wishes = wishesOf(searchParams);
  const begun = wishes.length ? await fromAddress(context, wishes) : searchParams.has("checkout") && basket ? fromBasket(basket) : {};
  return { draft: { ...emptyDraft(), ...begun }, basketLines: basket?.lines.length ?? 0, isInstant: searchParams.get("way") === "instant" };
}

/** What the form page answers when it stays: what was typed, what is wrong, which enterprises were found. */
const stays = (draft: Draft, errors: FieldError[] = [], found: Picked[] | null = null, search = "") => data({ draft, errors, found, search }, { status: errors.length ? 400 : 200 });

export async function writeRequest(context: Context, request: Request, form: FormData) {
  const membership = await askerOf(context, request);
  const intent = readIntent(form, ["more", "find", "save", "send", "instant"]);
  if (intent === "instant") return makeInstant(context, request, membership, form);
  const draft = readDraft(form, intent === "more");
  if (intent === "more") return stays(draft);
  if (intent === "find") return findVendors(context, form, draft);
  const kept = await keep(context, membership, draft);
  if (kept.errors.length || !kept.id) return stays(draft, kept.errors);
  if (intent === "save") return redirect(requestPath(kept.id, "?done=saved"), 303);
  const { quoteRequestSend: answer } = await gqlAgency(context, QuoteRequestSendDocument, { id: kept.id });
  const errors = fieldErrors(answer?.errors);
  return errors.length ? stays({ ...draft, id: kept.id }, errors) : redirect(requestPath(kept.id, "?done=sent"), 303);
}

async function findVendors(context: Context, form: FormData, draft: Draft) {
  const search = readText(form, "q", 60);
  const found = search ? nodesOf((await gqlAgency(context, QuoteVendorsDocument, { search })).vendors) : [];
  return stays(draft, [], found.map(({ id, name }) => ({ id, name })), search);
}

async function keep(context: Context, membership: Membership, draft: Draft): Promise<{ id: string; errors: FieldError[] }> {
  const input = inputOf(draft);
  if (draft.id) {
    const { quoteRequestUpdate } = await gqlAgency(context, QuoteRequestUpdateDocument, { id: draft.id, input });
    return { id: draft.id, errors: fieldErrors(quoteRequestUpdate?.errors) };
  }
  const { quoteRequestCreate: answer } = await gqlAgency(context, QuoteRequestCreateDocument, { agency: membership.agency.id, input });
  return { id: answer?.quoteRequest?.id ?? "", errors: fieldErrors(answer?.errors) };
}

async function makeInstant(context: Context, request: Request, membership: Membership, form: FormData) {
  const checkout = readCart(request, CHANNEL)?.checkoutId ?? "";
  const { quoteCreate: answer } = await gqlAgency(context, QuoteInstantDocument, { checkout, agency: membership.agency.id });
  const errors = fieldErrors(answer?.errors);
  const [quote] = answer?.quotes ?? [];
  return errors.length || !quote ? stays(form.has("rows") ? readDraft(form, false) : emptyDraft(), errors) : redirect(instantPath(quote.id), 303);
}

export async function loadRequest(context: Context, request: Request, id: string) {
  const membership = await membershipOf(context, request);
  const { quoteRequest, quoteComparison } = await gqlAgency(context, QuoteRequestOneDocument, { id });
  if (!quoteRequest) throw data(null, { status: 404 });
  const { searchParams } = appOf(context).url;
  return {
    request: quoteRequest, comparison: quoteComparison, draft: quoteRequest.status === "DRAFT" ? draftOf(quoteRequest) : null, canAct: membership.abilities.includes("REQUEST"),
    choosing: searchParams.get("choose"), isCancelling: searchParams.has("cancel"), done: searchParams.get("done"),
  };
}

const INTENTS = ["more", "find", "save", "send", "file", "unfile", "extend", "cancel", "answer", "choose", "issue", "buy"] as const;

export async function actOnRequest(context: Context, request: Request, id: string) {
  await askerOf(context, request);
  const form = await request.formData();
  const intent = readIntent(form, INTENTS);
  if (intent === "more" || intent === "find" || intent === "save" || intent === "send") {
    form.set("id", id);
    return writeRequest(context, request, form);
  }
  if (intent === "issue") return issue(context, id);
  if (intent === "buy") return buy(context, request, form);
  const [errors, done] = await step(context, id, intent, form);
  return errors.length ? data({ draft: null, errors, found: null, search: "" }, { status: 400 }) : redirect(requestPath(id, `?done=${done}`), 303);
}

async function step(context: Context, id: string, intent: string, form: FormData): Promise<[FieldError[], string]> {
  switch (intent) {
    case "file": {
      const file = form.get("file");
      if (!(file instanceof File) || !file.size) return [[], "file"];
      return [fieldErrors((await gqlAgencyWithFiles(context, QuoteFileAddDocument, { id, file })).quoteRequestFileAdd?.errors), "file"];
    }
    case "unfile":
      return [fieldErrors((await gqlAgency(context, QuoteFileRemoveDocument, { id: readText(form, "file", 200) })).quoteRequestFileRemove?.errors), "file"];
    case "extend": {
      const replyBy = momentOf(readText(form, "replyDay", 10), readText(form, "replyTime", 5)) ?? new Date(0).toISOString();
      return [fieldErrors((await gqlAgency(context, QuoteRequestExtendDocument, { id, replyBy })).quoteRequestExtend?.errors), "extended"];
    }
    case "cancel":
      return [fieldErrors((await gqlAgency(context, QuoteRequestCancelDocument, { id, reason: readText(form, "reason", 600) })).quoteRequestCancel?.errors), "canceled"];
    case "answer":
      return [fieldErrors((await gqlAgency(context, QuoteQuestionAnswerDocument, { id: readText(form, "question", 200), answer: readText(form, "answer", 2_100) })).quoteRequestAnswerQuestion?.errors), "answered"];
    default:
      return [fieldErrors((await gqlAgency(context, QuoteChooseDocument, { id: readText(form, "quote", 200), reason: readText(form, "reason", 600) })).quoteChoose?.errors), "chosen"];
  }
}

async function issue(context: Context, id: string) {
  const { quoteComparisonIssue: answer } = await gqlAgency(context, QuoteComparisonIssueDocument, { id });
  const errors = fieldErrors(answer?.errors);
  return errors.length || !answer?.paper ? data({ draft: null, errors, found: null, search: "" }, { status: 400 }) : redirect(paperPath("agency", answer.paper.id), 303);
}

/** Fills the public basket of this browser with what was quoted; one that is gone is replaced. */
export async function buy(context: Context, request: Request, form: FormData) {
  await askerOf(context, request);
  const ids = form.getAll("quote").filter((one): one is string => typeof one === "string").slice(0, 20);
  const held = readCart(request, CHANNEL)?.checkoutId ?? null;
  let { quotesToCheckout: answer } = await gqlAgency(context, QuotesBuyDocument, { ids, checkout: held });
  if (held && answer?.errors.some(({ field, code }) => code === "NOT_FOUND" && field !== "ids")) ({ quotesToCheckout: answer } = await gqlAgency(context, QuotesBuyDocument, { ids, checkout: null }));
  const errors = fieldErrors(answer?.errors);
  const checkout = answer?.checkout;
  if (errors.length || !checkout) return data({ draft: null, errors, found: null, search: "" }, { status: 400 });
  appOf(context).setCookie(cartCookie(CHANNEL, { checkoutId: checkout.id, quantity: checkout.lines.reduce((sum, line) => sum + line.quantity, 0) }));
  return redirect("/public/cart", 303);
}

export async function loadInstant(context: Context, request: Request, id: string) {
  const { agency } = await askerOf(context, request);
  const { quote } = await gqlAgency(context, QuoteOneDocument, { id });
  if (!quote?.bundle) throw data(null, { status: 404 });
  const { quotes } = await gqlAgency(context, QuoteBundleDocument, { agency: agency.id, bundle: quote.bundle });
  const others = nodesOf(quotes).filter((one) => one.id !== quote.id);
  return { quote, others };
}

export async function actOnInstant(context: Context, request: Request) {
  const form = await request.formData();
  readIntent(form, ["buy"]);
  return buy(context, request, form);
}
