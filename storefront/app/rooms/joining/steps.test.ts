import { expect, it } from "vitest";
import { doneSteps, firstToDo, isStep, PAPERS, stepAfter, stepOf } from "./steps.ts";

it("goes on with the first step that lacks something", () => {
  expect(firstToDo([{ field: "accountNumber" }, { field: "phone" }])).toBe("about");
  expect(firstToDo([])).toBe("send");
});

it("sends an error about any field or paper to where it is mended", () => {
  expect(PAPERS.map((paper) => stepOf(paper.field))).toEqual(["papers", "papers", "papers", "papers", "papers"]);
  expect([stepOf("businessNumber"), stepOf("agreed"), stepOf(null)]).toEqual(["business", "send", "send"]);
});

it("counts a step as done when nothing of it is missing", () => {
  expect(doneSteps([{ field: "kind" }, { field: "bankbookCopy" }])).toEqual(["business", "account"]);
});

it("knows its steps and stays at the last", () => {
  expect([isStep("papers"), isStep("nothing"), isStep(null)]).toEqual([true, false, false]);
  expect([stepAfter("business"), stepAfter("send")]).toEqual(["about", "send"]);
});
