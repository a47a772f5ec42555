"""Which deposit pays for what. Pure: texts and amounts in, an answer out.

A sender writes the reference of the transfer (six letters), or the shop's name with the order number, among other things and in any
spacing or case. A reference decides what is meant; only with the awaited amount as well is a match certain. Everything else is shown to
people.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.payments.enums import DepositMatchKind as Kind
from market.payments.statements import StatementLine

REFERENCE_LENGTHS = (6, 7, 8)  # ours have six letters; brought-in orders may have longer ones
SHORTEST_NAME = 2
MOST_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Awaited:
    """A transfer that may come in: ``amount`` is what is still awaited, zero when nothing is. ``plain_names`` of the buyer, by ``plain``."""

    token: UUID
    reference: str
    order_number: int | None
    amount: Decimal
    plain_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a deposit fits. ``tokens`` are the transactions it may be for, the likeliest first; exactly one where it is certain."""

    kind: Kind
    tokens: tuple[UUID, ...] = ()


def plain(text: str) -> str:
    """Letters and digits alone, in one form: what remains of a text however a bank shapes it."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(mark for mark in folded if mark.isalnum())


@dataclass(frozen=True, slots=True)
class Reading:
    """What the texts of one deposit hold: pieces that could be references, order numbers, and the texts in one form."""

    references: frozenset[str]
    numbers: frozenset[int]
    whole: tuple[str, ...]


def reading_of(texts: Sequence[str], shop_name: str) -> Reading:
    """Read the texts of a deposit once, for all that is asked of them."""
    whole = tuple(plain(text) for text in texts)
    pieces: set[str] = set()
    for text in whole:
        for run in re.findall(r"[A-Z0-9]{6,}", text):
            for length in REFERENCE_LENGTHS:
                pieces.update(run[start : start + length] for start in range(len(run) - length + 1))
    shop = plain(shop_name)
    pattern = re.compile(rf"{re.escape(shop)}(\d{{1,18}})(?!\d)")
    numbers = {int(number) for text in whole if shop in text for number in pattern.findall(text)}
    return Reading(frozenset(pieces), frozenset(numbers), whole)


def match(reading: Reading, amount: Decimal, awaited: Sequence[Awaited]) -> Found:
    """What a deposit is for, among what is awaited. Two references in one text are never certain."""
    named = [one for one in awaited if one.reference in reading.references or one.order_number in reading.numbers]
    if len(named) == 1:
        return Found(_kind_of(amount, named[0].amount), (named[0].token,))
    if named:
        same = [one for one in named if one.amount == amount]
        rest = [one for one in named if one.amount != amount]
        return Found(Kind.SUGGESTED, tuple(one.token for one in [*same, *rest])[:MOST_SUGGESTIONS])
    known = [one for one in awaited if one.amount == amount and _is_named(one, reading.whole)]
    if known:
        return Found(Kind.SUGGESTED, tuple(one.token for one in known)[:MOST_SUGGESTIONS])
    return Found(Kind.NONE)


def _kind_of(amount: Decimal, wanted: Decimal) -> Kind:
    if amount == wanted:
        return Kind.CERTAIN
    return Kind.PARTIAL if amount < wanted else Kind.OVER


def _is_named(one: Awaited, whole: Sequence[str]) -> bool:
    return any(len(name) >= SHORTEST_NAME and name in text for name in one.plain_names for text in whole)


def fingerprints(account: str, lines: Sequence[StatementLine]) -> list[str]:
    """One for each line, the same at every upload. Lines that look alike are told apart by their order within the statement.

    Memo and balance are left out: banks write them into one kind of file and not into the other.
    """
    seen: Counter[str] = Counter()
    prints: list[str] = []
    for line in lines:
        facts = "|".join(
            ("".join(filter(str.isdigit, account)), line.booked_at.isoformat(), str(line.amount), plain(line.depositor))
        )
        seen[facts] += 1
        prints.append(hashlib.sha256(f"{facts}|{seen[facts]}".encode()).hexdigest()[:40])
    return prints
