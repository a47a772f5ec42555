import { data, redirect } from "react-router";
import {
  AgainDocument, AgainFillDocument, CartDocument, ListAddDocument, ListChangeDocument, ListCopyDocument, ListCreateDocument, ListDeleteDocument, ListFillDocument, ListOneDocument, ListsDocument, ListUpdateDocument,
  QuickFillDocument, QuickReadDocument, type FilledCheckoutFragment,
} from "~/gql/operations";
import { cartCookie, readCart } from "~/lib/cart.server.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readFlag, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { ApiError } from "~/lib/graphql.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { ensureAbility, gqlAgency, gqlAgencyWithFiles, membershipOf, type Membership } from "~/rooms/agency/agency.server.ts";
import { languageVariables, type Context } from "~/rooms/cart/cart.server.ts";
import { readSeen, seenCookie } from "~/rooms/cart/seen.server.ts";
import { listPath, moved, pickedOf, piecesOf, type Picked } from "./state.ts";
import { listWords } from "./words.ts";

const PAGE = 30;
const MOST_CHOICES = 100;
const MOST_PICKED = 300;
const LONGEST_TEXT = 30_000;
const LARGEST_FILE = 10_000_000;
const LARGEST_BODY = 10_200_000;
const CHANNEL = "public";

async function askerOf(context: Context, request: Request): Promise<Membership> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "REQUEST");
  return membership;
}

async function orMissing<T>(ask: Promise<T>): Promise<T> {
  return ask.catch((error: unknown) => {
    if (error instanceof ApiError && error.has("GraphQLError")) throw data(null, { status: 404 });
    throw error;
  });
}

const refused = (errors: FieldError[]) => data({ errors }, { status: 400 });
const isMissing = (errors: readonly FieldError[]) => errors.some((error) => error.code === "NOT_FOUND" && error.field === "id");

/** What somebody is about to put on a list: one thing, or all of the basket. */
async function waitingFor(context: Context, request: Request): Promise<{ picked: Picked[]; isBasket: boolean }> {
  const asked = appOf(context).url.searchParams;
  if (asked.get("from") === "basket") {
    const held = readCart(request, CHANNEL);
    const { checkout } = held ? await gqlAgency(context, CartDocument, { id: held.checkoutId, ...languageVariables(context) }) : { checkout: null };
    const lines = checkout?.vendorGroups.flatMap((group) => group.lines) ?? [];
    return { picked: lines.map((line) => ({ variant: line.variant.id, quantity: line.quantity })), isBasket: true };
  }
  const variant = asked.get("variantId") ?? "";
  return { picked: variant && variant.length <= 200 ? [{ variant, quantity: Math.max(1, piecesOf(asked.get("quantity"))) }] : [], isBasket: false };
}

export async function loadLists(context: Context, request: Request) {
  const membership = await askerOf(context, request);
  const asked = appOf(context).url.searchParams;
  const search = (asked.get("q") ?? "").trim().slice(0, 100);
  const cursor = asked.get("after");
  const after = cursor && cursor.length <= 400 ? cursor : null;
  const waiting = await waitingFor(context, request);
  const first = waiting.picked.length ? MOST_CHOICES : PAGE;
  const { sharedLists } = await gqlAgency(context, ListsDocument, { agency: membership.agency.id, search, first, after });
  return { lists: sharedLists, waiting, search, isFirst: after === null, ok: asked.get("ok") };
}

async function makeList(context: Context, membership: Membership, form: FormData): Promise<{ id: string | null; errors: FieldError[] }> {
  const share = readText(form, "share", 20);
  const { sharedListCreate: answer } = await gqlAgency(context, ListCreateDocument, { agency: membership.agency.id, name: readText(form, "name", 200), note: readText(form, "note", 400), isShared: share !== "own", isOfAll: share === "agency" });
  return { id: answer?.sharedList?.id ?? null, errors: fieldErrors(answer?.errors) };
}

