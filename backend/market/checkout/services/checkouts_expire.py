"""Forgotten carts."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction

from market.accounts.models import Address
from market.checkout.locks import checkouts_for_update
from market.checkout.models import Checkout
from market.core import clock


def checkouts_expire(*, limit: int = 500) -> int:
    """Delete checkouts that nobody has touched for long, with the addresses that are theirs alone. Returns how many."""
    stale_since = clock.now() - dt.timedelta(days=settings.CHECKOUT_TTL_DAYS)
    stale = list(
        Checkout.objects.filter(updated_at__lt=stale_since).order_by("updated_at").values_list("pk", flat=True)[:limit]
    )
    with transaction.atomic():
        checkouts = list(checkouts_for_update().filter(pk__in=stale, updated_at__lt=stale_since))
        addresses = {pk for row in checkouts for pk in (row.shipping_address_id, row.billing_address_id) if pk}
        Checkout.objects.filter(pk__in=[row.pk for row in checkouts]).delete()
        Address.objects.filter(pk__in=addresses, owners=None).delete()
    return len(checkouts)
