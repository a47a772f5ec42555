import type { ApprovalLineRowFragment, ApprovalTemplateInput } from "~/gql/operations";
import { readFlag, readText, type FieldError } from "~/lib/form.ts";

export interface Place {
  stage: string;
  member: string;
  label: string;
}

/** An approval line as it was typed; amounts in won. */
export interface LineValues {
  name: string;
  department: string;
  above: string;
  upTo: string;
  isActive: boolean;
  places: Place[];
}

/** So many places a line offers; empty ones are left out. */
export const PLACES = 5;
const MOST = 30;
const EMPTY: Place = { stage: "", member: "", label: "" };
const LONGEST_LABEL = 20;

const padded = (places: readonly Place[]): Place[] => [...places, ...Array.from({ length: Math.max(PLACES - places.length, 1) }, () => EMPTY)];

export function valuesOf(line: ApprovalLineRowFragment | null): LineValues {
  if (!line) return { name: "", department: "", above: "", upTo: "", isActive: true, places: padded([]).map((place, at) => ({ ...place, stage: `${at + 1}` })) };
  const { name, department, above, upTo, isActive, steps } = line;
  return {
    name, department: department?.id ?? "", above: above.amount ? `${above.amount}` : "", upTo: upTo ? `${upTo.amount}` : "", isActive, places: padded(steps.map(({ stage, member, label }) => ({ stage: `${stage}`, member: member.id, label }))),
  };
}

const digits = (text: string): string => text.replace(/[,\s원]/g, "");

export function readLine(form: FormData): LineValues {
  const places = Array.from({ length: MOST }, (_, at) => ({ stage: digits(readText(form, `stage-${at}`, 4)), member: readText(form, `member-${at}`, 200), label: readText(form, `label-${at}`, LONGEST_LABEL) }));
  return {
    name: readText(form, "name", 80), department: readText(form, "department", 200), above: digits(readText(form, "above", 20)), upTo: digits(readText(form, "upTo", 20)), isActive: readFlag(form, "isActive"), places: padded(places.filter((place) => place.member)),
  };
}

const isWon = (text: string): boolean => /^\d{0,15}$/.test(text);

/** What cannot be sent as it is. */
export function lineFaults({ name, above, upTo, places }: LineValues, say: { name: string; amount: string; range: string; nobody: string; stage: string }): FieldError[] {
  const faults: FieldError[] = [];
  const add = (field: string, message: string) => void faults.push({ field, code: "INVALID", message });
  const chosen = places.filter((place) => place.member);
  if (!name) add("name", say.name);
  if (!isWon(above)) add("above", say.amount);
  if (!isWon(upTo)) add("upTo", say.amount);
  else if (upTo && isWon(above) && Number(upTo) <= Number(above)) add("upTo", say.range);
  if (!chosen.length) add("steps", say.nobody);
  if (chosen.some(({ stage }) => !/^[1-9]\d?$/.test(stage))) add("steps", say.stage);
  return faults;
}

export const inputOf = ({ name, department, above, upTo, isActive, places }: LineValues): ApprovalTemplateInput => ({
  name,
  department: department || null,
  above: Number(above) || null,
  upTo: upTo ? Number(upTo) : null,
  isActive,
  steps: places.filter((place) => place.member).map(({ stage, member, label }) => ({ stage: Number(stage), member, label: label || null })),
});

/** Places by stage, in order: those of one stage decide side by side. */
export function stagesOf<T extends { stage: number }>(steps: readonly T[]): T[][] {
  const stages = [...new Set(steps.map((step) => step.stage))].sort((one, other) => one - other);
  return stages.map((stage) => steps.filter((step) => step.stage === stage));
}