/** Makes a list, and puts on it, or on one that is there, what the person came with. */
export async function listsAction(context: Context, request: Request) {
  const membership = await askerOf(context, request);
  const form = await request.formData();
  readIntent(form, ["create", "put"]);
  const items = pickedOf(form, MOST_PICKED);
  const known = readText(form, "list", 200);
  const made = known && known !== "new" ? { id: known, errors: [] } : await makeList(context, membership, form);
  if (made.errors.length || !made.id) return refused(made.errors);
  if (items.length) {
    const { sharedListItemsAdd: answer } = await gqlAgency(context, ListAddDocument, { id: made.id, items });
    const errors = fieldErrors(answer?.errors);
    if (errors.length) return refused(errors);
  }
  return redirect(`${listPath(made.id)}?ok=${items.length ? "put" : "made"}`, 303);
}

export async function loadList(context: Context, request: Request, id: string) {
  await askerOf(context, request);
  const asked = appOf(context).url.searchParams;
  const { sharedList: list } = await orMissing(gqlAgency(context, ListOneDocument, { id }));
  if (!list) throw data(null, { status: 404 });
  return { list, ok: asked.get("ok"), filled: piecesOf(asked.get("filled")), left: piecesOf(asked.get("left")) };
}

/** Everything the page of a list is asked to do. */
export async function listAction(context: Context, request: Request, id: string) {
  await askerOf(context, request);
  const form = await request.formData();
  const intent = readText(form, "intent", 300);
  const move = /^(up|down):(.{1,200})$/.exec(intent);
  if (move) return arrange(context, id, form, move[2] ?? "", move[1] === "up" ? -1 : 1);
  switch (readIntent(form, ["save", "fill", "update", "share", "unshare", "copy", "delete"])) {
    case "save":
      return answered(await saveItems(context, id, form), `${listPath(id)}?ok=saved`);
    case "fill": {
      const items = pickedOf(form, MOST_PICKED);
      if (!items.length) return refused([{ field: null, code: "REQUIRED", message: listWords(appOf(context).language).pickFirst }]);
      const filling = await fill(context, request, async (checkout) => (await gqlAgency(context, ListFillDocument, { id, items, checkout, takesLess: readFlag(form, "less") })).sharedListToCheckout);
      if (filling.errors.length) return answered(filling.errors, "");
      return redirect(`${listPath(id)}?ok=filled&filled=${filling.added}&left=${filling.left}`, 303);
    }
    case "update":
      return answered(fieldErrors((await gqlAgency(context, ListUpdateDocument, { id, name: readText(form, "name", 200), note: readText(form, "note", 400) })).sharedListUpdate?.errors), `${listPath(id)}?ok=saved`);
    case "share":
    case "unshare":
      return answered(fieldErrors((await gqlAgency(context, ListUpdateDocument, { id, isShared: intent === "share" })).sharedListUpdate?.errors), `${listPath(id)}?ok=${intent}`);
    case "copy": {
      const { sharedListCopy: answer } = await gqlAgency(context, ListCopyDocument, { id });
      return answered(fieldErrors(answer?.errors), `${listPath(answer?.sharedList?.id ?? id)}?ok=copied`);
    }
    case "delete":
      return answered(fieldErrors((await gqlAgency(context, ListDeleteDocument, { id })).sharedListDelete?.errors), "/agency/lists?ok=deleted");
  }
}

function answered(errors: FieldError[], to: string) {
  if (isMissing(errors)) throw data(null, { status: 404 });
  return errors.length ? refused(errors) : redirect(to, 303);
}

async function saveItems(context: Context, id: string, form: FormData): Promise<FieldError[]> {
  const gone = new Set(form.getAll("remove"));
  const items = form.getAll("row").filter((one): one is string => typeof one === "string" && one.length <= 200).slice(0, MOST_PICKED).map((variant) => ({
    variant,
    // What was typed and is no quantity is refused by the API; only a tick takes a thing off.
    quantity: gone.has(variant) ? 0 : piecesOf(form.get(`q:${variant}`)) || -1,
    note: readText(form, `n:${variant}`, 300),
  }));
  return fieldErrors((await gqlAgency(context, ListChangeDocument, { id, items })).sharedListItemsUpdate?.errors);
}

async function arrange(context: Context, id: string, form: FormData, variant: string, by: -1 | 1) {
  const order = moved(form.getAll("row").filter((one): one is string => typeof one === "string").slice(0, MOST_PICKED), variant, by);
  return answered(fieldErrors((await gqlAgency(context, ListChangeDocument, { id, order })).sharedListItemsUpdate?.errors), `${listPath(id)}?ok=moved`);
}

