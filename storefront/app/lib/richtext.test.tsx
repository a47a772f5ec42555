import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RichText, excerpt, plain, sectionsOf } from "./richtext.tsx";

const doc = (...blocks: unknown[]) => JSON.stringify({ blocks });

it("draws paragraphs, headings and lists", () => {
  const html = renderToStaticMarkup(<RichText json={doc({ type: "header", data: { text: "머리", level: 2 } }, { type: "paragraph", data: { text: "글" } }, { type: "list", data: { items: ["하나", { content: "둘" }] } })} />);
  expect(html).toBe('<div class="prose"><h2>머리</h2><p>글</p><ul class="dots"><li>하나</li><li>둘</li></ul></div>');
});

it("lets no markup through", () => {
  const html = renderToStaticMarkup(<RichText json={doc({ type: "paragraph", data: { text: "<img src=x onerror=alert(1)>a &lt;script&gt;" } })} />);
  expect(html).toBe('<div class="prose"><p>a &lt;script&gt;</p></div>');
});

it("bears broken documents", () => {
  for (const json of [null, "", "{", "[]", "null", '{"blocks":3}', doc({}, { type: "paragraph" })]) expect(renderToStaticMarkup(<RichText json={json} />)).toBe('<div class="prose"></div>');
});

it("excerpts in whole characters", () => {
  expect(excerpt(doc({ type: "paragraph", data: { text: "가".repeat(300) } }), 10)).toBe(`${"가".repeat(9)}…`);
  expect(plain(7)).toBe("");
});

it("keeps bold and links, and no address that could run", () => {
  const draw = (text: string) => renderToStaticMarkup(<RichText json={doc({ type: "paragraph", data: { text } })} />).replaceAll(/<\/?(?:div|p)[^>]*>/g, "");
  expect(draw('<b>굵게</b> <a href="/help#ask" onclick="x()">문의</a>')).toBe('<b>굵게</b> <a class="link" href="/help#ask">문의</a>');
  expect(draw('<a href="https://ieum.example/?a=1&amp;b=2">밖</a>')).toBe('<a class="link" href="https://ieum.example/?a=1&amp;b=2" rel="noopener noreferrer">밖</a>');
  for (const href of ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "vbscript:x", "&#106;avascript:x"]) {
    expect(draw(`<a href="${href}">눌러요</a>`)).toBe("눌러요");
  }
  expect(draw("<script>alert(1)</script>글<style>a{}</style>")).toBe("글");
  expect(draw("<b><i>겹침</b> 뒤</i> <u>열린")).toBe("<b><i>겹침</i></b> 뒤 <u>열린</u>");
  expect(draw("1 < 2 &amp; 3")).toBe("1 &lt; 2 &amp; 3");
});

it("draws numbered and nested lists, tables with their heads, quotations and lines", () => {
  const draw = (block: unknown) => renderToStaticMarkup(<RichText json={doc(block)} />);
  expect(draw({ type: "list", data: { style: "ordered", items: ["하나", { content: "둘", items: [{ content: "둘-하나" }] }] } })).toContain("<ol><li>하나</li><li>둘<ol><li>둘-하나</li></ol></li></ol>");
  const table = draw({ type: "table", data: { withHeadings: true, content: [["기록", "기간"], ["계약", "<b>5년</b>"]] } });
  expect(table).toContain('<th scope="col" role="columnheader">기간</th>');
  expect(table).toContain('<td role="cell" data-l="기간"><span><b>5년</b></span></td>');
  expect(draw({ type: "table", data: { content: "x" } })).toContain("<tbody");
  expect(draw({ type: "delimiter", data: {} })).toContain("<hr/>");
});

it("cuts a document at its headings, each with an address", () => {
  const { before, sections } = sectionsOf(doc({ type: "paragraph", data: { text: "앞" } }, { type: "header", data: { text: "<b>머리</b>", level: 2, anchor: "head" } }, { type: "header", data: { text: "작은 머리", level: 3 } }, { type: "header", data: { text: "둘째", level: 2, anchor: '"><x' } }));
  expect(before).toHaveLength(1);
  expect(sections.map(({ id, head, blocks }) => [id, head, blocks.length])).toEqual([["head", "머리", 1], ["section-2", "둘째", 0]]);
});
