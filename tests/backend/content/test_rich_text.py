"""Rich text that could run anything is made harmless before it is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from market.core.errors import InvalidInput
from market.core.links import is_safe_link
from market.core.rich_text import clean_rich_text, plain_text


def paragraph(text: Any) -> dict[str, Any]:
    return {"blocks": [{"type": "paragraph", "data": {"text": text}}]}


@pytest.mark.parametrize(
    ("hostile", "kept"),
    [
        ("<script>alert(1)</script>안녕", "안녕"),
        ("<b>굵게</b>", "<b>굵게</b>"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<b onclick='x()'>굵게</b>", "<b>굵게</b>"),
        ('<a href="javascript:alert(1)">눌러요</a>', '<a rel="noopener noreferrer">눌러요</a>'),
        ('<a href="  JaVa\tScript:alert(1)">눌러요</a>', '<a rel="noopener noreferrer">눌러요</a>'),
        ('<a href="data:text/html,x">눌러요</a>', '<a rel="noopener noreferrer">눌러요</a>'),
        ('<a href="/help#ask">문의</a>', '<a href="/help#ask" rel="noopener noreferrer">문의</a>'),
        ("<style>body{display:none}</style>", ""),
        ("<svg><script>alert(1)</script></svg>", ""),
        ("1 < 2", "1 &lt; 2"),
        ("영\x00문", "영문"),
    ],
)
def test_inline_markup_is_harmless(hostile: str, kept: str) -> None:
    cleaned = clean_rich_text(paragraph(hostile))
    assert cleaned == paragraph(kept)
    assert clean_rich_text(cleaned) == cleaned, "cleaning twice changes nothing more"


def test_markup_is_cleaned_at_every_depth_and_in_every_kind_of_block() -> None:
    script = "<script>alert(1)</script>x"
    document = {
        "blocks": [
            {"type": "list", "data": {"items": [{"content": script, "items": [{"content": script}]}]}},
            {"type": "table", "data": {"content": [[script, script]]}},
            {"type": "unheard-of", "data": {"deep": {"deeper": [script]}, 'bad" key': script}},
            {"type": "image", "data": {"file": {"url": "javascript:alert(1)"}, "caption": script}},
            {"type": "header", "data": {"text": "머리", "anchor": '"><script>', "level": 2}},
        ]
    }
    cleaned = json.dumps(clean_rich_text(document))
    assert "script>" not in cleaned
    assert "javascript" not in cleaned
    assert '"url": "#invalid"' in cleaned
    assert '"level": 2' in cleaned


@pytest.mark.parametrize(
    "broken",
    [
        [],
        "글",
        {"blocks": "글"},
        {"time": 1},
        {"blocks": [{"type": "paragraph"}]},
        {"blocks": ["글"]},
        paragraph("가" * 300_001),
        {"blocks": [{"type": "x", "data": {"a": [[[[[[[[[[[[[[]]]]]]]]]]]]]]}}]},
        {"blocks": [{"type": "paragraph", "data": {}}] * 2_001},
    ],
)
def test_what_is_no_document_is_refused(broken: Any) -> None:
    with pytest.raises(InvalidInput):
        clean_rich_text(broken)


def test_nothing_is_nothing() -> None:
    assert clean_rich_text(None) is None
    assert plain_text(None) == ""


def test_the_words_are_found_without_their_markup() -> None:
    assert plain_text(clean_rich_text(paragraph("교환은 <b>7일</b> 안 &amp; 환불"))) == "교환은 7일 안 & 환불"


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("/help", True),
        ("#top", True),
        ("https://ieum.example/x", True),
        ("mailto:help@ieum.example", True),
        ("tel:02-000-0000", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("vbscript:x", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("help", False),
        ("/he\tlp", False),
        ("https://ieum.example/\x00", False),
    ],
)
def test_which_links_are_safe(url: str, is_safe: bool) -> None:
    assert is_safe_link(url) == is_safe
