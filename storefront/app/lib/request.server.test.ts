import { describe, expect, it } from "vitest";
import { readCookies, writeCookie } from "./cookies.server.ts";
import { readResponse, ApiError } from "./graphql.server.ts";
import { ApiUnavailable } from "./api.server.ts";
import { chooseLanguage, isSameOrigin } from "./request.server.ts";
import { expiryOf, Session } from "./session.server.ts";

const post = (headers: Record<string, string>) => new Request("http://shop.example/cart", { method: "POST", headers });

describe("isSameOrigin", () => {
  it("lets reading through from anywhere", () => expect(isSameOrigin(new Request("http://shop.example/", { headers: { origin: "http://evil.example" } }), "http://shop.example")).toBe(true));
  it("lets our own forms through", () => expect(isSameOrigin(post({ origin: "http://shop.example" }), "http://shop.example")).toBe(true));
  it("refuses others, null and silence", () => {
    expect(isSameOrigin(post({ origin: "http://evil.example" }), "http://shop.example")).toBe(false);
    expect(isSameOrigin(post({ origin: "null" }), "http://shop.example")).toBe(false);
    expect(isSameOrigin(post({}), "http://shop.example")).toBe(false);
    expect(isSameOrigin(post({ origin: "https://shop.example" }), "http://shop.example")).toBe(false);
  });
});

describe("chooseLanguage", () => {
  const choose = (path: string, cookie = "") => chooseLanguage(new URL(path, "http://shop.example"), readCookies(cookie));
  it("is Korean by default", () => expect(choose("/")).toEqual({ language: "ko", isNew: false }));
  it("follows the address, then the cookie", () => {
    expect(choose("/?lang=en")).toEqual({ language: "en", isNew: true });
    expect(choose("/", "ieum_lang=en")).toEqual({ language: "en", isNew: false });
    expect(choose("/?lang=ko", "ieum_lang=en")).toEqual({ language: "ko", isNew: true });
    expect(choose("/?lang=fr", "ieum_lang=xx").language).toBe("ko");
  });
});

describe("cookies", () => {
  it("survive the way there and back", () => expect(readCookies(writeCookie("a", "가 |;=").split(";")[0] ?? "").get("a")).toBe("가 |;="));
  it("are hidden from scripts and other sites", () => expect(writeCookie("a", "b", { maxAge: 5 })).toBe("a=b; Path=/; SameSite=Lax; Max-Age=5; HttpOnly"));
  it("bear a broken one", () => expect(readCookies("a=%E0%A4%A; b=1").get("b")).toBe("1"));
});

describe("session", () => {
  const token = (exp: number) => `x.${Buffer.from(JSON.stringify({ exp })).toString("base64url")}.y`;
  it("reads when a token ends", () => {
    expect(expiryOf(token(99))).toBe(99);
    expect(expiryOf("nonsense")).toBe(0);
  });
  it("hands out a live token without asking the API", async () => {
    const live = token(Date.now() / 1000 + 600);
    expect(await new Session(new Map([["ieum_access", live]]), () => undefined).token()).toBe(live);
  });
  it("has none when signed out", async () => {
    const cookies: string[] = [];
    const session = new Session(new Map([["ieum_access", token(Date.now() / 1000 + 600)], ["ieum_refresh", "r"]]), (value) => cookies.push(value));
    expect(session.isSignedIn).toBe(true);
    session.signOut();
    expect(session.isSignedIn).toBe(false);
    expect(await session.token()).toBeNull();
    expect(cookies).toHaveLength(2);
    expect(cookies.every((cookie) => cookie.includes("Max-Age=0"))).toBe(true);
  });
});

describe("answers of the API", () => {
  it("become data", () => expect(readResponse({ data: { a: 1 } })).toEqual({ a: 1 }));
  it("or a typed error with its code", () => {
    try {
      readResponse({ data: null, errors: [{ message: "no", extensions: { exception: { code: "PermissionDenied" } } }] });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ApiError);
      expect((error as ApiError).has("PermissionDenied")).toBe(true);
    }
  });
  it("or unavailability", () => expect(() => readResponse(null)).toThrow(ApiUnavailable));
});
