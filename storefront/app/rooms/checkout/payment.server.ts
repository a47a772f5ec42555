import { randomUUID } from "node:crypto";
import { redirect } from "react-router";
import { PaymentBeginDocument, PaymentGatewaysDocument, PaymentProcessDocument } from "~/gql/operations";
import { ApiUnavailable } from "~/lib/api.server.ts";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readCookies, writeCookie } from "~/lib/cookies.server.ts";
import { fieldErrors, readFlag, readText, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import { sourcesOfStripe, sourcesOfToss } from "~/lib/policy.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { factsOf, GATEWAYS, isMeans, reasonOf, verdictOf, waysOf, type Means, type Verdict, type Way } from "./ways.ts";

/** The ways to pay a checkout or an order. The page may then load what its providers need. */
export async function loadWays(context: Context, id: string): Promise<Way[]> {
  const { paymentGatewayInitialize } = await gql(context, PaymentGatewaysDocument, { id });
  const ways = waysOf(paymentGatewayInitialize?.gatewayConfigs ?? []);
  const { allow } = appOf(context);
  for (const way of ways) {
    if (way.means === "card") allow(sourcesOfStripe(way.script));
    if (way.means === "toss") allow(sourcesOfToss);
  }
  return ways;
}

/** A key for one form: pressing its button again goes on with the same payment. */
export const newAttempt = (): string => randomUUID();

/** What is paid: a checkout, or an order that was placed unpaid. */
export interface Payable {
  kind: "checkout" | "order";
  id: string;
  /** In won; what the shopper saw. */
  amount: number;
}

export interface Begun {
  transaction: string;
  attempt: string;
  data: Record<string, unknown>;
}

type Answer = { begun: Begun; errors: [] } | { begun: null; errors: FieldError[] };

/** Begins to pay. A key whose payment was called off meanwhile, or stood for another sum, is replaced by a new one. */
export async function beginPayment(context: Context, payable: Payable, means: Means, attempt: string): Promise<Answer> {
  const first = await begin(context, payable, means, attempt);
  const isSpent = first.begun ? factsOf(first.begun.data.paymentIntent).status === "canceled" : first.errors.some((error) => error.code === "UNIQUE");
  return isSpent ? begin(context, payable, means, newAttempt()) : first;
}

async function begin(context: Context, { id, amount }: Payable, means: Means, attempt: string): Promise<Answer> {
  const data = means === "card" ? { paymentIntent: { paymentMethod: "card" } } : {};
  const { transactionInitialize: answer } = await gql(context, PaymentBeginDocument, { id, amount, gateway: { id: GATEWAYS[means], data }, key: attempt });
  const errors = fieldErrors(answer?.errors);
  if (errors.length || !answer?.transaction) return { begun: null, errors };
  return { begun: { transaction: answer.transaction.id, attempt, data: factsOf(answer.data) }, errors: [] };
}

/** Where the provider sends the buyer back to, and where the script goes when it is done. */
export function returnPath(base: string, { kind, id }: Payable, transaction: string): string {
  return `${base}/checkout/return?${new URLSearchParams({ [kind]: id, transaction })}`;
}

const NOBODYS = new Set(["NOT_FOUND", "GRAPHQL_ERROR"]); // unknown, foreign, or no id at all

export type Outcome = { verdict: Verdict | "silent"; message: string } | null;

/** What came of a payment; null where there is none for this visitor. Asks the provider, so a silent provider is an answer. */
export async function learnOutcome(context: Context, transaction: string, told: Record<string, string>): Promise<Outcome> {
  const isKorean = appOf(context).language === "ko";
  const answer = await askProvider(context, transaction, told);
  if (answer === "silent") return { verdict: "silent", message: "" };
  const [error] = fieldErrors(answer?.errors);
  if (error && NOBODYS.has(error.code)) return null;
  if (error?.field === "paymentGateway") return { verdict: "silent", message: "" };
  if (error?.code === "TRANSACTION_ALREADY_PROCESSED") return { verdict: "called-off", message: "" };
  if (error) return { verdict: "failed", message: error.message };
  const item = answer?.transaction;
  if (!item) return null;
  const verdict = verdictOf(
    {
      gateway: item.gateway, amount: item.amount.amount, held: item.chargedAmount.amount + item.authorizedAmount.amount,
      pending: item.chargePendingAmount.amount + item.authorizePendingAmount.amount, event: answer.transactionEvent?.type ?? null,
    },
    answer.data,
  );
  return { verdict, message: verdict === "failed" ? reasonOf(answer.data, isKorean) : "" };
}

async function askProvider(context: Context, id: string, told: Record<string, string>) {
  try {
    return (await gql(context, PaymentProcessDocument, { id, data: Object.keys(told).length ? told : null })).transactionProcess;
  } catch (error) {
    if (error instanceof ApiUnavailable) return "silent";
    throw error;
  }
}

/** What Toss's window adds to our address, handed on as it is: the API compares it with what it knows. */
export function toldByToss(url: URL): Record<string, string> {
  const names = ["paymentKey", "orderId", "amount", "code"] as const;
  return Object.fromEntries(names.flatMap((name) => (url.searchParams.has(name) ? [[name, (url.searchParams.get(name) ?? "").slice(0, 200)]] : [])));
}

const NOTE = "ieum_pay_note";

/** Why the buyer is back at the payment step, kept until the page has said so. */
export interface PayNote {
  message: string;
  means: Means | null;
}

export function leaveNote(context: Context, note: PayNote): void {
  appOf(context).setCookie(writeCookie(NOTE, JSON.stringify([note.message.slice(0, 400), note.means]), { maxAge: 300 }));
}

export function takeNote(context: Context, request: Request): PayNote | null {
  const kept = readCookies(request.headers.get("cookie")).get(NOTE);
  if (!kept) return null;
  appOf(context).setCookie(writeCookie(NOTE, "", { maxAge: 0 }));
  try {
    const [message, means] = JSON.parse(kept) as [unknown, unknown];
    return typeof message === "string" ? { message, means: typeof means === "string" && isMeans(means) ? means : null } : null;
  } catch {
    return null;
  }
}

const LAST = "ieum_last_order";

/** Which order a checkout of this browser became, kept for an hour: for a second window that still shows the form. */
export function noteOrder(context: Context, { checkoutId, orderId }: { checkoutId: string; orderId: string }): void {
  appOf(context).setCookie(writeCookie(LAST, `${checkoutId}|${orderId}`, { maxAge: 3_600 }));
}

export function orderOf(request: Request, checkoutId: string): string | null {
  const [known, orderId] = (readCookies(request.headers.get("cookie")).get(LAST) ?? "").split("|");
  return known && known === checkoutId && orderId ? orderId : null;
}

/** What the form at which is paid must bring. */
export interface PayForm {
  means: Means | null;
  attempt: string;
  total: string;
  hasOrderConsent: boolean;
  hasPrivacyConsent: boolean;
}

export function readPayForm(form: FormData): PayForm {
  const means = readText(form, "means", 20);
  return {
    means: isMeans(means) ? means : null,
    attempt: readText(form, "attempt", 60) || newAttempt(),
    total: readText(form, "total", 20),
    hasOrderConsent: readFlag(form, "agreeOrder"),
    hasPrivacyConsent: readFlag(form, "agreePrivacy"),
  };
}

export const orderPath = (context: Context, orderId: string, more = ""): string => `${baseOf(channelOf(appOf(context).url.pathname))}/orders/${encodeURIComponent(orderId)}${more}`;
export const toOrder = (context: Context, orderId: string, more = "") => redirect(orderPath(context, orderId, more), 303);
