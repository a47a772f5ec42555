import { expect, it } from "vitest";
import { inputOf, lineFaults, PLACES, readLine, stagesOf, valuesOf } from "./line.ts";

const say = { name: "name", amount: "amount", range: "range", nobody: "nobody", stage: "stage" };

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("leaves empty places out and keeps the order that was typed", () => {
  const values = readLine(formOf({ name: "기본", above: "2,000,000", upTo: "", isActive: "1", "member-0": "A", "stage-0": "1", "label-0": "검토", "stage-1": "2", "member-2": "B", "stage-2": "2" }));
  expect(inputOf(values)).toEqual({ name: "기본", department: null, above: 2_000_000, upTo: null, isActive: true, steps: [{ stage: 1, member: "A", label: "검토" }, { stage: 2, member: "B", label: null }] });
  expect(lineFaults(values, say)).toEqual([]);
});

it("says what is missing or turned round", () => {
  const fields = (given: Record<string, string>) => lineFaults(readLine(formOf(given)), say).map((fault) => [fault.field, fault.message]);
  expect(fields({})).toEqual([["name", "name"], ["steps", "nobody"]]);
  expect(fields({ name: "x", above: "100", upTo: "100", "member-0": "A", "stage-0": "1" })).toEqual([["upTo", "range"]]);
  expect(fields({ name: "x", above: "많이", "member-0": "A", "stage-0": "0" })).toEqual([["above", "amount"], ["steps", "stage"]]);
});

it("always offers a place more", () => {
  expect(valuesOf(null).places).toHaveLength(PLACES);
  const steps = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, stage: at + 1, label: "결재", mayApprove: true, member: { id: `m${at}`, name: "", jobTitle: "" } }));
  expect(valuesOf({ id: "1", name: "x", isActive: true, above: { amount: 0 }, upTo: null, department: null, steps }).places).toHaveLength(10);
});

it("sets places of one stage side by side", () => {
  expect(stagesOf([{ stage: 2, id: "c" }, { stage: 1, id: "a" }, { stage: 2, id: "d" }]).map((stage) => stage.length)).toEqual([1, 2]);
});
