"""Whether the market would sell these quantities."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from market.channels.models import Channel
from market.checkout.errors import QuantityAboveLimit, QuantityBelowMinimum, UnknownVariant
from market.checkout.rules import quantity_limit
from market.checkout.selectors.offers import Offer, offers_get
from market.core.errors import DomainError, ManyErrors
from market.inventory.errors import InsufficientStock


def lines_check(
    *, quantities: Mapping[int, int], channel: Channel, field: str = "lines", held: Mapping[int, int] | None = None
) -> dict[int, Offer]:
    """The offers for these quantities by variant. Raises ManyErrors with the first fault of each variant.

    ``held``: pieces of variants that held lines of the same checkout have; they need stock as well, but count towards no limit.
    """
    offers = offers_get(variant_ids=quantities, channel=channel)
    faults: list[DomainError] = []
    for pk, quantity in quantities.items():
        fault = _fault(pk, quantity, offers.get(pk), field, (held or {}).get(pk, 0))
        if fault is not None:
            faults.append(fault)
    if faults:
        raise ManyErrors(faults)
    return offers


def _fault(variant_id: int, quantity: int, offer: Offer | None, field: str, held: int) -> DomainError | None:
    if offer is None:
        return UnknownVariant([variant_id], field)
    if offer.refusal is not None:
        return offer.refusal([variant_id], field)
    limit = quantity_limit(offer.variant.quantity_limit_per_customer, settings.VARIANT_QUANTITY_LIMIT)
    if quantity > limit:
        return QuantityAboveLimit([variant_id], "quantity", limit=limit)
    if quantity < offer.product.minimum_order_quantity:
        return QuantityBelowMinimum([variant_id], "quantity", minimum=offer.product.minimum_order_quantity)
    if offer.free is not None and quantity + held > offer.free:
        return InsufficientStock([variant_id], "quantity")
    return None
