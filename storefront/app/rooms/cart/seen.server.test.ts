import { describe, expect, it } from "vitest";
import { priceChange, readSeen, seenCookie } from "./seen.server.ts";

const line = (id: string, amount: number) => ({ id, baseUnitPrice: { amount }, quantityPrice: null });
const first = line("Q2hlY2tvdXRMaW5lOjEyMw==", 19_800);
const second = line("Q2hlY2tvdXRMaW5lOjQ1Ng==", 5_000);
const requestWith = (cookie: string) => new Request("http://shop.example/cart", { headers: { cookie: cookie.split(";", 1)[0] ?? "" } });

describe("seen prices", () => {
  it("come back from their cookie and tell what changed", () => {
    const seen = readSeen(requestWith(seenCookie("citizen", [first, second])), "citizen");
    expect(priceChange(first, seen)).toBe(0);
    expect(priceChange({ ...first, baseUnitPrice: { amount: 21_000 } }, seen)).toBe(1_200);
    expect(priceChange({ ...second, baseUnitPrice: { amount: 4_500 } }, seen)).toBe(-500);
  });
  it("stay as first seen when something else is added", () => {
    const before = readSeen(requestWith(seenCookie("citizen", [first])), "citizen");
    const dearer = { ...first, baseUnitPrice: { amount: 25_000 } };
    const seen = readSeen(requestWith(seenCookie("citizen", [dearer, second], before)), "citizen");
    expect(priceChange(dearer, seen)).toBe(5_200);
    expect(priceChange(second, seen)).toBe(0);
  });
  it("take a quantity price for no change of price", () => {
    const seen = readSeen(requestWith(seenCookie("citizen", [first])), "citizen");
    const many = { ...first, baseUnitPrice: { amount: 18_000 }, quantityPrice: { saving: { amount: 1_800 } } };
    expect(priceChange(many, seen)).toBe(0);
    expect(priceChange({ ...many, baseUnitPrice: { amount: 19_000 } }, seen)).toBe(1_000);
  });
  it("are kept apart by channel, and rubbish in the cookie is nobody's price", () => {
    expect(readSeen(requestWith(seenCookie("citizen", [first])), "public").size).toBe(0);
    expect(readSeen(requestWith("ieum_seen_citizen=abc:-5,def,:9,ghi:1e9"), "citizen").size).toBe(0);
  });
});
