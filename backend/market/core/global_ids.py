"""Saleor's global ids: base64 of ``Type:pk``. Parsing says NOT_FOUND-shaped things, never a trace."""

from __future__ import annotations

import base64
import binascii
from uuid import UUID


class BadGlobalId(ValueError):
    """Not an id of the expected type."""


def to_global_id(type_name: str, pk: object) -> str:
    return base64.b64encode(f"{type_name}:{pk}".encode()).decode("ascii")


def from_global_id(global_id: str, *type_names: str) -> tuple[str, str]:
    """``(type, pk)`` of a global id. Raises BadGlobalId for broken text or a type not among ``type_names`` (when given)."""
    try:
        type_name, separator, pk = base64.b64decode(global_id, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise BadGlobalId(f"Invalid ID: {global_id[:40]!r}") from error
    if not separator or not pk or (type_names and type_name not in type_names):
        expected = f". Expected: {' or '.join(type_names)}" if type_names else ""
        raise BadGlobalId(f"Invalid ID: {global_id[:40]!r}{expected}")
    return type_name, pk


def int_pk(global_id: str, *type_names: str) -> int:
    """The integer key of a global id; a number outside of bigint is as unknown as any other."""
    _, pk = from_global_id(global_id, *type_names)
    if not pk.isascii() or not pk.isdigit() or len(pk) > 18:
        raise BadGlobalId(f"Invalid ID: {global_id[:40]!r}")
    return int(pk)


def uuid_pk(global_id: str, *type_names: str) -> UUID:
    _, pk = from_global_id(global_id, *type_names)
    try:
        return UUID(pk)
    except ValueError as error:
        raise BadGlobalId(f"Invalid ID: {global_id[:40]!r}") from error
