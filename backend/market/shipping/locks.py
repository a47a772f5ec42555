"""The only row locks of this room."""

from __future__ import annotations

from django.db.models import QuerySet

from market.core.locks import locked
from market.shipping.models import ShippingMethodType, ShippingZone


def zones_for_update() -> QuerySet[ShippingZone]:
    return locked(ShippingZone.objects.all())


def methods_for_update() -> QuerySet[ShippingMethodType]:
    return locked(ShippingMethodType.objects.select_related("zone"))
