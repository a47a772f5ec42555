"""Texts as EditorJS documents, the form in which Saleor keeps rich text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

EDITOR_VERSION = "2.24.3"
BOLD = re.compile(r"\*\*(.+?)\*\*")


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "data": {"text": inline(text)}}


def bullet_list(items: Sequence[str]) -> dict[str, Any]:
    return {"type": "list", "data": {"style": "unordered", "items": [inline(item) for item in items]}}


def blocks_document(blocks: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"blocks": list(blocks), "version": EDITOR_VERSION}


def document(*paragraphs: str, facts: Sequence[str] = ()) -> dict[str, Any]:
    """Paragraphs, and what matters in short below them."""
    return blocks_document([*map(paragraph, paragraphs), *([bullet_list(facts)] if facts else [])])


def markdown_document(text: str) -> dict[str, Any]:
    """The part of Markdown that stories use: headings, quotations, lists and paragraphs."""
    return blocks_document(_block(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip())


def _block(part: str) -> dict[str, Any]:
    heading = re.match(r"(#{1,4})\s+(.*)", part)
    if heading:
        return {"type": "header", "data": {"text": inline(heading[2]), "level": max(len(heading[1]), 2)}}
    lines = part.splitlines()
    if all(line.startswith(">") for line in lines):
        words = " ".join(line.lstrip("> ").strip() for line in lines)
        return {"type": "quote", "data": {"text": inline(words), "caption": "", "alignment": "left"}}
    if all(line.startswith(("- ", "* ")) for line in lines):
        return bullet_list([line[2:] for line in lines])
    return paragraph(" ".join(line.strip() for line in lines))


def inline(text: str) -> str:
    """Text made safe for HTML, with bold kept."""
    return BOLD.sub(r"<b>\1</b>", html.escape(text.strip(), quote=False))
