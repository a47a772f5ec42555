"""Take things out."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from market.checkout.errors import ForeignLine
from market.checkout.models import Checkout
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor
from market.core.global_ids import to_global_id


def lines_delete(*, checkout_id: UUID, line_ids: Sequence[UUID], actor: Actor) -> Checkout:
    """Remove these lines. Raises NotFound, and ForeignLine naming every line that is not in the checkout."""
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        known = set(checkout.lines.filter(pk__in=line_ids).order_by().values_list("pk", flat=True))
        foreign = [pk for pk in line_ids if pk not in known]
        if foreign:
            raise ForeignLine("lineId", lines=[to_global_id("CheckoutLine", pk) for pk in foreign])
        checkout.lines.filter(pk__in=known).delete()
        return checkout_saved(checkout=checkout)
