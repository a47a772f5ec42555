"""The only row locks of this room."""

from __future__ import annotations

from django.db.models import QuerySet

from market.checkout.models import Checkout
from market.core.locks import locked


def checkouts_for_update() -> QuerySet[Checkout]:
    """Checkouts with what every step reads of them; only the checkout's own row is locked, and it stands for its lines."""
    related = ("channel", "shipping_address", "billing_address", "shipping_method")
    return locked(Checkout.objects.select_related(*related))
