import type { ReactNode } from "react";

const TOKEN = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|[^<]+|</gi;
const HREF = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const KEPT = ["b", "strong", "i", "em", "u", "s", "code", "mark", "small", "sub", "sup"] as const;
type Kept = (typeof KEPT)[number];
/** What runs or is no text: gone with all that it holds. */
const SILENT = new Set(["script", "style", "template", "iframe", "noscript"]);

/** The five entities that Editor.js writes. */
export const decode = (text: string): string =>
  text.replaceAll("&nbsp;", " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

/** An address that only ever opens a page, a mail or a call; null for any other. The API cleans what it keeps, and so do we. */
export function safeHref(raw: string): string | null {
  const href = raw.trim();
  // eslint-disable-next-line no-control-regex -- browsers skip these inside a scheme
  if (/[\u0000-\u0020\u007f-\u009f\u200b\u2028\u2029]/.test(href)) return null;
  if (/^(?:https?|mailto|tel):/i.test(href)) return href;
  return /^(?:\/(?![/\\])|#)/.test(href) ? href : null;
}

interface Open {
  tag: string;
  href: string | null;
  inner: ReactNode[];
}

const isKept = (tag: string): tag is Kept => (KEPT as readonly string[]).includes(tag);

function closed({ tag, href, inner }: Open, key: number): ReactNode {
  if (tag === "a" && href) {
    return (
      <a key={key} className="link" href={href} rel={/^https?:/i.test(href) ? "noopener noreferrer" : undefined}>
        {inner}
      </a>
    );
  }
  const Tag = isKept(tag) ? tag : null;
  return Tag ? <Tag key={key}>{inner}</Tag> : inner;
}

/** Inline markup as React elements: bold, links and their like. Every other tag and every other attribute is gone. */
export function inlineMarkup(text: string): ReactNode {
  const stack: Open[] = [{ tag: "", href: null, inner: [] }];
  let key = 0;
  let silent: string | null = null;
  const top = () => stack[stack.length - 1]!;
  const close = () => {
    const done = stack.pop()!;
    top().inner.push(closed(done, key++));
  };
  for (const [token, slash, name, attributes] of text.matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    if (silent) {
      if (slash && tag === silent) silent = null;
    } else if (!tag) top().inner.push(decode(token));
    else if (SILENT.has(tag)) silent = slash ? null : tag;
    else if (tag === "br") top().inner.push(<br key={key++} />);
    else if (slash) {
      if (stack.some((open) => open.tag === tag)) while (stack.length > 1 && top().tag !== tag) close();
      if (stack.length > 1 && top().tag === tag) close();
    } else if (tag === "a" || isKept(tag)) {
      const [, double, single, bare] = HREF.exec(attributes ?? "") ?? [];
      stack.push({ tag, href: safeHref(decode(double ?? single ?? bare ?? "")), inner: [] });
    }
  }
  while (stack.length > 1) close();
  const all = stack[0]!.inner;
  return all.length === 1 ? all[0] : all;
}
