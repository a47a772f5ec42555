"""Which ways of delivery a checkout may choose from, and what each costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from market.checkout.models import Checkout
from market.checkout.selectors.pricing import Pricing
from market.core.money import Money
from market.shipping.models import ShippingMethod
from market.shipping.rules import TERMS_CURRENCY, Consignment, is_offered
from market.shipping.selectors.shipping_method_list import ListedMethod, shipping_method_list


@dataclass(frozen=True, slots=True)
class DeliveryOption:
    """A method and its price for all parcels of the checkout; of the chosen one after the voucher."""

    method: ShippingMethod
    price: Money


def delivery_options(*, checkout: Checkout, pricing: Pricing) -> list[DeliveryOption]:
    """What one checkout may choose from; none without an address or anything to ship. One statement."""
    return delivery_option_lists(priced=[(checkout, pricing)])[0]


def delivery_option_lists(*, priced: Sequence[tuple[Checkout, Pricing]]) -> list[list[DeliveryOption]]:
    """The same for several checkouts: one statement for each channel and country among them."""
    places: dict[tuple[int, str], list[Pricing]] = {}
    for checkout, pricing in priced:
        if (place := _place(checkout, pricing)) is not None:
            places.setdefault(place, []).append(pricing)
    listed = {place: _listed(*place, pricings) for place, pricings in places.items()}
    options: list[list[DeliveryOption]] = []
    for checkout, pricing in priced:
        place = _place(checkout, pricing)
        options.append([] if place is None else _offered(checkout, pricing, listed[place]))
    return options


def _place(checkout: Checkout, pricing: Pricing) -> tuple[int, str] | None:
    address = checkout.shipping_address
    return None if address is None or not pricing.is_shipping_required else (checkout.channel_id, address.country)


def _listed(channel_id: int, country: str, pricings: Sequence[Pricing]) -> list[ListedMethod]:
    lines = [line for pricing in pricings for line in pricing.lines]
    return shipping_method_list(
        channel_id=channel_id,
        country=country,
        product_ids={line.offer.product.pk for line in lines},
        variant_ids={line.offer.variant.pk for line in lines if line.offer.is_shipping_required},
    )


def _offered(checkout: Checkout, pricing: Pricing, listed: Sequence[ListedMethod]) -> list[DeliveryOption]:
    """A method without a price cannot charge where the enterprises' terms, which are in won, do not hold."""
    goods = _consignment(checkout, pricing)
    return [
        DeliveryOption(row.method, _price(checkout, pricing, row))
        for row in listed
        if is_offered(row.terms, goods) and (row.price is not None or pricing.currency == TERMS_CURRENCY)
    ]


def _price(checkout: Checkout, pricing: Pricing, listed: ListedMethod) -> Money:
    is_chosen = checkout.shipping_method_id == listed.method.pk
    return pricing.delivery_charges.gross if is_chosen else pricing.charges_at(listed.price)


def _consignment(checkout: Checkout, pricing: Pricing) -> Consignment:
    shipped = [line for line in pricing.lines if line.offer.is_shipping_required]
    return Consignment(
        postal_code=checkout.shipping_address.postal_code if checkout.shipping_address else "",
        price=pricing.subtotal.gross.amount,
        grams=sum(line.offer.weight_grams * line.line.quantity for line in shipped),
        product_ids=frozenset(line.offer.product.pk for line in pricing.lines),
        shipped_variant_ids=frozenset(line.offer.variant.pk for line in shipped),
    )
