import { expect, it } from "vitest";
import { certificatesWaiting, waitingOf } from "./waiting.ts";

type Certificate = Parameters<typeof certificatesWaiting>[0][number];
const certificate = (standing: Certificate["standing"], rest: Partial<Certificate> = {}): Certificate => ({ id: standing, standing, submittedAt: "2026-09-01T00:00:00Z", renewal: null, kind: { code: "women" }, ...rest });

it("counts a certificate that ends until its renewal is handed in", () => {
  expect(certificatesWaiting([certificate("EXPIRING"), certificate("VALID")])).toBe(1);
  expect(certificatesWaiting([certificate("EXPIRING", { renewal: { id: "next" } })])).toBe(0);
});

it("counts a certificate that came back until another of its kind is handed in", () => {
  const back = certificate("RETURNED");
  expect(certificatesWaiting([back])).toBe(1);
  expect(certificatesWaiting([back, certificate("WAITING", { submittedAt: "2026-09-02T00:00:00Z" })])).toBe(0);
  expect(certificatesWaiting([back, certificate("WAITING", { submittedAt: "2026-09-02T00:00:00Z", kind: { code: "other" } })])).toBe(1);
  expect(certificatesWaiting([back, certificate("VALID", { submittedAt: "2026-08-01T00:00:00Z" })])).toBe(1);
});

it("counts nothing where the role may not look", () => {
  expect(waitingOf({})).toEqual({ orders: 0, returns: 0, purchaseOrders: 0, proposals: 0, certificates: 0 });
  expect(waitingOf({ vendorOrderCounts: { toSend: 3, withdrawalsRequested: 2 }, vendorPurchaseOrders: { totalCount: 4 } })).toEqual({ orders: 3, returns: 2, purchaseOrders: 4, proposals: 0, certificates: 0 });
});
