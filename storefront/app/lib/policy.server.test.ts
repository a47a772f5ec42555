import { expect, it } from "vitest";
import { policyOf, sourcesOfStripe, sourcesOfToss } from "./policy.server.ts";

const part = (policy: string, name: string) => policy.split("; ").find((one) => one.startsWith(`${name} `));

it("lets an ordinary page load nothing from elsewhere", () => {
  const policy = policyOf("n0nce");
  expect(part(policy, "script-src")).toBe("script-src 'self' 'nonce-n0nce'");
  expect(part(policy, "connect-src")).toBe("connect-src 'self'");
  expect(policy).not.toContain("frame-src");
});

it("lets Stripe's own script have its frames and its API, and no more", () => {
  const policy = policyOf("n", [sourcesOfStripe("https://js.stripe.com/clover/stripe.js")]);
  expect(part(policy, "script-src")).toBe("script-src 'self' 'nonce-n' https://js.stripe.com https://*.js.stripe.com");
  expect(part(policy, "frame-src")).toBe("frame-src 'self' https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com");
  expect(part(policy, "connect-src")).toBe("connect-src 'self' https://api.stripe.com");
  expect(part(policy, "form-action")).toBe("form-action 'self'");
});

it("lets a stand-in have its own origin only", () => {
  const policy = policyOf("n", [sourcesOfStripe("http://localhost:8420/js.stripe.com/v3/")]);
  expect(part(policy, "script-src")).toBe("script-src 'self' 'nonce-n' http://localhost:8420");
  expect(policy).not.toContain("https://js.stripe.com");
});

it("lets both providers stand side by side, and nothing come of an address that is none", () => {
  const policy = policyOf("n", [sourcesOfStripe("not an address; script-src *"), sourcesOfToss]);
  expect(part(policy, "script-src")).toBe("script-src 'self' 'nonce-n' https://js.tosspayments.com");
  expect(part(policy, "form-action")).toBe("form-action 'self' https://*.tosspayments.com");
});
