"""Delivery terms of the planned enterprises, and which postcodes are remote."""

from __future__ import annotations

from decimal import Decimal

from market.seeding.reference import REMOTE_AREAS
from market.seeding.vendors import VendorPlan
from market.shipping.rules import DeliveryTerms


class RemotePostcodes:
    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    def contains(self, postal_code: str) -> bool:
        if postal_code not in self._known:
            self._known[postal_code] = any(first <= postal_code <= last for _, first, last in REMOTE_AREAS)
        return self._known[postal_code]


REMOTE = RemotePostcodes()


def terms_of(vendor: VendorPlan) -> DeliveryTerms:
    free_from = None if vendor.free_from is None else Decimal(vendor.free_from)
    return DeliveryTerms(Decimal(vendor.fee), free_from, Decimal(vendor.surcharge))
