"""Texts as EditorJS documents, the form in which Saleor keeps rich text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

EDITOR_VERSION = "2.24.3"
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^\]]+)\]\(([^()\s\"]+)\)")
HEADING = re.compile(r"(#{1,4})\s+(.*?)(?:\s+\{#([\w-]+)\})?$")
NUMBERED = re.compile(r"\d+\.\s+")


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "data": {"text": inline(text)}}


def bullet_list(items: Sequence[str], style: str = "unordered") -> dict[str, Any]:
    return {"type": "list", "data": {"style": style, "items": [inline(item) for item in items]}}


def table(lines: Sequence[str]) -> dict[str, Any]:
    """A table of Markdown: the first line names the columns, the second draws the rule below them."""
    rows = [[inline(cell) for cell in line.strip().strip("|").split("|")] for line in lines]
    return {"type": "table", "data": {"withHeadings": True, "content": [rows[0], *rows[2:]]}}


def blocks_document(blocks: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"blocks": list(blocks), "version": EDITOR_VERSION}


def document(*paragraphs: str, facts: Sequence[str] = ()) -> dict[str, Any]:
    """Paragraphs, and what matters in short below them."""
    return blocks_document([*map(paragraph, paragraphs), *([bullet_list(facts)] if facts else [])])


def markdown_document(text: str) -> dict[str, Any]:
    """The part of Markdown that stories and pages use: headings (with anchors), quotations, lists, tables, links and paragraphs."""
    return blocks_document(_block(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip())


def _block(part: str) -> dict[str, Any]:
    heading = HEADING.match(part)
    if heading:
        anchor = {"anchor": heading[3]} if heading[3] else {}
        return {"type": "header", "data": {"text": inline(heading[2]), "level": max(len(heading[1]), 2), **anchor}}
    lines = part.splitlines()
    if all(line.startswith(">") for line in lines):
        words = " ".join(line.lstrip("> ").strip() for line in lines)
        return {"type": "quote", "data": {"text": inline(words), "caption": "", "alignment": "left"}}
    if all(line.startswith(("- ", "* ")) for line in lines):
        return bullet_list([line[2:] for line in lines])
    if all(NUMBERED.match(line) for line in lines):
        return bullet_list([NUMBERED.sub("", line, count=1) for line in lines], "ordered")
    if len(lines) > 1 and all(line.startswith("|") for line in lines):
        return table(lines)
    return paragraph(" ".join(line.strip() for line in lines))


def inline(text: str) -> str:
    """Text made safe for HTML, with bold and links kept."""
    return LINK.sub(r'<a href="\2">\1</a>', BOLD.sub(r"<b>\1</b>", html.escape(text.strip(), quote=False)))
