import type { ReactNode } from "react";

interface Block {
  type?: string;
  data?: { text?: unknown; level?: unknown; items?: unknown; caption?: unknown };
}

/** Plain text of an Editor.js run: tags away, the five entities back. React escapes it again. */
export const plain = (value: unknown): string =>
  typeof value !== "string"
    ? ""
    : value
        .replaceAll(/<br\s*\/?>/gi, "\n")
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll("&nbsp;", " ")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");

function blocksOf(json: string | null | undefined): Block[] {
  if (!json) return [];
  try {
    const parsed = JSON.parse(json) as { blocks?: Block[] } | null;
    return Array.isArray(parsed?.blocks) ? parsed.blocks : [];
  } catch {
    return [];
  }
}

const itemText = (item: unknown): string => plain(typeof item === "string" ? item : (item as { content?: unknown } | null)?.content);

function renderBlock(block: Block, index: number): ReactNode {
  const text = plain(block.data?.text);
  switch (block.type) {
    case "header":
      return block.data?.level === 3 ? <h3 key={index}>{text}</h3> : <h2 key={index}>{text}</h2>;
    case "list":
      return (
        <ul key={index} className="dots">
          {(Array.isArray(block.data?.items) ? block.data.items : []).map((item, at) => (
            <li key={at}>{itemText(item)}</li>
          ))}
        </ul>
      );
    case "quote":
      return <blockquote key={index}>{text}</blockquote>;
    default:
      return text ? <p key={index}>{text}</p> : null;
  }
}

/** The text of an Editor.js document as React elements; unknown blocks become paragraphs, markup never passes. */
export function RichText({ json }: { json: string | null | undefined }) {
  return <div className="prose">{blocksOf(json).map(renderBlock)}</div>;
}

/** The first words of a document, for descriptions. */
export function excerpt(json: string | null | undefined, length = 150): string {
  const text = blocksOf(json).map((block) => plain(block.data?.text)).join(" ").replaceAll(/\s+/g, " ").trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
