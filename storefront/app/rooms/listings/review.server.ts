import { data } from "react-router";
import { ListingProposalDocument, ReviewApproveDocument, ReviewBesideDocument, ReviewDeclineDocument, ReviewNextDocument, ReviewReturnDocument, type ListingProposalQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { readText, type FieldError } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { draftFrom, readJson, statedOf, type Product } from "./draft.ts";
import { formWords } from "./formWords.ts";
import { hintsOf, type Hint } from "./hints.ts";
import { labelsOf } from "./labels.ts";
import { allNotices, languageOf, type Notice } from "./listings.server.ts";
import { editsIn, remarksIn } from "./mending.ts";
import { missingOf } from "./missing.ts";
import { reviewWords } from "./reviewWords.ts";
import { said } from "./save.server.ts";

export type Proposal = NonNullable<ListingProposalQuery["productChangeProposal"]>;

export async function loadProposal(context: Context, id: string) {
  const { languageCode, translated } = languageOf(context);
  const { productChangeProposal: proposal } = await gqlStaff(context, ListingProposalDocument, { id, language: languageCode, translated });
  if (!proposal) throw data(null, { status: 404 });
  const code = proposal.product?.productNotice?.type;
  const notice = code ? ((await allNotices(context)).find((one) => one.code === code) ?? null) : null;
  return { proposal, notice };
}

export async function besideOf(context: Context, proposal: Proposal) {
  if (!proposal.product) return { certificates: [], earlier: [] };
  const found = await gqlStaff(context, ReviewBesideDocument, { vendor: proposal.vendor.id, product: proposal.product.id });
  const all = [...nodesOf(found.refused), ...nodesOf(found.productChangeProposals).map((one) => ({ ...one, submittedAt: one.decidedAt ?? "", changes: [] as { label: string; reason: string }[] }))];
  const refused = all.filter((one) => one.id !== proposal.id && (one.status === "RETURNED" || one.status === "DECLINED"));
  return { certificates: found.vendorCertificates ?? [], earlier: refused.filter((one, at) => refused.findIndex((other) => other.id === one.id) === at) };
}

/** The oldest that still waits, this one apart. */
export async function nextOf(context: Context, id: string): Promise<string | null> {
  return nodesOf((await gqlStaff(context, ReviewNextDocument, {})).productChangeProposals).find((one) => one.id !== id)?.id ?? null;
}

/** A listing as it would stand once approved, looked at by the machine. */
export function machineHints(proposal: Proposal, notice: Notice | null): Hint[] {
  const product = proposal.product as Product | null;
  if (!product) return [];
  const wanted = new Map(proposal.changes.map((change) => [change.path, readJson(change.payload)]));
  const draft = draftFrom({ ...product, openProposal: { ...product.openProposal, changes: proposal.changes } } as Product);
  const description = wanted.get("description");
  const lacking = missingOf(product, draft, notice?.fields ?? []).filter((one) => one.what === "notice" || one.what === "kc");
  const prices = proposal.changes.flatMap((change) => {
    if (!/^variant:\d+:price:/.test(change.path)) return [];
    const [from, to] = [change.currentValue ?? change.oldValue, change.newValue].map((value) => Number((readJson(value) as { price?: string } | null)?.price ?? 0));
    return from && to ? [{ about: change.label, from, to }] : [];
  });
  const added = proposal.changes.filter((change) => change.newPicture && change.path.startsWith("media:new-")).length;
  return hintsOf({
    name: draft.name,
    summary: draft.summary,
    description: description ? JSON.stringify(description) : product.description,
    notice: Object.entries(draft.notice).map(([label, value]) => ({ label, value })),
    lacking: lacking.map((one) => one.about),
    pictures: (product.media?.length ?? 0) + added,
    prices,
  });
}

/** Values of a new listing that can be put right while approving it. */
export function ownValues(proposal: Proposal): Map<string, unknown> {
  const product = proposal.product;
  const values = new Map<string, unknown>(proposal.changes.map((change) => [change.path, change.payload]));
  if (proposal.kind !== "NEW_LISTING" || !product) return values;
  for (const [path, value] of [["name", product.name], ["summary", product.summary ?? ""], ["originCountry", product.originCountry ?? ""]] as const) values.set(path, JSON.stringify(value));
  for (const item of product.productNotice?.items ?? []) values.set(`notice:${item.code}`, JSON.stringify(statedOf(item.value)));
  return values;
}

export const DECISIONS = ["approve", "return", "decline"] as const;

/** Carries out a decision. What is wrong stands at the fields; nothing is decided over a version that was not read. */
export async function decide(context: Context, { proposal, notice }: { proposal: Proposal; notice: Notice | null }, intent: (typeof DECISIONS)[number], form: FormData): Promise<FieldError[]> {
  const t = reviewWords(appOf(context).language);
  const id = proposal.id;
  const version = Number(form.get("version")) || 0;
  const comment = readText(form, "comment", 1_500);
  const paths = new Set(proposal.changes.map((change) => change.path));
  const labelOf = (path: string | null) => proposal.changes.find((change) => change.path === path)?.label ?? "";
  const atPath = (errors: FieldError[]) => errors.map((error) => ({ ...error, message: error.code === "CONFLICT" ? `${labelOf(error.field)}: ${t.chooseConflict}` : error.message, field: error.field === "comment" ? "comment" : error.field && paths.has(error.field) ? error.field : null }));
  if (intent === "decline") {
    if (!comment) return [{ field: "comment", code: "REQUIRED", message: t.noComment }];
    return atPath(said((await gqlStaff(context, ReviewDeclineDocument, { id, version, comment })).productProposalDecline));
  }
  if (intent === "return") {
    const labels = new Map(labelsOf(notice, formWords("ko")).map((one) => [one.path, one.label]));
    const { reasons, lines } = remarksIn(form, paths, labels);
    const whole = [...lines, comment].filter(Boolean).join("\n");
    if (!reasons.length && !whole) return [{ field: "comment", code: "REQUIRED", message: t.noReason }];
    return atPath(said((await gqlStaff(context, ReviewReturnDocument, { id, version, reasons, comment: whole })).productProposalReturn));
  }
  const { edits, wrong } = editsIn(form, ownValues(proposal));
  if (wrong.length) return wrong.map((path) => ({ field: `edit:${path}`, code: "INVALID", message: t.badPrice }));
  const leaveOut = proposal.changes.map((change) => change.path).filter((path) => form.has(`leave:${path}`) || form.get(`choose:${path}`) === "now");
  const accept = proposal.changes.map((change) => change.path).filter((path) => form.get(`choose:${path}`) === "new");
  const { productProposalApprove } = await gqlStaff(context, ReviewApproveDocument, { id, version, edits: edits.filter((edit) => !leaveOut.includes(edit.path)), leaveOut, accept, comment });
  return atPath(said(productProposalApprove));
}
