import { ApprovalLineCreateDocument, ApprovalLineDeleteDocument, ApprovalLinesDocument, ApprovalLineUpdateDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, readText, type FieldError } from "~/lib/form.ts";
import { ensureAbility, gqlAgency, membershipOf } from "~/rooms/agency/agency.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { inputOf, lineFaults, readLine, type LineValues } from "./line.ts";
import { lineWords } from "./words.ts";

/** The agency whose lines these are; for who administers it. */
async function administered(context: Context, request: Request): Promise<string> {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "ADMINISTER");
  return membership.agency.id;
}

export async function loadLines(context: Context, request: Request) {
  const { approvalTemplates, agency } = await gqlAgency(context, ApprovalLinesDocument, { agency: await administered(context, request) });
  const { searchParams } = appOf(context).url;
  const lines = approvalTemplates ?? [];
  const find = (name: string) => lines.find((line) => line.id === searchParams.get(name)) ?? null;
  return {
    lines,
    departments: (agency?.departments ?? []).filter((one) => one.isActive),
    members: (agency?.members ?? []).filter((one) => one.isActive && one.abilities.includes("APPROVE")),
    editing: find("edit"),
    removing: find("remove"),
    isNew: searchParams.has("new"),
    done: searchParams.get("done"),
  };
}

export type Lines = Awaited<ReturnType<typeof loadLines>>;

export async function saveLine(context: Context, request: Request, form: FormData): Promise<{ values: LineValues; errors: FieldError[] }> {
  const agency = await administered(context, request);
  const t = lineWords(appOf(context).language);
  const values = readLine(form);
  const faults = lineFaults(values, { name: t.needName, amount: t.needAmount, range: t.needRange, nobody: t.needSomebody, stage: t.needStage });
  if (faults.length) return { values, errors: faults };
  const id = readText(form, "id", 200);
  const input = inputOf(values);
  const answer = id ? (await gqlAgency(context, ApprovalLineUpdateDocument, { id, input })).approvalTemplateUpdate : (await gqlAgency(context, ApprovalLineCreateDocument, { agency, input })).approvalTemplateCreate;
  return { values, errors: fieldErrors(answer?.errors) };
}

export async function removeLine(context: Context, request: Request, form: FormData): Promise<FieldError[]> {
  await administered(context, request);
  const { approvalTemplateDelete } = await gqlAgency(context, ApprovalLineDeleteDocument, { id: readText(form, "id", 200) });
  return fieldErrors(approvalTemplateDelete?.errors);
}
