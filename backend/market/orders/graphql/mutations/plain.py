"""What clients send, made storable."""

from __future__ import annotations

from typing import Any


def text(value: str | None) -> str:
    """The words without the sign that no database keeps."""
    return (value or "").replace("\x00", "")


def choice(value: Any) -> str:
    """The stored word of an enum value; empty for none."""
    return str(getattr(value, "value", value) or "")