interface Filled {
  checkout: FilledCheckoutFragment | null;
  added: { standing: string }[] | null;
  leftOut: { standing: string }[] | null;
  errors: { field: string | null; code: string; message: string | null }[];
}

/** Fills the basket of this browser; a basket that is gone is replaced by a new one. Keeps the cookies in step. */
async function fill(context: Context, request: Request, ask: (checkout: string | null) => Promise<Filled | null | undefined>) {
  const held = readCart(request, CHANNEL)?.checkoutId ?? null;
  let answer = await ask(held);
  if (held && answer?.errors.some((error) => error.field === "checkout")) answer = await ask(null);
  const errors = fieldErrors(answer?.errors);
  const checkout = answer?.checkout;
  if (checkout && !errors.length) {
    const quantity = checkout.lines.reduce((sum, line) => sum + line.quantity, 0);
    const { setCookie } = appOf(context);
    setCookie(cartCookie(CHANNEL, { checkoutId: checkout.id, quantity }));
    setCookie(seenCookie(CHANNEL, checkout.lines, readSeen(request, CHANNEL)));
  }
  return { errors, added: answer?.added?.length ?? 0, left: answer?.leftOut?.length ?? 0 };
}

export async function loadQuick(context: Context, request: Request) {
  await askerOf(context, request);
  const order = appOf(context).url.searchParams.get("order");
  if (!order) return { order: null, again: null };
  const { orderAgainPreview: again } = await orMissing(gqlAgency(context, AgainDocument, { id: order.slice(0, 200) }));
  if (!again) throw data(null, { status: 404 });
  return { order, again };
}

/** Reads codes, or fills the basket with what they meant, or with what was ordered before. */
export async function quickAction(context: Context, request: Request) {
  const membership = await askerOf(context, request);
  const { language, url } = appOf(context);
  const t = listWords(language);
  const wrong = (field: string, message: string, status = 400) => data({ errors: [{ field, code: "INVALID", message }] as FieldError[], text: "", rows: null }, { status });
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY) return wrong("file", t.tooLarge, 413);
  const form = await request.formData();
  if (readIntent(form, ["read", "fill"]) === "read") return readCodes(context, form);
  const items = pickedOf(form, MOST_PICKED);
  const text = readText(form, "text", LONGEST_TEXT);
  if (!items.length) return data({ errors: [{ field: null, code: "REQUIRED", message: t.pickFirst }] as FieldError[], text, rows: null }, { status: 400 });
  const order = url.searchParams.get("order");
  const takesLess = readFlag(form, "less");
  const filling = await fill(context, request, async (checkout) =>
    order
      ? (await gqlAgency(context, AgainFillDocument, { id: order, items, checkout, takesLess })).orderAgain
      : (await gqlAgency(context, QuickFillDocument, { agency: membership.agency.id, items, checkout, takesLess })).quickOrder,
  );
  if (isMissing(filling.errors)) throw data(null, { status: 404 });
  if (filling.errors.length) return data({ errors: filling.errors, text, rows: null }, { status: 400 });
  return redirect(`/public/cart?ok=${filling.left ? "partly" : "add"}`, 303);
}

async function readCodes(context: Context, form: FormData) {
  const t = listWords(appOf(context).language);
  const typed = form.get("text");
  const text = typeof typed === "string" ? typed.slice(0, LONGEST_TEXT + 1) : "";
  const given = form.get("file");
  const file = given instanceof File && given.size > 0 ? given : null;
  if (file && file.size > LARGEST_FILE) return data({ errors: [{ field: "file", code: "INVALID", message: t.tooLarge }] as FieldError[], text, rows: null }, { status: 413 });
  const { quickOrderPreview: answer } = await (file ? gqlAgencyWithFiles(context, QuickReadDocument, { file }) : gqlAgency(context, QuickReadDocument, { text }));
  const errors = fieldErrors(answer?.errors);
  return data({ errors, text, rows: answer?.rows ?? null }, { status: errors.length ? 400 : 200 });
}

export const chosenLists = (lists: Awaited<ReturnType<typeof loadLists>>["lists"]) => nodesOf(lists).filter((list) => list.mayFill);
