"""Change quantities."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from market.checkout.errors import ForeignLine, HeldLineFixed, ZeroQuantity
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import LineChange, pieces_of
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.checkout.services.lines_check import lines_check
from market.core.actor import Actor
from market.core.global_ids import to_global_id


def lines_update(*, checkout_id: UUID, changes: Sequence[LineChange], actor: Actor) -> Checkout:
    """Set quantities; 0 takes a line out. All or nothing.

    Raises NotFound, ForeignLine, ZeroQuantity (negative), HeldLineFixed, ManyErrors.
    """
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        there = {line.pk: line for line in checkout.lines.order_by("created_at", "id")}
        touched: dict[UUID, CheckoutLine] = {}
        for change in changes:
            line = _line(there, change)
            if change.quantity is not None:
                if change.quantity < 0:
                    raise ZeroQuantity([line.variant_id], "quantity")
                if line.is_held and change.quantity not in (0, line.quantity):
                    raise HeldLineFixed([line.variant_id], "quantity", lines=[to_global_id("CheckoutLine", line.pk)])
                line.quantity = change.quantity
            line.metadata = {**line.metadata, **change.metadata}
            touched[line.pk] = line
        gone = [pk for pk, line in touched.items() if line.quantity == 0]
        kept = [line for line in touched.values() if line.quantity > 0]
        _check(checkout, list(there.values()), {line.variant_id for line in kept if not line.is_held})
        if gone:
            CheckoutLine.objects.filter(pk__in=gone).delete()
        if kept:
            CheckoutLine.objects.bulk_update(kept, ["quantity", "metadata"])
        return checkout_saved(checkout=checkout)


def _line(there: dict[UUID, CheckoutLine], change: LineChange) -> CheckoutLine:
    if change.line_id is not None:
        line = there.get(change.line_id)
    else:
        own = [row for row in there.values() if row.variant_id == change.variant_id]
        line = next((row for row in own if not row.is_held), own[0] if own else None)
    if line is None:
        lines = [to_global_id("CheckoutLine", change.line_id)] if change.line_id is not None else []
        raise ForeignLine("lineId" if lines else "variantId", lines=lines)
    return line


def _check(checkout: Checkout, lines: Sequence[CheckoutLine], variant_ids: set[int]) -> None:
    asked = [line for line in lines if line.variant_id in variant_ids]
    if asked:
        lines_check(
            quantities=pieces_of(line for line in asked if not line.is_held),
            channel=checkout.channel,
            held=pieces_of(line for line in asked if line.is_held),
        )
