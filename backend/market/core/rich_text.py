"""Rich text (EditorJS) made harmless before it is kept. It is shown to everybody, so nothing in it may ever run."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import nh3

from market.core.errors import InvalidInput
from market.core.links import SCHEMES, is_safe_link

INLINE_TAGS = {"a", "b", "br", "code", "em", "i", "mark", "s", "small", "strong", "sub", "sup", "u"}
ADDRESSES = frozenset({"url", "source", "embed", "href", "link", "src"})
LONGEST, DEEPEST, MOST_BLOCKS = 300_000, 12, 2_000
BAD_ADDRESS = "#invalid"
TAG = re.compile(r"<[^>]*>")
NAME = re.compile(r"[^\w.:-]")
ANCHOR = re.compile(r"[^0-9A-Za-z가-힣_-]")


def clean_rich_text(document: Any, *, field: str = "content") -> dict[str, Any] | None:
    """The document with only harmless inline markup and addresses left; None for none. Cleaning twice changes nothing more.

    Raises InvalidInput for what is no EditorJS document, or too large a one.
    """
    if document is None or document == {}:
        return None
    blocks = document.get("blocks") if isinstance(document, dict) else None
    if not isinstance(blocks, list) or not all(map(_is_block, blocks)):
        raise InvalidInput(
            field,
            "EditorJS 문서가 아니에요: blocks에는 type과 data가 있어야 해요.",
            "This is no EditorJS document: each of its blocks needs a type and data.",
        )
    if len(blocks) > MOST_BLOCKS or len(json.dumps(document)) > LONGEST or not _is_shallow(blocks, DEEPEST):
        raise InvalidInput(
            field, "글이 너무 길거나 너무 깊게 겹쳐 있어요.", "The text is too long or nested too deeply."
        )
    return {
        **_cleaned_map({key: value for key, value in document.items() if key != "blocks"}),
        "blocks": _cleaned(blocks),
    }


def _is_block(block: Any) -> bool:
    return isinstance(block, dict) and isinstance(block.get("type"), str) and isinstance(block.get("data"), dict)


def _is_shallow(value: Any, left: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left > 0 and all(_is_shallow(item, left - 1) for item in inner)


def _cleaned(value: Any, key: str = "") -> Any:
    if isinstance(value, str):
        return _cleaned_text(value, key)
    if isinstance(value, list):
        return [_cleaned(item, key) for item in value]
    return _cleaned_map(value) if isinstance(value, dict) else value


def _cleaned_map(value: dict[str, Any]) -> dict[str, Any]:
    return {NAME.sub("", name): _cleaned(item, name) for name, item in value.items()}


def _cleaned_text(text: str, key: str) -> str:
    text = text.replace("\x00", "")
    if key.lower() in ADDRESSES:
        return text if is_safe_link(text) else BAD_ADDRESS
    if key == "anchor":
        return ANCHOR.sub("", text)
    return nh3.clean(text, tags=INLINE_TAGS, attributes={"a": {"href"}}, url_schemes=set(SCHEMES))


def plain_text(document: Any) -> str:
    """The words of a document without its markup, for searching."""
    words: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, str):
            words.append(html.unescape(TAG.sub(" ", value)))
        elif isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, dict):
            for name in ("text", "caption", "content", "items", "title", "message"):
                collect(value.get(name))

    for block in (document or {}).get("blocks", []):
        collect(block["data"])
    return " ".join(" ".join(words).split())
