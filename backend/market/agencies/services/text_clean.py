"""One line of text that people write about themselves or their agency."""

from __future__ import annotations

import re

from market.core.errors import InvalidInput, Required

UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # control and direction marks


def line_clean(value: str, *, field: str, longest: int, is_required: bool = False) -> str:
    """The text with single spaces. Raises InvalidInput for what is too long or cannot be written, Required for a blank where one is needed."""
    text = " ".join(value.split())
    if UNWRITABLE.search(value.strip("\n")):
        raise InvalidInput(field, "쓸 수 없는 글자가 들어 있어요.", "It holds characters that cannot be used.")
    if len(text) > longest:
        raise InvalidInput(field, f"{longest}자까지 쓸 수 있어요.", f"At most {longest} characters.")
    if is_required and not text:
        raise Required(field)
    return text
