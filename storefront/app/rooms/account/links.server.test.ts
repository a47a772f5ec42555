import { RouterContextProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { provideApp, type AppContext } from "~/lib/context.server.ts";
import { heldLink, mailAddress, receiveLink } from "./links.server.ts";
import { mailboxOf, noteMailed, PAUSE_SECONDS, readMailed, secondsLeft } from "./mailed.server.ts";

function visit(address: string, cookie = "", language: "ko" | "en" = "ko") {
  const url = new URL(address, "http://shop.example");
  const set: string[] = [];
  const secret = { kept: false };
  const context = new RouterContextProvider();
  provideApp(context, { url, origin: url.origin, language, setCookie: (value: string) => void set.push(value), keepSecret: () => void (secret.kept = true) } as unknown as AppContext);
  return { context, request: new Request(url, { headers: { cookie } }), set, secret };
}

function thrown(work: () => unknown): Response {
  try {
    work();
  } catch (error) {
    return error as Response;
  }
  throw new Error("nothing was thrown");
}

describe("a link of a mail", () => {
  it("leaves no token in the address, and is found again in its cookie", () => {
    const first = visit("/confirm-account?email=a%40b.example&token=t0k&next=/checkout&lang=en");
    const onward = thrown(() => receiveLink(first.context, first.request, "confirm"));
    expect([onward.status, onward.headers.get("Location")]).toEqual([303, "/confirm-account"]);
    expect(first.secret.kept).toBe(true);
    expect(first.set[0]).toContain("HttpOnly");
    const second = visit("/confirm-account", first.set[0]?.split(";")[0]);
    expect(receiveLink(second.context, second.request, "confirm")).toEqual({ email: "a@b.example", token: "t0k", next: "/checkout" });
    expect(heldLink(second.context, second.request, "reset")).toBeNull();
  });
  it("never leads elsewhere", () => {
    const first = visit("/set-password?token=t&next=//evil.example/");
    thrown(() => receiveLink(first.context, first.request, "reset"));
    const second = visit("/set-password", first.set[0]?.split(";")[0]);
    expect(heldLink(second.context, second.request, "reset")?.next).toBe("/account");
  });
  it("drops what is no token, and an older one with it", () => {
    for (const token of ["", "x".repeat(1_001)]) {
      const { context, request, set } = visit(`/set-password?token=${token}`);
      thrown(() => receiveLink(context, request, "reset"));
      expect(set).toEqual([expect.stringContaining("Max-Age=0")]);
    }
  });
  it("bears a cookie that we did not write", () => {
    for (const value of ["nonsense", "null", "[]", "%7B%22token%22%3A5%7D"]) {
      const { context, request } = visit("/set-password", `ieum_link_reset=${value}`);
      expect(heldLink(context, request, "reset")).toBeNull();
    }
  });
});

describe("where a mail leads", () => {
  it("keeps language and way back, if they are not the usual ones", () => {
    expect(mailAddress(visit("/register").context, "/confirm-account", "/account")).toBe("http://shop.example/confirm-account");
    expect(mailAddress(visit("/public/register", "", "en").context, "/confirm-account", "/public/cart")).toBe("http://shop.example/public/confirm-account?lang=en&next=%2Fpublic%2Fcart");
  });
});

describe("the mail somebody waits for", () => {
  it("is told from its cookie", () => {
    const { context, set } = visit("/register");
    noteMailed(context, { what: "register", email: "a@b.example", next: "/checkout" });
    const later = visit("/check-mail", set[0]?.split(";")[0]);
    expect(readMailed(later.context, later.request)).toMatchObject({ what: "register", email: "a@b.example", next: "/checkout" });
    const other = visit("/check-mail", "ieum_mailed=%7B%22what%22%3A%22x%22%7D");
    expect(readMailed(other.context, other.request)).toBeNull();
  });
  it("may be asked for again after a pause", () => {
    expect(secondsLeft(1_000, 1_000)).toBe(PAUSE_SECONDS);
    expect(secondsLeft(1_000, 1_000 + 59_500)).toBe(1);
    expect(secondsLeft(1_000, 1_000 + 60_000)).toBe(0);
    expect(secondsLeft(5_000_000, 1_000)).toBe(0);
  });
  it("is shown nowhere unless the market says where", () => expect(mailboxOf("a@b.example")).toBeNull());
});
