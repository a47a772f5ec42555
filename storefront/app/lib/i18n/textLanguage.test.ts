import { expect, it } from "vitest";
import { describe, koreanPart } from "./textLanguage.ts";

it("tells readers of English pages which part of a text is Korean", () => {
  expect(koreanPart("주식회사 두손공방", "en")).toEqual(["", "주식회사 두손공방", ""]);
  expect(koreanPart("by 오주연", "en")).toEqual(["by ", "오주연", ""]);
  expect(koreanPart("(07501) 서울특별시 강서구 공항대로 238", "en")).toEqual(["(07501) ", "서울특별시 강서구 공항대로", " 238"]);
  expect(koreanPart("제2024-040호\n지역", "en")).toEqual(["", "제2024-040호\n지역", ""]);
});

it("leaves alone what is in the language of the page", () => {
  expect(koreanPart("12 Gaebong-ro", "en")).toEqual(["12 Gaebong-ro", "", ""]);
  expect(koreanPart("주식회사 두손공방", "ko")).toEqual(["주식회사 두손공방", "", ""]);
});

it("describes pictures in the language of the page", () => {
  expect(describe("쑥 비누", "Mugwort soap", "en")).toBe("Mugwort soap");
  expect(describe("Soap on a dish", "Mugwort soap", "en")).toBe("Soap on a dish");
  expect(describe("쑥 비누", "쑥 설거지 비누", "ko")).toBe("쑥 비누");
  expect(describe(null, "Mugwort soap", "en")).toBe("Mugwort soap");
  expect(describe("", "쑥 비누", "ko")).toBe("쑥 비누");
});
