"""Who approves a purchase, whose turn it is, and what has to be said with it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from market.procurement.errors import NobodyToApprove


class TemplateRange(Protocol):
    """What choosing reads of an approval line's template; amounts in won, VAT included."""

    pk: int
    department_id: int | None
    above: Decimal
    up_to: Decimal | None


class StepPlace(Protocol):
    """What whose turn it is reads of a step."""

    stage: int
    status: str


T = TypeVar("T", bound=TemplateRange)
P = TypeVar("P", bound=StepPlace)
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Place:
    """One member's place in an approval line: stages follow one another, members of one stage decide in parallel."""

    stage: int
    member_id: int
    label: str


def takes_amount(template: TemplateRange, amount: Decimal) -> bool:
    """Above its start, up to and with its end. What costs nothing belongs to the line that starts at nothing."""
    is_above = amount > template.above or (template.above == 0 and amount == 0)
    return is_above and (template.up_to is None or amount <= template.up_to)


def template_chosen(templates: Iterable[T], department_id: int | None, amount: Decimal) -> T | None:
    """The most special line that takes the amount: the department's before the agency's, then the narrower range, then the higher start.

    ``templates``: the active ones of one agency.
    """
    fitting = [
        template
        for template in templates
        if template.department_id in (None, department_id) and takes_amount(template, amount)
    ]
    return min(fitting, key=_speciality, default=None)


def _speciality(template: TemplateRange) -> tuple[bool, bool, Decimal, Decimal, int]:
    width = Decimal(0) if template.up_to is None else template.up_to - template.above
    return (template.department_id is None, template.up_to is None, width, -template.above, template.pk)


def approval_line(places: Iterable[Place], requester_id: int) -> list[Place]:
    """The line of one request: the template's without its requester, stages counted from 1 without gaps.

    Raises NobodyToApprove where nobody is left: nobody approves the own request.
    """
    kept = sorted((place for place in places if place.member_id != requester_id), key=lambda place: place.stage)
    if not kept:
        raise NobodyToApprove("checkoutId")
    numbers = {stage: number for number, stage in enumerate(sorted({place.stage for place in kept}), start=1)}
    return [Place(numbers[place.stage], place.member_id, place.label) for place in kept]


def current_stage(steps: Iterable[StepPlace]) -> int | None:
    """The stage whose turn it is: the first with a step that waits. None: all have decided."""
    return min((step.stage for step in steps if step.status == WAITING), default=None)


def steps_in_turn(steps: Sequence[P]) -> list[P]:
    """The steps that may be decided now."""
    stage = current_stage(steps)
    return [step for step in steps if step.stage == stage and step.status == WAITING]


@dataclass(frozen=True, slots=True)
class AttachedQuote:
    """What the rules read of a quote: who made it, for which request for quotes (None: at once), at what price in won."""

    vendor_id: int
    request_id: object | None
    total: Decimal


def quotes_counting(vendor_id: int, in_basket: Collection[int], quotes: Iterable[AttachedQuote]) -> set[int]:
    """The enterprises whose quotes count for buying this enterprise's part: its own, those asked for the same thing, and those of
    enterprises nothing is bought from. A quote for another part of the basket is no comparison for this one."""
    given = list(quotes)
    asked = {quote.request_id for quote in given if quote.vendor_id == vendor_id and quote.request_id is not None}
    return {
        quote.vendor_id
        for quote in given
        if quote.vendor_id == vendor_id or quote.request_id in asked or quote.vendor_id not in in_basket
    }


def is_lowest(chosen: AttachedQuote, quotes: Iterable[AttachedQuote]) -> bool:
    """Whether nobody who was asked for the same thing offered it for less."""
    if chosen.request_id is None:
        return True
    return all(quote.total >= chosen.total for quote in quotes if quote.request_id == chosen.request_id)


def amount_left(*, is_ended: bool, total: Decimal, granted: Decimal, charged: Decimal) -> tuple[Decimal, Decimal]:
    """(committed, spent) of an approved order: what is still to be paid, and what was paid of what is to be paid."""
    if is_ended:
        return Decimal(0), Decimal(0)
    owed = total - granted
    spent = min(max(charged, Decimal(0)), owed)
    return owed - spent, spent


def pieces_changed(proposed: Mapping[str, int], open_pieces: Mapping[str, int]) -> dict[str, int]:
    """How many pieces of each line go: line -> fewer. Lines that keep all are left out; unknown lines and more pieces raise ValueError."""
    gone: dict[str, int] = {}
    for line, count in proposed.items():
        if line not in open_pieces or not 0 <= count <= open_pieces[line]:
            raise ValueError(line)
        if count < open_pieces[line]:
            gone[line] = open_pieces[line] - count
    return gone
