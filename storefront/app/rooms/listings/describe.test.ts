import { expect, it } from "vitest";
import { documentOf, isRicher, textOf } from "./describe.ts";

const TYPED = "쌀겨로 만든 비누예요.\n두 줄째예요.\n\n# 이렇게 써요\n\n- 물에 적셔요\n- 거품을 내요\n\n1. 먼저\n2. 다음\n\n> 좋아요\n\n---\n\n## 보관\n\n**그늘**에 두세요.";

it("reads paragraphs, headings, lists, quotations and bold", () => {
  const { blocks } = documentOf(TYPED);
  expect(blocks.map((block) => block.type)).toEqual(["paragraph", "header", "list", "list", "quote", "delimiter", "header", "paragraph"]);
  expect(blocks[0]!.data.text).toBe("쌀겨로 만든 비누예요.<br>두 줄째예요.");
  expect(blocks[1]!.data).toEqual({ level: 2, text: "이렇게 써요" });
  expect(blocks[3]!.data).toEqual({ style: "ordered", items: ["먼저", "다음"] });
  expect(blocks[7]!.data.text).toBe("<b>그늘</b>에 두세요.");
});

it("gives back what was typed", () => {
  expect(textOf(JSON.stringify(documentOf(TYPED)))).toBe(TYPED);
});

it("keeps what looks like markup as the letters it is", () => {
  const kept = documentOf("<script>x</script> & 1 < 2");
  expect(kept.blocks[0]!.data.text).toBe("&lt;script&gt;x&lt;/script&gt; &amp; 1 &lt; 2");
  expect(textOf(JSON.stringify(kept))).toBe("<script>x</script> & 1 < 2");
});

it("parts a heading from what stands right below it", () => {
  expect(documentOf("# 머리\n- 하나\n글").blocks.map((block) => block.type)).toEqual(["header", "list", "paragraph"]);
});

it("knows what typed text cannot say", () => {
  expect(isRicher(JSON.stringify({ blocks: [{ type: "table", data: { content: [["a"]] } }] }))).toBe(true);
  expect(isRicher(JSON.stringify(documentOf(TYPED)))).toBe(false);
  expect(textOf(null)).toBe("");
});
