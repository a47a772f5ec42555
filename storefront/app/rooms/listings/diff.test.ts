import { expect, it } from "vitest";
import { differenceOf } from "./diff.ts";

const side = (before: string, after: string, kind: "in" | "out") =>
  differenceOf(before, after)
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join("");

it("marks the words that changed, and no others", () => {
  const pieces = differenceOf("손으로 만든 쌀겨 비누 100g", "손으로 만든 쑥 비누 100g");
  expect(pieces.filter((piece) => piece.kind === "out").map((piece) => piece.text)).toEqual(["쌀겨"]);
  expect(pieces.filter((piece) => piece.kind === "in").map((piece) => piece.text)).toEqual(["쑥"]);
});

it("loses nothing: without what came in, the old text; without what went, the new", () => {
  const [before, after] = ["물 100ml와 소금 조금.\n섞어요.", "물 200ml와 소금.\n잘 섞어 두세요."];
  expect(side(before, after, "in")).toBe(before);
  expect(side(before, after, "out")).toBe(after);
});

it("shows texts that have nothing in common one after the other", () => {
  expect(differenceOf("가나다", "완전히 다른 말")).toEqual([{ text: "가나다", kind: "out" }, { text: "완전히 다른 말", kind: "in" }]);
  expect(differenceOf("", "새 글")).toEqual([{ text: "새 글", kind: "in" }]);
  expect(differenceOf("같아요", "같아요")).toEqual([{ text: "같아요", kind: "same" }]);
});
