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


def lines_check(*, quantities: Mapping[int, int], channel: Channel, field: str = "lines") -> dict[int, Offer]:
    """The offers for these quantities by variant. Raises ManyErrors with the first fault of each variant."""
    offers = offers_get(variant_ids=quantities, channel=channel)
    faults = [fault for pk, quantity in quantities.items() if (fault := _fault(pk, quantity, offers.get(pk), field))]
    if faults:
        raise ManyErrors(faults)
    return offers


def _fault(variant_id: int, quantity: int, offer: Offer | None, field: str) -> DomainError | None:
    if offer is None:
        return UnknownVariant([variant_id], field)
    if offer.refusal is not None:
        return offer.refusal([variant_id], field)
    limit = quantity_limit(offer.variant.quantity_limit_per_customer, settings.VARIANT_QUANTITY_LIMIT)
    if quantity > limit:
        return QuantityAboveLimit([variant_id], "quantity", limit=limit)
    if quantity < offer.product.minimum_order_quantity:
        return QuantityBelowMinimum([variant_id], "quantity", minimum=offer.product.minimum_order_quantity)
    if offer.free is not None and quantity > offer.free:
        return InsufficientStock([variant_id], "quantity")
    return None
