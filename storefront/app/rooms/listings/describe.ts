import { blocksOf, type Block } from "~/lib/richtext.tsx";

/**
 * The description as people type it, and as it is kept (EditorJS). One line of help tells it all: an empty line begins a paragraph,
 * "# " a heading ("## " a smaller one), "- " and "1. " a list, "> " a quotation, "---" a line; **stars** make bold.
 */
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const unescape = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&nbsp;", " ").replaceAll("&amp;", "&");

const inline = (text: string): string => escape(text.trim()).replaceAll(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "<b>$1</b>");
const typed = (markup: unknown): string =>
  typeof markup !== "string" ? "" : unescape(markup.replaceAll(/<br\s*\/?>/gi, "\n").replaceAll(/<\/?(?:b|strong)>/gi, "**").replaceAll(/<[^>]*>/g, "")).trim();

type Written = { type: string; data: Record<string, unknown> };

function blockOf(lines: string[]): Written {
  const [first = ""] = lines;
  const heading = /^(#{1,2})\s+(.+)$/.exec(first);
  if (heading) return { type: "header", data: { level: heading[1]!.length + 1, text: inline(heading[2]!) } };
  if (/^-{3,}$/.test(first.trim())) return { type: "delimiter", data: {} };
  if (lines.every((line) => /^[-•*]\s+/.test(line))) return { type: "list", data: { style: "unordered", items: lines.map((line) => inline(line.replace(/^[-•*]\s+/, ""))) } };
  if (lines.every((line) => /^\d+[.)]\s+/.test(line))) return { type: "list", data: { style: "ordered", items: lines.map((line) => inline(line.replace(/^\d+[.)]\s+/, ""))) } };
  if (lines.every((line) => /^>\s?/.test(line))) return { type: "quote", data: { text: lines.map((line) => inline(line.replace(/^>\s?/, ""))).join("<br>") } };
  return { type: "paragraph", data: { text: lines.map(inline).join("<br>") } };
}

const kindOf = (line: string): string =>
  /^#{1,2}\s+\S/.test(line) || /^-{3,}$/.test(line.trim()) ? "alone" : /^[-•*]\s+/.test(line) ? "dots" : /^\d+[.)]\s+/.test(line) ? "numbers" : /^>\s?/.test(line) ? "quote" : "text";

/** The typed text as blocks; "" has none. */
export function documentOf(text: string): { blocks: Written[] } {
  const blocks: Written[] = [];
  let held: string[] = [];
  const close = () => {
    if (held.length) blocks.push(blockOf(held));
    held = [];
  };
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    if (!line.trim()) close();
    else {
      const kind = kindOf(line);
      if (held.length && (kind === "alone" || kind !== kindOf(held[0]!))) close();
      held.push(line.trim());
      if (kind === "alone") close();
    }
  }
  close();
  return { blocks };
}

function textOfBlock({ type, data = {} }: Block): string {
  const items = Array.isArray(data.items) ? data.items.map((item: unknown) => typed(typeof item === "string" ? item : (item as { content?: unknown })?.content)) : [];
  switch (type) {
    case "header":
      return `${Number(data.level) > 2 ? "##" : "#"} ${typed(data.text)}`;
    case "list":
      return items.map((item, at) => (data.style === "ordered" ? `${at + 1}. ${item}` : `- ${item}`)).join("\n");
    case "quote":
      return typed(data.text).split("\n").map((line) => `> ${line}`).join("\n");
    case "delimiter":
      return "---";
    case "table":
      return (Array.isArray(data.content) ? data.content : []).map((row: unknown) => `- ${(Array.isArray(row) ? row : []).map(typed).join(" | ")}`).join("\n");
    default:
      return typed(data.text);
  }
}

/** A kept description as text to type on. */
export const textOf = (json: string | null | undefined): string => blocksOf(json).map(textOfBlock).filter(Boolean).join("\n\n");

/** Whether a description holds something that typed text cannot say: tables, pictures, links. */
export const isRicher = (json: string | null | undefined): boolean =>
  blocksOf(json).some((block) => !["paragraph", "header", "list", "quote", "delimiter", undefined].includes(block.type) || /<a\s/i.test(JSON.stringify(block.data ?? "")));
