import { describe, expect, it } from "vitest";
import { handOn, handOnFolder, handOnPapers, paperKey } from "./handOn.server.ts";

const ID = "0b7b1e6e-0000-4000-8000-000000000001";
const paper = { "content-type": "application/pdf", "content-disposition": 'attachment; filename="a.pdf"', "set-cookie": "a=b", "content-security-policy": "sandbox; default-src 'none'" };
const answering = (status: number, headers: Record<string, string>, body = "%PDF-1.7") => (async () => new Response(body, { status, headers })) as typeof fetch;

describe("a private paper", () => {
  it("is streamed on as a file to keep, with nothing more than it needs", async () => {
    const asked: [string, RequestInit | undefined][] = [];
    const answer = await handOn(ID, { authorization: "Bearer x" }, async (url, init) => {
      asked.push([String(url), init]);
      return new Response("%PDF-1.7", { headers: paper });
    });
    expect(asked[0]?.[0]).toMatch(new RegExp(`/documents/${ID}/$`));
    expect(asked[0]?.[1]?.headers).toEqual({ authorization: "Bearer x" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("%PDF-1.7");
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="a.pdf"',
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });

  it("comes from the shelf of what the market issued, if it was", async () => {
    const asked: string[] = [];
    await handOn(ID, {}, async (url) => {
      asked.push(String(url));
      return new Response("%PDF-1.7", { headers: paper });
    }, "papers");
    expect(asked[0]).toMatch(new RegExp(`/papers/${ID}/$`));
  });

  it("hands on a folder as a ZIP to keep, and nothing else from there", async () => {
    const asked: string[] = [];
    const zip = { "content-type": "application/zip", "content-disposition": 'attachment; filename="a.zip"' };
    const give = (headers: Record<string, string>) => (async (url: unknown) => {
      asked.push(String(url));
      return new Response("PK", { headers });
    }) as typeof fetch;
    expect((await handOnFolder(btoa(`PurchaseRequest:${ID}`), {}, give(zip))).status).toBe(200);
    expect(asked[0]?.endsWith(`/procurement/requests/${ID}/folder.zip`)).toBe(true);
    expect((await handOnFolder(btoa(`PurchaseRequest:${ID}`), {}, give({ ...zip, "content-type": "text/html" }))).status).toBe(404);
    expect((await handOnFolder(btoa(`Order:${ID}`), {}, give(zip))).status).toBe(404);
    expect(asked).toHaveLength(2);
  });

  it("is named by its key or by the API's ID", () => {
    expect(paperKey(btoa(`QuoteAttachment:${ID}`))).toBe(ID);
    expect(paperKey(ID)).toBe(ID);
    expect(paperKey(btoa(`Paper:${ID}`))).toBe(ID);
    expect([paperKey(btoa(`Quote:${ID}`)), paperKey(btoa("Paper:../graphql")), paperKey("???")]).toEqual(["", "", ""]);
  });

  it.each([401, 403, 404, 500])("is not found when the API answers %s", async (status) => {
    expect((await handOn(ID, {}, answering(status, paper))).status).toBe(404);
  });

  it("is not found when what comes is a page, or would be shown", async () => {
    expect((await handOn(ID, {}, answering(200, { ...paper, "content-type": "text/html" }, "<script>"))).status).toBe(404);
    expect((await handOn(ID, {}, answering(200, { ...paper, "content-disposition": "inline" }))).status).toBe(404);
  });

  it("never asks for anything but the id of a paper", async () => {
    const refuse = (async () => { throw new Error("asked"); }) as typeof fetch;
    expect((await handOn("../graphql", {}, refuse)).status).toBe(404);
    expect((await handOn(ID, {}, refuse)).status).toBe(502);
  });
});

describe("several papers", () => {
  it("are bound into one file, if each of them is a paper", async () => {
    const asked: string[] = [];
    const give = (async (url: unknown) => {
      asked.push(String(url));
      return new Response("%PDF-1.7", { headers: paper });
    }) as typeof fetch;
    const id = btoa(`Paper:${ID}`);
    expect((await handOnPapers([id, id], {}, give)).status).toBe(200);
    expect(asked[0]).toContain(`/papers/issued.pdf?ids=${encodeURIComponent(id)},`);
    for (const ids of [[], [btoa(`Order:${ID}`)], ["x&y=1"], Array.from({ length: 21 }, () => id)]) expect((await handOnPapers(ids, {}, give)).status).toBe(404);
    expect(asked).toHaveLength(1);
  });
});
