"""What the codes of a pasted or uploaded list mean, before anything is put into a basket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from market.baskets.rules import CodeRow
from market.baskets.selectors.buyables import Buyable, Wish, buyables_get
from market.baskets.selectors.codes import variants_of_codes
from market.channels.models import Channel


@dataclass(frozen=True, slots=True)
class ReadRow:
    """``outcome``: found, ambiguous, unknown, or the fault of the row."""

    number: int
    code: str
    quantity: int
    outcome: str
    line: Buyable | None = None
    choices: Sequence[Buyable] = ()
    guesses: Sequence[Buyable] = ()


def quick_order_read(rows: Sequence[CodeRow], channel: Channel) -> list[ReadRow]:
    """Each row in order; the number of statements does not grow with them."""
    found = variants_of_codes([row.code for row in rows if row.fault is None], channel)
    wishes = [
        Wish(pk, row.quantity)
        for row in rows
        if row.fault is None
        for pk in (*found[row.code].variant_ids, *found[row.code].guesses)
    ]
    buyables = iter(buyables_get(wishes, channel))
    read = []
    for row in rows:
        if row.fault is not None:
            read.append(ReadRow(row.number, row.code, row.quantity, row.fault.value))
            continue
        meant = [next(buyables) for _ in found[row.code].variant_ids]
        guesses = [next(buyables) for _ in found[row.code].guesses]
        if len(meant) == 1:
            read.append(ReadRow(row.number, row.code, row.quantity, "found", line=meant[0]))
        else:
            outcome = "ambiguous" if meant else "unknown"
            read.append(ReadRow(row.number, row.code, row.quantity, outcome, choices=meant, guesses=guesses))
    return read
