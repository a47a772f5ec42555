import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { RouterContextProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

/** An API that answers operations by their name, and notes who asked for what. */
let api: Server;
let answers: Record<string, unknown>;
let asked: { operation: string; token: string | undefined }[];

const tokenOf = (claims: object) => `x.${Buffer.from(JSON.stringify({ exp: Date.now() / 1000 + 600, ...claims })).toString("base64url")}.y`;
const REVOKED = { errors: [{ message: "ended", extensions: { exception: { code: "InvalidTokenError" } } }] };

beforeEach(async () => {
  asked = [];
  api = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => void (text += part.toString()));
    request.on("end", () => {
      const operation = /(?:query|mutation) (\w+)/.exec((JSON.parse(text) as { query: string }).query)?.[1] ?? "";
      const token = request.headers.authorization?.replace("Bearer ", "");
      asked.push({ operation, token });
      const answer = answers[token ? `${operation} ${token}` : operation] ?? answers[operation];
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
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

async function shopper(cookies: Record<string, string>) {
  const { Session } = await import("./session.server.ts");
  const { provideApp } = await import("./context.server.ts");
  const { gql } = await import("./graphql.server.ts");
  const { AccountDocument } = await import("~/gql/operations");
  const set: string[] = [];
  const session = new Session(new Map(Object.entries(cookies)), (value) => void set.push(value));
  const context = new RouterContextProvider();
  provideApp(context, { session, language: "ko", callers: "" } as unknown as Parameters<typeof provideApp>[1]);
  return { session, set, me: async () => (await gql(context, AccountDocument, {})).me };
}

it("goes on with a new access token where only the old one was ended", async () => {
  const [old, fresh] = [tokenOf({ n: 1 }), tokenOf({ n: 2 })];
  answers = { [`Account ${old}`]: REVOKED, Account: { data: { me: { id: "1" } } }, TokenRefresh: { data: { tokenRefresh: { token: fresh, errors: [] } } } };
  const { me, set } = await shopper({ ieum_access: old, ieum_refresh: "r" });
  expect(await me()).toEqual({ id: "1" });
  expect(asked.map((one) => [one.operation, one.token])).toEqual([["Account", old], ["TokenRefresh", undefined], ["Account", fresh]]);
  expect(set.some((cookie) => cookie.startsWith("ieum_access=x."))).toBe(true);
});

it("goes on as a guest where every token was ended, and takes the cookies back", async () => {
  const old = tokenOf({});
  answers = { [`Account ${old}`]: REVOKED, Account: { data: { me: null } }, TokenRefresh: { data: { tokenRefresh: { token: null, errors: [{ field: "refreshToken", code: "JWT_INVALID_TOKEN", message: "x" }] } } } };
  const { me, set, session } = await shopper({ ieum_access: old, ieum_refresh: "r" });
  expect(await me()).toBeNull();
  expect(session.isSignedIn).toBe(false);
  expect(set.filter((cookie) => cookie.includes("Max-Age=0"))).toHaveLength(2);
});

it("asks the service again that vouches for somebody, and keeps both new tokens", async () => {
  const refresh = tokenOf({ owner: "mirumee.authentication.openidconnect" });
  const fresh = tokenOf({ owner: "mirumee.authentication.openidconnect" });
  answers = { Account: { data: { me: { id: "1" } } }, ExternalRefresh: { data: { externalRefresh: { token: fresh, refreshToken: "next", errors: [] } } } };
  const { me, set, session } = await shopper({ ieum_refresh: refresh });
  expect(await me()).toEqual({ id: "1" });
  expect(asked[0]?.operation).toBe("ExternalRefresh");
  expect(session.isExternal).toBe(true);
  expect(set.some((cookie) => cookie.startsWith("ieum_refresh=next"))).toBe(true);
});

it("ends a session without a refresh token with its access token", async () => {
  const old = tokenOf({ exp: 1, owner: "mirumee.authentication.openidconnect" });
  answers = { Account: { data: { me: null } } };
  const { me, session } = await shopper({ ieum_access: old });
  expect(await me()).toBeNull();
  expect(session.isSignedIn).toBe(false);
});
