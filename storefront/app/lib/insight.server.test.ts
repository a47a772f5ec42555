import { afterEach, beforeEach, expect, it, vi } from "vitest";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const look = (headers: Record<string, string> = {}, method = "GET") => new Request("http://shop.example/p/soap", { method, headers: { "user-agent": BROWSER, ...headers } });
const idOf = (text: string) => Buffer.from(text).toString("base64");
const sent: { url: string; token: string | null; body: unknown }[] = [];

async function counting(token = "of-this-test") {
  vi.resetModules();
  vi.stubEnv("IEUM_SERVICE_TOKEN", token);
  return import("./insight.server.ts");
}

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    sent.push({ url: String(url), token: new Headers(init.headers).get("authorization"), body: JSON.parse(String(init.body)) });
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it("adds up what people look at and search for, and begins anew", async () => {
  const { noteView, noteSearch, flush } = await counting();
  for (const id of ["Product:7", "Product:7", "Product:8"]) noteView(look(), "citizen", idOf(id));
  noteView(look(), "public", idOf("Product:7"));
  noteSearch(look(), "citizen", "무향 비누", 0);
  noteSearch(look(), "citizen", "무향 비누", 3);
  await flush();
  await flush();
  expect(sent.map((one) => one.body)).toEqual([
    { visits: [[7, "citizen", 2], [8, "citizen", 1], [7, "public", 1]], searches: [["무향 비누", "citizen", 2, 1]] },
    { visits: [], searches: [] },
  ]);
  expect(sent[0]).toMatchObject({ token: "Bearer of-this-test" });
  expect(sent[0]?.url).toMatch(/\/insight\/counts\/$/);
});

it("counts people only", async () => {
  const { noteView, flush } = await counting();
  noteView(look({ "user-agent": "Googlebot/2.1" }), "citizen", idOf("Product:7"));
  noteView(look({ "user-agent": "" }), "citizen", idOf("Product:7"));
  noteView(look({ "sec-purpose": "prefetch" }), "citizen", idOf("Product:7"));
  noteView(look({}, "POST"), "citizen", idOf("Product:7"));
  noteView(look(), "citizen", idOf("Vendor:7"));
  noteView(look(), "citizen", "nonsense");
  await flush();
  expect(sent[0]?.body).toEqual({ visits: [], searches: [] });
});

it("counts nothing without the token, and lives without the API", async () => {
  const without = await counting("");
  without.noteView(look(), "citizen", idOf("Product:7"));
  await without.flush();
  expect(sent[0]?.body).toEqual({ visits: [], searches: [] });
  vi.stubGlobal("fetch", () => Promise.reject(new Error("away")));
  const { noteView, flush } = await counting();
  noteView(look(), "citizen", idOf("Product:7"));
  await expect(flush()).resolves.toBeUndefined();
});
