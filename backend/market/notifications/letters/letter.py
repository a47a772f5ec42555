"""What a mail is made of. A letter is written once; HTML and plain text are two views of the same parts."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from market.notifications.rules import one_line

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a letter; ``name`` is that of its two templates in ``templates/notifications/mail/parts/``."""

    name: ClassVar[str]


@dataclass(frozen=True)
class Row:
    """A label and its value, on one line. ``is_strong``: what the reader looks for first."""

    label: str
    value: str
    is_strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts(Part):
    """A panel of labels and values."""

    name: ClassVar[str] = "facts"
    title: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Item:
    """Pieces of one thing. ``amount`` and ``picture`` may be empty."""

    title: str
    detail: str
    amount: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Parcel(Part):
    """What one enterprise sells or sends: its name, the things, and their sums."""

    name: ClassVar[str] = "parcel"
    title: str
    detail: str
    items: tuple[Item, ...]
    sums: tuple[Row, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sums(Part):
    """Amounts, one below the other, the whole last."""

    name: ClassVar[str] = "sums"
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Button(Part):
    """The one thing to do. ``spelled_out``, where given, introduces its address in full, for mail programs that open no links."""

    name: ClassVar[str] = "button"
    label: str
    url: str
    spelled_out: str = ""


@dataclass(frozen=True, kw_only=True)
class Note(Part):
    """Something to know, with a bold beginning."""

    name: ClassVar[str] = "note"
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail before it is dressed. ``keys`` are the one or two facts that stand largest, sewn to the head."""

    language: str
    is_public: bool = False
    subject: str
    preheader: str
    kicker: str
    title: str
    lead: tuple[str, ...]
    keys: tuple[Row, ...] = ()
    parts: tuple[Part, ...] = ()
    told: dict[str, Any] = dataclasses.field(default_factory=dict)


class NothingToSay(Exception):
    """The mail has become pointless: what it would tell is no longer so."""


class OtherMailFirst(Exception):
    """Another mail about the same thing has to go out before this one can be written."""


def tidied(value: T) -> T:
    """The same letter, row or list with every text as one clean line: what people typed cannot add lines, headers or hidden letters."""
    if isinstance(value, str):
        return one_line(value, longest=2_000)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(tidied(item) for item in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: tidied(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changes)
    return value
