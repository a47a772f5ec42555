"""Ways of delivery."""

from __future__ import annotations

from django.db.models import QuerySet

from market.shipping.models import RemoteArea, ShippingMethod, ShippingMethodType


def shipping_method_list(*, channel_id: int, country: str | None = None) -> QuerySet[ShippingMethod]:
    """The parcel methods a buyer of this channel may choose, to this country when it is known.

    Services are rendered on site without a choice, so methods of that kind are never offered.
    """
    methods = ShippingMethod.objects.filter(is_active=True, type=ShippingMethodType.PARCEL, channels=channel_id)
    return methods if country is None else methods.filter(countries__contains=[country])


def is_remote_area(*, country: str, postal_code: str) -> bool:
    """Whether vendors charge their surcharge for this postcode."""
    if country != "KR" or len(postal_code) != 5:
        return False
    return RemoteArea.objects.filter(first_postal_code__lte=postal_code, last_postal_code__gte=postal_code).exists()
