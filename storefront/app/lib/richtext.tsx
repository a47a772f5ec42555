import { Fragment, type ReactNode } from "react";
import { decode, inlineMarkup } from "./inlineMarkup.tsx";

export interface Block {
  type?: string;
  data?: { text?: unknown; level?: unknown; items?: unknown; caption?: unknown; style?: unknown; anchor?: unknown; content?: unknown; withHeadings?: unknown };
}

/** A heading and what stands below it, up to the next of its kind. */
export interface Section {
  id: string;
  head: string;
  blocks: Block[];
}

/** Plain text of an Editor.js run: tags away, the five entities back. React escapes it again. */
export const plain = (value: unknown): string =>
  typeof value !== "string" ? "" : decode(value.replaceAll(/<br\s*\/?>/gi, "\n").replaceAll(/<[^>]*>/g, ""));

const inline = (value: unknown): ReactNode => (typeof value === "string" ? inlineMarkup(value) : "");
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function blocksOf(json: string | null | undefined): Block[] {
  if (!json) return [];
  try {
    const parsed = JSON.parse(json) as { blocks?: Block[] } | null;
    return Array.isArray(parsed?.blocks) ? parsed.blocks : [];
  } catch {
    return [];
  }
}

const anchorOf = (block: Block): string | undefined =>
  typeof block.data?.anchor === "string" && /^[\p{L}\p{N}_-]+$/u.test(block.data.anchor) ? block.data.anchor : undefined;

interface Item {
  content?: unknown;
  items?: unknown;
}

function List({ items, isOrdered }: { items: readonly unknown[]; isOrdered: boolean }) {
  const Tag = isOrdered ? "ol" : "ul";
  return (
    <Tag className={isOrdered ? undefined : "dots"}>
      {items.map((item, at) => {
        const { content, items: below } = typeof item === "string" ? { content: item, items: [] } : ((item ?? {}) as Item);
        const inner = listOf(below);
        return (
          <li key={at}>
            {inline(content)}
            {inner.length ? <List items={inner} isOrdered={isOrdered} /> : null}
          </li>
        );
      })}
    </Tag>
  );
}

/** A table that turns into stacked cards on phones and keeps its roles there. */
function Grid({ rows, hasHeads, caption }: { rows: readonly unknown[][]; hasHeads: boolean; caption: string }) {
  const heads = hasHeads ? (rows[0] ?? []) : [];
  return (
    <table className="tbl stack" role="table">
      {caption ? <caption className="vh">{caption}</caption> : null}
      {heads.length ? (
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head, at) => (
              <th key={at} scope="col" role="columnheader">
                {inline(head)}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody role="rowgroup">
        {rows.slice(hasHeads ? 1 : 0).map((row, at) => (
          <tr key={at} role="row">
            {row.map((cell, column) => (
              <td key={column} role="cell" className={column ? undefined : "main"} data-l={column && heads[column] ? plain(heads[column]) : undefined}>
                <span>{inline(cell)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function renderBlock(block: Block, caption: string): ReactNode {
  const { data } = block;
  switch (block.type) {
    case "header": {
      const level = Number(data?.level);
      const Tag = level === 3 ? "h3" : level >= 4 ? "h4" : "h2";
      return <Tag id={anchorOf(block)}>{inline(data?.text)}</Tag>;
    }
    case "list":
      return <List items={listOf(data?.items)} isOrdered={data?.style === "ordered"} />;
    case "table":
      return <Grid rows={listOf(data?.content).filter(Array.isArray)} hasHeads={data?.withHeadings === true} caption={caption} />;
    case "quote":
      return <blockquote>{inline(data?.text)}</blockquote>;
    case "delimiter":
      return <hr />;
    default:
      return plain(data?.text) ? <p>{inline(data?.text)}</p> : null;
  }
}

/** Blocks as React elements. A table is called by the heading it stands under. */
export function Blocks({ blocks, caption = "" }: { blocks: readonly Block[]; caption?: string }) {
  let under = caption;
  return blocks.map((block, at) => {
    if (block.type === "header") under = plain(block.data?.text);
    return <Fragment key={at}>{renderBlock(block, under)}</Fragment>;
  });
}

/** The text of an Editor.js document as React elements; unknown blocks become paragraphs, only harmless markup passes. */
export function RichText({ json }: { json: string | null | undefined }) {
  return (
    <div className="prose">
      <Blocks blocks={blocksOf(json)} />
    </div>
  );
}

/** A document cut at its second-level headings: what stands before the first, and the sections with addresses of their own. */
export function sectionsOf(json: string | null | undefined): { before: Block[]; sections: Section[] } {
  const before: Block[] = [];
  const sections: Section[] = [];
  for (const block of blocksOf(json)) {
    const current = sections.at(-1);
    if (block.type === "header" && !(Number(block.data?.level) > 2)) {
      sections.push({ id: anchorOf(block) ?? `section-${sections.length + 1}`, head: plain(block.data?.text), blocks: [] });
    } else (current?.blocks ?? before).push(block);
  }
  return { before, sections };
}

/** The first words of a document, for descriptions. */
export function excerpt(json: string | null | undefined, length = 150): string {
  const text = blocksOf(json).map((block) => plain(block.data?.text)).join(" ").replaceAll(/\s+/g, " ").trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
