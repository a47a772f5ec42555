import { expect, it } from "vitest";
import { describe, languageOf } from "./textLanguage.ts";

it("tells readers of English pages where a text is Korean", () => {
  expect(languageOf("주식회사 두손공방", "en")).toBe("ko");
  expect(languageOf("3층, 12 Gaebong-ro", "en")).toBe("ko");
  expect(languageOf("12 Gaebong-ro", "en")).toBeUndefined();
  expect(languageOf("주식회사 두손공방", "ko")).toBeUndefined();
});

it("describes pictures in the language of the page", () => {
  expect(describe("쑥 비누", "Mugwort soap", "en")).toBe("Mugwort soap");
  expect(describe("Soap on a dish", "Mugwort soap", "en")).toBe("Soap on a dish");
  expect(describe("쑥 비누", "쑥 설거지 비누", "ko")).toBe("쑥 비누");
  expect(describe(null, "Mugwort soap", "en")).toBe("Mugwort soap");
  expect(describe("", "쑥 비누", "ko")).toBe("쑥 비누");
});
