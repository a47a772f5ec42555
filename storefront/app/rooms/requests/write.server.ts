import { CheckoutDocument, MyDraftsDocument, RequestCreateDocument, RequestPreviewDocument, RequestQuoteOffersDocument, RequestSubmitDocument, RequestUpdateDocument, type PurchaseRequestInput, type RequestFullFragment } from "~/gql/operations";
import { cartCookie, readCart } from "~/lib/cart.server.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import { fromPlace } from "~/rooms/account/address.ts";
import { addressWords, complaints } from "~/rooms/account/addressWords.ts";
import { gqlAgency, type Membership } from "~/rooms/agency/agency.server.ts";
import { forgetCart, languageVariables, type Context } from "~/rooms/cart/cart.server.ts";
import { startingValues } from "~/rooms/checkout/ContactForm.tsx";
import { loadBuyer, saveContact, type Buyer, type Desk } from "~/rooms/checkout/desk.server.ts";
import { placeText, readRequest, requestFaults, titleOf, type RequestValues } from "./form.ts";
import { requestFormWords } from "./formWords.ts";

const SEOUL_MS = 9 * 3_600_000;

/** The basket that a request is written from; null for none, or another's. */
export async function loadBasket(context: Context, checkoutId: string | null): Promise<Desk | null> {
  if (!checkoutId) return null;
  const { checkout } = await gqlAgency(context, CheckoutDocument, { id: checkoutId, ...languageVariables(context) });
  return checkout?.vendorGroups.length ? checkout : null;
}

/** The basket that the address names, else the one of this browser. */
export const basketId = (context: Context, request: Request): string | null => appOf(context).url.searchParams.get("checkout") ?? readCart(request, "public")?.checkoutId ?? null;

/** The own request that is written from this basket already. */
export async function draftOf(context: Context, membership: Membership, checkoutId: string): Promise<string | null> {
  const { purchaseRequests } = await gqlAgency(context, MyDraftsDocument, { agency: membership.agency.id });
  return nodesOf(purchaseRequests).find((draft) => draft.checkoutId === checkoutId)?.id ?? null;
}

/** Everything the form shows: the basket, what putting it up would do, which quotes of the agency still hold, and where it could go. */
export async function loadWriting(context: Context, { agency }: Membership, desk: Desk, written: RequestFullFragment | null) {
  const [{ purchaseRequestPreview: preview }, { quotes }, buyer] = await Promise.all([
    gqlAgency(context, RequestPreviewDocument, { checkout: desk.id, quotes: written?.quotes.map((quote) => quote.id) ?? [], language: appOf(context).languageCode }),
    gqlAgency(context, RequestQuoteOffersDocument, { agency: agency.id }),
    loadBuyer({ context }),
  ]);
  return { desk, preview, offers: nodesOf(quotes).filter((quote) => quote.isStanding && !quote.isEnded), buyer, values: valuesOf(context, desk, buyer, written, preview?.quotes.map((quote) => quote.id) ?? []), today: new Date(Date.now() + SEOUL_MS).toISOString().slice(0, 10) };
}

export type Writing = Awaited<ReturnType<typeof loadWriting>>;

function valuesOf(context: Context, desk: Desk, buyer: Buyer | null, written: RequestFullFragment | null, counted: string[]): RequestValues {
  const { place, shipping } = startingValues(desk, buyer);
  const t = requestFormWords(appOf(context).language);
  const names = desk.vendorGroups.flatMap((group) => group.lines.map((line) => line.variant.product.name));
  if (!written) return { title: titleOf(names, t.more), purpose: "", budgetLine: "", deliverBy: "", choiceReason: "", splitReason: "", quotes: counted, place, shipping };
  const { title, purpose, budget, deliverBy, choiceReason, splitReason, quotes } = written;
  return { title, purpose, budgetLine: budget?.id ?? "", deliverBy: deliverBy ?? "", choiceReason, splitReason, quotes: [...new Set([...quotes.map((quote) => quote.id), ...counted])], place, shipping };
}

export interface Written {
  requestId: string | null;
  errors: FieldError[];
  values: RequestValues;
}

/** Saves what was typed, and puts it up if that was asked for. What was saved before something failed stays. */
export async function write(context: Context, request: Request, form: FormData, { desk, requestId, isPutUp }: { desk: Desk; requestId: string | null; isPutUp: boolean }): Promise<Written> {
  const { language } = appOf(context);
  const t = requestFormWords(language);
  const values = readRequest(form);
  const buyer = await loadBuyer({ context });
  const place = buyer?.addresses.find((address) => address.id === values.place);
  const address = place ? fromPlace(place) : values.shipping;
  const say = { ...complaints(addressWords(language, "public")), title: t.needTitle, purpose: t.needPurpose, budgetLine: t.needLine, day: t.needDay };
  const faults = requestFaults(values, { isPutUp, hasPlace: Boolean(place) || !desk.isShippingRequired }, say);
  if (faults.length) return { requestId, errors: faults, values };
  const hasAddress = Boolean(place) || Boolean(address.street && address.postalCode);
  if (hasAddress) {
    const errors = await saveContact({ context, request, channel: "public" }, { desk, buyer, refusal: null }, { email: "", shipping: address, billing: null, note: desk.customerNote, keep: false });
    if (errors.length) return { requestId, errors, values };
  }
  const saved = await save(context, desk.id, requestId, { ...inputOf(values), ...(hasAddress ? { deliveryPlace: placeText(address) } : {}) });
  if (saved.errors.length || !saved.id || !isPutUp) return { requestId: saved.id, errors: saved.errors, values };
  const { purchaseRequestSubmit } = await gqlAgency(context, RequestSubmitDocument, { id: saved.id, total: Number(readText(form, "total", 20)) || null });
  const errors = fieldErrors(purchaseRequestSubmit?.errors);
  if (!errors.length && readCart(request, "public")?.checkoutId === desk.id) forgetCart({ context, request, channel: "public" });
  return { requestId: saved.id, errors, values };
}

const inputOf = ({ title, purpose, budgetLine, deliverBy, choiceReason, splitReason, quotes }: RequestValues): PurchaseRequestInput => ({
  title, purpose, budgetLine: budgetLine || null, deliverBy: deliverBy || null, choiceReason, splitReason, quotes,
});

async function save(context: Context, checkout: string, id: string | null, input: PurchaseRequestInput): Promise<{ id: string | null; errors: FieldError[] }> {
  if (id) {
    const { purchaseRequestUpdate } = await gqlAgency(context, RequestUpdateDocument, { id, checkout: null, input });
    return { id, errors: fieldErrors(purchaseRequestUpdate?.errors) };
  }
  const { purchaseRequestCreate } = await gqlAgency(context, RequestCreateDocument, { checkout, input });
  return { id: purchaseRequestCreate?.purchaseRequest?.id ?? null, errors: fieldErrors(purchaseRequestCreate?.errors) };
}

/** Opens the request's basket in the shop, so that its items can be changed there. */
export function openBasket(context: Context, desk: Desk): void {
  const quantity = desk.vendorGroups.flatMap((group) => group.lines).reduce((sum, line) => sum + line.quantity, 0);
  appOf(context).setCookie(cartCookie("public", { checkoutId: desk.id, quantity }));
}
