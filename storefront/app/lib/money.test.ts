import { describe, expect, it } from "vitest";
import { discountPercent, formatLargeWon, formatWon, readQuantity, splitVat } from "./money.ts";

describe("splitVat", () => {
  it("splits a sum that includes tax and never drifts", () => {
    for (const total of [0, 1, 5, 6, 10, 11, 99, 1_001, 19_800, 11_940_000, 999_999_999]) {
      const { supply, tax } = splitVat(total, "TAXABLE");
      expect(supply + tax).toBe(total);
      expect(Math.abs(supply * 0.1 - tax)).toBeLessThanOrEqual(0.55);
    }
  });
  it("knows the textbook case", () => expect(splitVat(11_000, "TAXABLE")).toEqual({ supply: 10_000, tax: 1_000, total: 11_000 }));
  it("rounds the supply to the nearest won", () => expect(splitVat(19_900, "TAXABLE")).toEqual({ supply: 18_091, tax: 1_809, total: 19_900 }));
  it("takes no tax where there is none", () => {
    expect(splitVat(35_000, "EXEMPT")).toEqual({ supply: 35_000, tax: 0, total: 35_000 });
    expect(splitVat(35_000, "ZERO_RATED").tax).toBe(0);
  });
});

describe("words for sums", () => {
  it("sets the unit by language", () => {
    expect(formatWon(1_234_567, "ko")).toBe("1,234,567원");
    expect(formatWon(1_234_567, "en")).toBe("₩1,234,567");
  });
  it("counts in 억 and 만", () => {
    expect(formatLargeWon(1_888_000_000, "ko")).toEqual({ value: "18억 8,800", unit: "만원" });
    expect(formatLargeWon(300_000_000, "ko")).toEqual({ value: "3", unit: "억원" });
    expect(formatLargeWon(350_000, "ko")).toEqual({ value: "35", unit: "만원" });
    expect(formatLargeWon(1_888_000_000, "en")).toEqual({ value: "₩1,888", unit: "million" });
  });
});

describe("discountPercent", () => {
  it("rounds down, so that it never promises more", () => {
    expect(discountPercent(38_700, 44_000)).toBe(12);
    expect(discountPercent(333, 1_000)).toBe(66);
  });
  it("is nothing where nothing was cut", () => {
    expect(discountPercent(100, 100)).toBeNull();
    expect(discountPercent(120, 100)).toBeNull();
    expect(discountPercent(999, 1_000)).toBeNull();
  });
});

describe("readQuantity", () => {
  it("reads digits with separators", () => expect(readQuantity(" 1,200 ")).toBe(1_200));
  it("falls back to the minimum on anything else", () => {
    for (const text of ["", "abc", "-3", "1e5", "3.5", "99999999999", null, undefined]) expect(readQuantity(text, 2)).toBe(2);
  });
  it("stays within bounds", () => {
    expect(readQuantity("1", 10)).toBe(10);
    expect(readQuantity("500", 1, 50)).toBe(50);
  });
});
