import { describe, expect, it } from "vitest";
import { GATEWAYS, reasonOf, verdictOf, waitBefore, waysOf, type Attempt } from "./ways.ts";

const stripe = { id: GATEWAYS.card, data: { stripePublishableKey: "pk_test_1", stripeScriptUrl: "http://localhost/js", isTestMode: true } };

describe("waysOf", () => {
  it("keeps the API's order and leaves out what it does not know", () => {
    const ways = waysOf([{ id: GATEWAYS.deferred, data: {} }, { id: "other.gateway", data: {} }, stripe, { id: GATEWAYS.bank, data: null }]);
    expect(ways.map((way) => way.means)).toEqual(["deferred", "card", "bank"]);
    expect(ways[1]).toEqual({ means: "card", isTest: true, key: "pk_test_1", script: "http://localhost/js" });
  });
  it("does not offer a provider whose script or key is missing", () => {
    expect(waysOf([{ id: GATEWAYS.card, data: { stripePublishableKey: "pk" } }, { id: GATEWAYS.toss, data: { sdkUrl: "https://x.example" } }])).toEqual([]);
  });
});

const attempt = (more: Partial<Attempt> = {}): Attempt => ({ gateway: GATEWAYS.card, amount: 1000, held: 0, pending: 0, event: null, ...more });
const intent = (status: string, errors?: unknown[]) => ({ paymentIntent: { status, errors } });

describe("verdictOf", () => {
  it.each([
    ["all is held", attempt({ held: 1000, event: "CHARGE_FAILURE" }), intent("succeeded"), "paid"],
    ["a part is held", attempt({ held: 999 }), {}, "unfinished"],
    ["a transfer follows", attempt({ gateway: GATEWAYS.bank, pending: 1000 }), {}, "paid"],
    ["the provider is at it", attempt({ pending: 1000 }), intent("processing"), "pending"],
    ["the buyer left", attempt({ pending: 1000 }), intent("requires_action"), "unfinished"],
    ["the card was declined", attempt(), intent("requires_payment_method", [{ code: "card_declined" }]), "failed"],
    ["nothing was typed yet", attempt(), intent("requires_payment_method"), "unfinished"],
    ["it was called off", attempt(), intent("canceled"), "called-off"],
    ["Toss refused", attempt({ gateway: GATEWAYS.toss, event: "CHARGE_FAILURE" }), {}, "failed"],
    ["Toss says why", attempt({ gateway: GATEWAYS.toss }), { errors: [{ code: "REJECT" }] }, "failed"],
    ["Toss waits for the money", attempt({ gateway: GATEWAYS.toss, pending: 1000, event: "CHARGE_REQUEST" }), {}, "pending"],
    ["Toss's window was closed", attempt({ gateway: GATEWAYS.toss, pending: 1000, event: "CHARGE_ACTION_REQUIRED" }), {}, "unfinished"],
  ])("%s", (_, given, data, verdict) => expect(verdictOf(given, data)).toBe(verdict));
});

it("gives the reason in the reader's language, and none where there is none", () => {
  const data = intent("requires_payment_method", [{ message: "No money", messageKo: "잔액이 모자라요." }]);
  expect(reasonOf(data, true)).toBe("잔액이 모자라요.");
  expect(reasonOf(data, false)).toBe("No money");
  expect(reasonOf({ errors: [{ messageKo: "한도를 넘었어요." }] }, true)).toBe("한도를 넘었어요.");
  expect(reasonOf(null, true)).toBe("");
});

it("looks less and less often", () => expect([0, 1, 2, 9, 50, -3].map(waitBefore)).toEqual([2, 4, 6, 20, 20, 2]));
