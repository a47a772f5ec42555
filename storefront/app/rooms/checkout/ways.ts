/** How something can be paid, as a page knows it. The gateways are the API's. */
export const GATEWAYS = { card: "saleor.app.payment.stripe", toss: "ieum.payment.toss", bank: "ieum.payment.bank_transfer", deferred: "ieum.payment.deferred" } as const;
export type Means = keyof typeof GATEWAYS;

export interface Way {
  means: Means;
  isTest: boolean;
  /** Public key and script of a provider that takes the payment in the browser; empty for the others. */
  key: string;
  script: string;
}

export const isMeans = (text: string): text is Means => Object.hasOwn(GATEWAYS, text);
/** Whether the provider's own form is needed, and with it a script. */
export const needsScript = (means: Means): boolean => means === "card" || means === "toss";

type Facts = Record<string, unknown>;
const word = (facts: Facts, name: string): string => (typeof facts[name] === "string" ? facts[name] : "");
export const factsOf = (data: unknown): Facts => (typeof data === "object" && data !== null ? (data as Facts) : {});

/** The ways a client can offer, in the API's order; gateways unknown here are left out. */
export function waysOf(configs: readonly { id: string; data: unknown }[]): Way[] {
  const known = Object.entries(GATEWAYS) as [Means, string][];
  return configs.flatMap(({ id, data }): Way[] => {
    const means = known.find(([, gateway]) => gateway === id)?.[0];
    if (!means) return [];
    const facts = factsOf(data);
    const key = word(facts, "stripePublishableKey") || word(facts, "clientKey");
    const script = word(facts, "stripeScriptUrl") || word(facts, "sdkUrl");
    return needsScript(means) && !(key && script) ? [] : [{ means, isTest: facts.isTestMode === true, key, script }];
  });
}

/** What came of a payment, told by the provider's state first and by the sums where it names none. */
export type Verdict = "paid" | "pending" | "failed" | "unfinished" | "called-off";

export interface Attempt {
  gateway: string;
  amount: number;
  held: number;
  pending: number;
  event: string | null;
}

const OF_STRIPE: Record<string, Verdict> = { succeeded: "paid", requires_capture: "paid", processing: "pending", requires_action: "unfinished", requires_confirmation: "unfinished", canceled: "called-off" };

export function verdictOf(attempt: Attempt, data: unknown): Verdict {
  if (attempt.held >= attempt.amount) return "paid";
  if (attempt.gateway === GATEWAYS.bank || attempt.gateway === GATEWAYS.deferred) return "paid"; // nothing more is to be done now
  const intent = factsOf(factsOf(data).paymentIntent);
  const status = OF_STRIPE[word(intent, "status")];
  if (status) return status;
  if (problemsOf(data).length) return "failed";
  if (attempt.event?.endsWith("_FAILURE")) return "failed";
  if (attempt.event?.startsWith("CANCEL_")) return "called-off";
  return attempt.pending > 0 && !attempt.event?.endsWith("_ACTION_REQUIRED") ? "pending" : "unfinished";
}

/** What the provider said against it: Stripe's stand with the intent, those of others beside the rest. */
function problemsOf(data: unknown): unknown[] {
  const facts = factsOf(data);
  return [factsOf(facts.paymentIntent).errors, facts.errors].flatMap((errors) => (Array.isArray(errors) ? (errors as unknown[]) : []));
}

/** Why it failed, in the reader's language; empty where the provider said nothing. */
export function reasonOf(data: unknown, isKorean: boolean): string {
  return word(factsOf(problemsOf(data)[0]), isKorean ? "messageKo" : "message");
}

/** How long to wait before looking again at a payment that is under way, in seconds: soon at first, then less and less often. */
export const waitBefore = (look: number): number => Math.min(2 + Math.max(look, 0) * 2, 20);
