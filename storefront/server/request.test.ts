import type { IncomingMessage } from "node:http";
import { afterEach, expect, it, vi } from "vitest";

const incoming = (forwarded?: string) =>
  ({ method: "GET", url: "/", headers: { host: "shop.example", ...(forwarded ? { "x-forwarded-for": forwarded } : {}) }, socket: { remoteAddress: "203.0.113.5" } }) as unknown as IncomingMessage;

async function forwardedBy(trust: string, message: IncomingMessage): Promise<string | null> {
  vi.stubEnv("IEUM_TRUST_PROXY", trust);
  vi.resetModules();
  const { toRequest } = await import("./request.ts");
  return toRequest(message, new AbortController().signal).headers.get("x-forwarded-for");
}

afterEach(() => void vi.unstubAllEnvs());

it("says who called, and drops what a browser claims", async () => {
  expect(await forwardedBy("", incoming())).toBe("203.0.113.5");
  expect(await forwardedBy("", incoming("198.51.100.1"))).toBe("203.0.113.5");
});

it("keeps the chain of a proxy it was told to trust", async () => {
  expect(await forwardedBy("1", incoming("198.51.100.1"))).toBe("198.51.100.1, 203.0.113.5");
});
