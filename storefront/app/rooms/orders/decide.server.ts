import { data, redirect } from "react-router";
import {
  PartsCancelDocument, RefundAccountSetDocument, WithdrawalAskDocument, WithdrawalCallOffDocument, WithdrawalParcelDocument, type BankEnum, type WithdrawalReasonEnum,
} from "~/gql/operations";
import { cartPath, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { againPath } from "~/rooms/lists/state.ts";
import { backWords } from "./backWords.ts";
import { COURIERS } from "./couriers.ts";
import { buyerEmail, rememberBuyer } from "./guest.server.ts";
import { loadOrder, loadOwnOrder, orderAgain, orderHome, type OrderFull } from "./orders.server.ts";

export interface Visit {
  context: Context;
  request: Request;
  id: string;
}

/** Back to the order's page, which says what was done. */
export const done = (context: Context, order: OrderFull, what: string): Response => redirect(`${orderHome(context, order.id, order.user !== null)}?ok=${what}`, 303);

const plain = (errors: FieldError[]): FieldError[] => errors.map((error) => ({ ...error, field: null }));

export async function cancelParts({ context, request }: Visit, ids: string[], reason: string): Promise<FieldError[]> {
  const { vendorOrderBulkCancel } = await gql(context, PartsCancelDocument, { ids, reason, email: buyerEmail(context, request) });
  return plain(fieldErrors(vendorOrderBulkCancel?.errors));
}

export interface Wish {
  pieces: Map<string, number>;
  reasonKind: WithdrawalReasonEnum;
  reason: string;
  knownOn: string;
  isUnopened: boolean;
}

export async function askWithdrawal({ context, request }: Visit, partId: string, wish: Wish): Promise<FieldError[]> {
  const lines = [...wish.pieces].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
  const knownOn = wish.reasonKind === "FAULTY" && wish.knownOn ? wish.knownOn : null;
  const input = { lines, reasonKind: wish.reasonKind, reason: wish.reason, knownOn, isUnopened: wish.isUnopened };
  const { withdrawalCreate } = await gql(context, WithdrawalAskDocument, { id: partId, input, email: buyerEmail(context, request) });
  return plain(fieldErrors(withdrawalCreate?.errors));
}

export async function setRefundAccount({ context, request, id }: Visit, account: { bank: BankEnum; accountNumber: string; holder: string }): Promise<FieldError[]> {
  const { refundAccountSet } = await gql(context, RefundAccountSetDocument, { orderId: id, ...account, email: buyerEmail(context, request) });
  return fieldErrors(refundAccountSet?.errors).map((error) => (error.field && error.field in account ? error : { ...error, field: null }));
}

async function noteParcel({ context, request }: Visit, form: FormData): Promise<FieldError[]> {
  const trackingNumber = readText(form, "trackingNumber", 100);
  const { url, language } = appOf(context);
  if (!trackingNumber) return [{ field: null, code: "REQUIRED", message: backWords(language, channelOf(url.pathname)).needTracking }];
  const named = readText(form, "courier", 20);
  const input = { trackingNumber, courier: COURIERS.find(([code]) => code === named)?.[0] ?? null };
  const { withdrawalUpdateTracking } = await gql(context, WithdrawalParcelDocument, { id: readText(form, "withdrawal", 200), input, email: buyerEmail(context, request) });
  return plain(fieldErrors(withdrawalUpdateTracking?.errors));
}

async function callOff({ context, request }: Visit, form: FormData): Promise<FieldError[]> {
  const { withdrawalCancel } = await gql(context, WithdrawalCallOffDocument, { id: readText(form, "withdrawal", 200), email: buyerEmail(context, request) });
  return plain(fieldErrors(withdrawalCancel?.errors));
}

/** A guest shows that the order is theirs; the address is kept for some hours, so that the pages that follow know it, too. */
async function open(visit: Visit, form: FormData): Promise<FieldError[]> {
  const { context, request, id } = visit;
  const email = readText(form, "email", 254);
  const { isBuyer } = await loadOrder(context, request, id, email);
  if (isBuyer) rememberBuyer(context, email);
  const { url, language } = appOf(context);
  return isBuyer ? [] : [{ field: "email", code: "INVALID", message: backWords(language, channelOf(url.pathname)).openWrong }];
}

/** Everything the order's own page is asked to do. */
export async function orderAction(visit: Visit) {
  const { context, request, id } = visit;
  const form = await request.formData();
  const { pathname } = appOf(context).url;
  const channel = channelOf(pathname);
  const refused = (errors: FieldError[]) => data({ errors }, { status: 400 });
  switch (readIntent(form, ["again", "open", "parcel", "call-off"])) {
    case "again":
      // Members of agencies see what differs from then before anything is put into the basket.
      if (channel === "public") return redirect(againPath(id), 303);
      return redirect(`${cartPath(channel)}?ok=${await orderAgain({ context, request, channel }, id)}`, 303);
    case "open": {
      const errors = await open(visit, form);
      return errors.length ? refused(errors) : redirect(pathname, 303);
    }
    case "parcel": {
      const order = await loadOwnOrder(context, request, id);
      const errors = await noteParcel(visit, form);
      return errors.length ? refused(errors) : done(context, order, "parcel");
    }
    case "call-off": {
      const order = await loadOwnOrder(context, request, id);
      const errors = await callOff(visit, form);
      return errors.length ? refused(errors) : done(context, order, "called-off");
    }
  }
}
