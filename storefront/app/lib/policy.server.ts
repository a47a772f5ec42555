/**
 * What a page may load besides its own: only a page at which is paid asks for more, and only for what its provider needs.
 * Stripe's origins are those of docs.stripe.com/security/guide, Toss's those its window loads from.
 */
export interface Sources {
  script?: readonly string[];
  connect?: readonly string[];
  frame?: readonly string[];
  form?: readonly string[];
}

const STRIPE = "https://js.stripe.com";
const TOSS = "https://*.tosspayments.com";

/** What the script at this address needs: Stripe's own its frames and its API; a stand-in on another origin nothing but that origin. */
export function sourcesOfStripe(scriptUrl: string): Sources {
  if (!URL.canParse(scriptUrl)) return {};
  const { origin } = new URL(scriptUrl);
  if (origin !== STRIPE) return { script: [origin], connect: [origin], frame: [origin] };
  return { script: [STRIPE, "https://*.js.stripe.com"], connect: ["https://api.stripe.com"], frame: [STRIPE, "https://*.js.stripe.com", "https://hooks.stripe.com"] };
}

export const sourcesOfToss: Sources = { script: ["https://js.tosspayments.com"], connect: [TOSS], frame: [TOSS], form: [TOSS] };

const and = (all: readonly Sources[], kind: keyof Sources): string => [...new Set(all.flatMap((one) => one[kind] ?? []))].map((source) => ` ${source}`).join("");

/** The Content-Security-Policy of a page. */
export const policyOf = (nonce: string, more: readonly Sources[] = []): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${and(more, "script")}`,
    "style-src 'self'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src 'self'${and(more, "connect")}`,
    ...(and(more, "frame") ? [`frame-src 'self'${and(more, "frame")}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${and(more, "form")}`,
    "frame-ancestors 'none'",
  ].join("; ");
