import { redirect } from "react-router";
import { baseOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readText, type FieldError } from "~/lib/form.ts";
import { formatWon } from "~/lib/money.ts";
import type { Shopper } from "~/rooms/cart/cart.server.ts";
import { rememberBuyer } from "~/rooms/orders/guest.server.ts";
import { hasDelivery, hasPlace, noteConsent, openDesk, owedOf, placeOrder, type Desk, type OpenDesk } from "./desk.server.ts";
import { hasAgreed, MADE, madeToOrder } from "./made.ts";
import { beginPayment, loadWays, orderOf, readPayForm, toOrder, type Begun, type Payable, type PayForm } from "./payment.server.ts";
import { payWords } from "./payWords.ts";
import { needsScript, type Way } from "./ways.ts";
import { checkoutWords } from "./words.ts";

/** The desk at its last step; whoever came too early goes back to the step that is not done. */
export async function openLastStep(shopper: Shopper): Promise<OpenDesk> {
  const base = baseOf(shopper.channel);
  const open = await openDesk(shopper);
  if (open.refusal || !hasPlace(open.desk)) throw redirect(`${base}/checkout`, 303);
  if (!hasDelivery(open.desk)) throw redirect(`${base}/checkout/delivery`, 303);
  return open;
}

/** What the form lacks, before anything is begun. */
function faultsOf({ context, channel }: Shopper, form: PayForm & { hasMadeConsent: boolean }, owed: number, ways: readonly Way[]): FieldError[] {
  const { language } = appOf(context);
  const t = checkoutWords(language, channel);
  const faults: FieldError[] = [];
  const need = (field: string, isThere: boolean, message: string) => void (isThere || faults.push({ field, code: "REQUIRED", message }));
  need("means", owed === 0 || ways.some((way) => way.means === form.means), t.needPay);
  need("agreeOrder", form.hasOrderConsent, t.needAgreeOrder);
  need(MADE, form.hasMadeConsent, t.needAgreeMade);
  need("agreePrivacy", form.hasPrivacyConsent, t.needAgreePrivacy);
  if (form.total !== String(owed)) faults.push({ field: null, code: "TOTAL", message: t.changed(formatWon(owed, language)) });
  return faults;
}

export type Ordered = { errors: FieldError[] } | { placed: Response } | { begun: Begun; payable: Payable; way: Way };

/**
 * The press of the button: everything checked, then the payment begun. Where nothing more is to be done in a browser (a transfer, payment
 * after inspection, nothing left to pay) the order is placed at once.
 */
export async function order(shopper: Shopper, form: FormData): Promise<Ordered> {
  const known = orderOf(shopper.request, readText(form, "checkout", 200));
  if (known) return { placed: toOrder(shopper.context, known, "?placed=1") };
  const { desk, buyer } = await openLastStep(shopper);
  const { owed } = owedOf(desk);
  const given = readPayForm(form);
  const ways = owed === 0 ? [] : await loadWays(shopper.context, desk.id);
  const made = madeToOrder(desk.vendorGroups);
  const errors = faultsOf(shopper, { ...given, hasMadeConsent: hasAgreed(form, made) }, owed, ways);
  if (errors.length) return { errors };
  const unheard = await noteConsent(shopper, made);
  if (unheard.length) return { errors: unheard.map((error) => ({ ...error, field: null })) };
  if (!buyer && desk.email) rememberBuyer(shopper.context, desk.email);
  const way = ways.find((one) => one.means === given.means);
  if (!way) return place(shopper, desk);
  const payable: Payable = { kind: "checkout", id: desk.id, amount: owed };
  const answer = await beginPayment(shopper.context, payable, way.means, given.attempt);
  if (!answer.begun) return { errors: answer.errors.map((error) => ({ ...error, field: null, code: "PAYMENT" })) };
  return needsScript(way.means) ? { begun: answer.begun, payable, way } : place(shopper, desk);
}

async function place(shopper: Shopper, desk: Desk): Promise<Ordered> {
  const { orderId, errors } = await placeOrder(shopper, desk.id);
  if (orderId) return { placed: toOrder(shopper.context, orderId, "?placed=1") };
  return { errors: errors.map((error) => ({ ...error, field: null })) };
}

/** What a form without a script is told when it asks for a way that needs one. */
export function scriptMissing({ context, channel }: Shopper): FieldError[] {
  return [{ field: "means", code: "SCRIPT", message: payWords(appOf(context).language, channel).noCardHere }];
}
