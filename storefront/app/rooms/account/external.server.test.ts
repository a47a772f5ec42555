import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { RouterContextProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

let api: Server;
let door: string | null;
let asked: string[];

beforeEach(async () => {
  asked = [];
  door = JSON.stringify({ authorizationUrl: "https://id.example/authorize?state=the-state" });
  api = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => void (text += part.toString()));
    request.on("end", () => {
      const operation = /mutation (\w+)/.exec((JSON.parse(text) as { query: string }).query)?.[1] ?? "";
      asked.push(operation);
      const data = operation === "ExternalDoor" ? { externalAuthenticationUrl: { authenticationData: door, errors: [] } } : { externalObtainAccessTokens: { token: "t", refreshToken: null, errors: [] } };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data }));
    });
  });
  await new Promise<void>((ready) => void api.listen(0, "127.0.0.1", ready));
  vi.stubEnv("IEUM_API_URL", `http://127.0.0.1:${(api.address() as AddressInfo).port}/graphql/`);
  vi.resetModules();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  api.closeAllConnections();
  await new Promise((done) => void api.close(done));
});

async function visit(address: string, cookie = "") {
  const { provideApp } = await import("~/lib/context.server.ts");
  const { Session } = await import("~/lib/session.server.ts");
  const external = await import("./external.server.ts");
  const url = new URL(address, "http://shop.example");
  const set: string[] = [];
  const setCookie = (value: string) => void set.push(value);
  const session = new Session(new Map(), setCookie);
  const context = new RouterContextProvider();
  provideApp(context, { url, origin: url.origin, language: "ko", callers: "", setCookie, session, keepSecret: () => undefined } as unknown as Parameters<typeof provideApp>[1]);
  return { external, context, request: new Request(url, { headers: { cookie } }), set, session };
}

async function left(next: string): Promise<string> {
  const { external, context, set } = await visit("/sign-in/external");
  expect(await external.leaveForExternal(context, next)).toBe("https://id.example/authorize?state=the-state");
  return set[0]?.split(";")[0] ?? "";
}

it("signs in the browser that left, and takes it back to where it was", async () => {
  const cookie = await left("/public/cart");
  const { external, context, request, session } = await visit("/sign-in/external/back?code=c&state=the-state", cookie);
  expect(await external.comeBackFromExternal(context, request)).toEqual({ next: "/public/cart" });
  expect(session.isSignedIn).toBe(true);
});

it("asks nobody about a state that another browser left with", async () => {
  const cookie = await left("/cart");
  asked = [];
  for (const [query, held] of [["code=c&state=the-state", ""], ["code=c&state=another", cookie], ["code=c", cookie]] as const) {
    const { external, context, request, session } = await visit(`/sign-in/external/back?${query}`, held);
    expect((await external.comeBackFromExternal(context, request)).failed).toBe("failed");
    expect(session.isSignedIn).toBe(false);
  }
  expect(asked).toEqual([]);
});

it("tells a change of mind from a failure", async () => {
  const { external, context, request } = await visit("/sign-in/external/back?error=access_denied&state=the-state", await left("/cart"));
  expect(await external.comeBackFromExternal(context, request)).toEqual({ next: "/cart", failed: "stopped" });
});

it("is offered only where the API has such a service", async () => {
  const first = await visit("/sign-in");
  expect(await first.external.isExternalOffered(first.context)).toBe(true);
  vi.resetModules();
  door = null;
  const second = await visit("/sign-in");
  expect(await second.external.isExternalOffered(second.context)).toBe(false);
  expect(await second.external.leaveForExternal(second.context, "/cart")).toBeNull();
});
