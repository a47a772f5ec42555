"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from django.db.models import QuerySet

from market.core.locks import locked
from market.orders.models import Order


def orders_for_update() -> QuerySet[Order]:
    """Orders; whoever changes a vendor order or a line locks its order first, so the order stands for all its parts."""
    return locked(Order.objects.all())
