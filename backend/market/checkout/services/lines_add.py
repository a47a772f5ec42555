"""Put things into a checkout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction

from market.checkout.errors import TooManyLines, ZeroQuantity
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import LineRequest, pieces_of
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.checkout.services.lines_check import lines_check
from market.core.actor import Actor


def lines_add(*, checkout_id: UUID, lines: Sequence[LineRequest], actor: Actor) -> Checkout:
    """Add pieces; a variant that is there already grows, unless a new line is asked for. Beside a held line a new one begins.

    Raises NotFound, ZeroQuantity, TooManyLines, and ManyErrors for what the market would not sell. All or nothing.
    """
    asked = quantities_asked(lines)
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        there = list(checkout.lines.order_by("created_at", "id"))
        pieces = pieces_of(line for line in there if not line.is_held)
        lines_check(
            quantities={pk: pieces.get(pk, 0) + quantity for pk, quantity in asked.items()},
            channel=checkout.channel,
            held=pieces_of(line for line in there if line.is_held),
        )
        grown, fresh = _merge(there, lines)
        if len(there) + len(fresh) > settings.CHECKOUT_LINE_LIMIT:
            raise TooManyLines("lines", limit=settings.CHECKOUT_LINE_LIMIT)
        if grown:
            CheckoutLine.objects.bulk_update(grown, ["quantity", "metadata"])
        CheckoutLine.objects.bulk_create(new_lines(checkout, fresh))
        return checkout_saved(checkout=checkout)


def quantities_asked(lines: Iterable[LineRequest]) -> dict[int, int]:
    """Pieces by variant. Raises ZeroQuantity for a quantity below one."""
    asked: dict[int, int] = {}
    for line in lines:
        if line.quantity < 1:
            raise ZeroQuantity([line.variant_id], "quantity")
        asked[line.variant_id] = asked.get(line.variant_id, 0) + line.quantity
    return asked


def new_lines(checkout: Checkout, lines: Iterable[LineRequest]) -> list[CheckoutLine]:
    """Unsaved lines in the given order; requests for one variant become one line unless a new line is asked for."""
    made: list[CheckoutLine] = []
    by_variant: dict[int, CheckoutLine] = {}
    for wish in lines:
        line = None if wish.force_new_line else by_variant.get(wish.variant_id)
        if line is None:
            line = CheckoutLine(checkout=checkout, variant_id=wish.variant_id, quantity=0)
            by_variant.setdefault(wish.variant_id, line)
            made.append(line)
        line.quantity += wish.quantity
        line.metadata = {**line.metadata, **wish.metadata}
    return made


def _merge(there: Sequence[CheckoutLine], lines: Sequence[LineRequest]) -> tuple[list[CheckoutLine], list[LineRequest]]:
    """The lines that grow, and the wishes that need a line of their own."""
    by_variant = {line.variant_id: line for line in reversed(there) if not line.is_held}
    grown: dict[UUID, CheckoutLine] = {}
    fresh: list[LineRequest] = []
    for wish in lines:
        line = None if wish.force_new_line else by_variant.get(wish.variant_id)
        if line is None:
            fresh.append(wish)
        else:
            line.quantity += wish.quantity
            line.metadata = {**line.metadata, **wish.metadata}
            grown[line.pk] = line
    return list(grown.values()), fresh
