"""Pictures that orders remember."""

from __future__ import annotations

from collections.abc import Iterable

from market.orders.models import OrderLine


def pictures_on_orders(keys: Iterable[str]) -> set[str]:
    """Those of the keys of kept pictures that a line of an order shows; it outlives the product's."""
    return set(OrderLine.objects.filter(artwork__in=list(keys)).values_list("artwork", flat=True))
