"""Change quantities."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from market.checkout.errors import ForeignLine, ZeroQuantity
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import LineChange
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.checkout.services.lines_check import lines_check
from market.core.actor import Actor
from market.core.global_ids import to_global_id


def lines_update(*, checkout_id: UUID, changes: Sequence[LineChange], actor: Actor) -> Checkout:
    """Set quantities; 0 takes a line out. Raises NotFound, ForeignLine, ZeroQuantity (negative), ManyErrors. All or nothing."""
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        there = {line.pk: line for line in checkout.lines.order_by("created_at", "id")}
        touched: dict[UUID, CheckoutLine] = {}
        for change in changes:
            line = _line(there, change)
            if change.quantity is not None:
                if change.quantity < 0:
                    raise ZeroQuantity([line.variant_id], "quantity")
                line.quantity = change.quantity
            line.metadata = {**line.metadata, **change.metadata}
            touched[line.pk] = line
        gone = [pk for pk, line in touched.items() if line.quantity == 0]
        kept = [line for line in touched.values() if line.quantity > 0]
        _check(checkout, list(there.values()), {line.variant_id for line in kept})
        if gone:
            CheckoutLine.objects.filter(pk__in=gone).delete()
        if kept:
            CheckoutLine.objects.bulk_update(kept, ["quantity", "metadata"])
        return checkout_saved(checkout=checkout)


def _line(there: dict[UUID, CheckoutLine], change: LineChange) -> CheckoutLine:
    if change.line_id is not None:
        line = there.get(change.line_id)
    else:
        line = next((row for row in there.values() if row.variant_id == change.variant_id), None)
    if line is None:
        lines = [to_global_id("CheckoutLine", change.line_id)] if change.line_id is not None else []
        raise ForeignLine("lineId" if lines else "variantId", lines=lines)
    return line


def _check(checkout: Checkout, lines: Sequence[CheckoutLine], variant_ids: set[int]) -> None:
    quantities: dict[int, int] = {}
    for line in lines:
        if line.variant_id in variant_ids:
            quantities[line.variant_id] = quantities.get(line.variant_id, 0) + line.quantity
    if quantities:
        lines_check(quantities=quantities, channel=checkout.channel)
