import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RichText, excerpt, plain } from "./richtext.tsx";

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
