import { expect, test } from "vitest";
import type { ReturnKind } from "~/rooms/product/returnTerms.ts";
import { hasAgreed, MADE, madeToOrder, termsField } from "./made.ts";

const NOTE = "이름을 새겨요.\n되돌릴 수 없어요.";
const line = (id: string, kind: ReturnKind, note = NOTE) => ({ id, variant: { product: { returnPolicy: { kind, note } } } });
const made = [line("a", "MADE_TO_ORDER")];

function form(entries: Record<string, string>): FormData {
  const given = new FormData();
  for (const [name, value] of Object.entries(entries)) given.set(name, value);
  return given;
}

test("only what is made to order needs a consent of its own", () => {
  const groups = [{ lines: [line("a", "MADE_TO_ORDER"), line("b", "STANDARD")] }, { lines: [line("c", "SEALED"), line("d", "MADE_TO_ORDER")] }];
  expect(madeToOrder(groups).map((one) => one.id)).toEqual(["a", "d"]);
  expect(hasAgreed(form({}), [])).toBe(true);
});

test("a tick counts for the terms that stood beside it", () => {
  const shown = { [termsField("a")]: NOTE.replace("\n", "\r\n") };
  expect(hasAgreed(form({ [MADE]: "1", ...shown }), made)).toBe(true);
  expect(hasAgreed(form(shown), made)).toBe(false);
  expect(hasAgreed(form({ [MADE]: "1", [termsField("a")]: "다른 조건" }), made)).toBe(false);
  expect(hasAgreed(form({ [MADE]: "1", ...shown }), [...made, line("b", "MADE_TO_ORDER")])).toBe(false);
});
