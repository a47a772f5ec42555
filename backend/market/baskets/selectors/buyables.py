"""Things that somebody wants so many of, with what they cost and whether they can be bought now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from market.baskets.errors import NoPublicChannel
from market.baskets.rules import Standing
from market.channels.models import Audience, Channel
from market.checkout.errors import ProductQuoteOnly, VendorOnHoliday
from market.checkout.rules import quantity_limit
from market.checkout.selectors.offers import Offer, offers_get
from market.core.money import Money


@dataclass(frozen=True, slots=True)
class Wish:
    """So many of a variant; ``seen`` is what one cost when somebody looked last, where that is known."""

    variant_id: int
    quantity: int
    seen: Money | None = None


@dataclass(frozen=True, slots=True)
class Buyable:
    """A wish as the market meets it now. ``offer`` is None where the variant is gone; ``unit`` is what each of so many costs."""

    wish: Wish
    offer: Offer | None
    standing: Standing
    unit: Money | None

    @property
    def total(self) -> Money | None:
        return self.unit * self.wish.quantity if self.unit is not None else None

    @property
    def is_price_changed(self) -> bool:
        return self.wish.seen is not None and self.unit is not None and self.wish.seen != self.unit


def public_channel(slug: str | None = None) -> Channel:
    """The open channel for agencies of this name, or the first. Raises NoPublicChannel."""
    rows = Channel.objects.filter(is_active=True, audience=Audience.PUBLIC).order_by("slug")
    found = (rows.filter(slug=slug) if slug else rows).first()
    if found is None:
        raise NoPublicChannel("channel")
    return found


def buyables_get(wishes: Sequence[Wish], channel: Channel) -> list[Buyable]:
    """Each wish in order, in one statement for all."""
    offers = offers_get(variant_ids={wish.variant_id for wish in wishes}, channel=channel) if wishes else {}
    return [buyable_of(wish, offers.get(wish.variant_id)) for wish in wishes]


def buyable_of(wish: Wish, offer: Offer | None) -> Buyable:
    standing = standing_of(offer, wish.quantity)
    is_priced = offer is not None and standing not in (Standing.GONE, Standing.QUOTE_ONLY)
    return Buyable(wish, offer, standing, offer.unit_for(wish.quantity) if offer is not None and is_priced else None)


def standing_of(offer: Offer | None, quantity: int) -> Standing:
    """As a basket would judge it (``checkout/services/lines_check.py``), in a word."""
    if offer is None:
        return Standing.GONE
    if offer.refusal is not None:
        if issubclass(offer.refusal, ProductQuoteOnly):
            return Standing.QUOTE_ONLY if offer.held_refusal is None else Standing.GONE
        return Standing.ON_HOLIDAY if issubclass(offer.refusal, VendorOnHoliday) else Standing.GONE
    if offer.free == 0:
        return Standing.SOLD_OUT
    if quantity > quantity_limit(offer.variant.quantity_limit_per_customer, settings.VARIANT_QUANTITY_LIMIT):
        return Standing.ABOVE_LIMIT
    if quantity < offer.product.minimum_order_quantity:
        return Standing.BELOW_MINIMUM
    if offer.free is not None and quantity > offer.free:
        return Standing.LESS_STOCK
    return Standing.BUYABLE
