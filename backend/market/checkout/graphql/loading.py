"""The prices of the checkouts of an answer, worked out once for all fields that show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from market.catalog.graphql.views import in_channel, view_of_channel
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.selectors.pricing import PricedLine, Pricing, pricing_list


def pricings(checkouts: Sequence[Any], info: Any) -> list[Pricing]:
    """The pricing of each checkout. A checkout fresh from a service brings its own; the others are priced together."""
    lacking = [checkout for checkout in checkouts if not hasattr(checkout, "pricing")]
    if lacking:
        found = pricing_list(checkouts=lacking)
        for checkout in lacking:
            checkout.pricing = found[checkout.pk]
    for checkout in checkouts:
        view = view_of_channel(info, checkout.channel)
        for priced in checkout.pricing.lines:
            _show(priced, view)
    return [checkout.pricing for checkout in checkouts]


def priced_lines(lines: Sequence[Any], info: Any) -> list[PricedLine | None]:
    """The prices of each line; lines that came without their checkout are priced with it."""
    lacking = {line.checkout_id for line in lines if not hasattr(line, "priced")}
    if lacking:
        checkouts = list(Checkout.objects.select_related("channel", "shipping_address").filter(pk__in=lacking))
        found = {priced.line.pk: priced for pricing in pricings(checkouts, info) for priced in pricing.lines}
        for line in lines:
            if line.checkout_id in lacking:
                line.priced = found.get(line.pk)
    return [line.priced for line in lines]


def _show(priced: PricedLine, view: Any) -> None:
    """Let the line carry its prices, and its variant and product be looked at as the catalogue's own."""
    line: Any = priced.line
    variant: Any = priced.offer.variant
    line.priced = priced
    if not hasattr(variant, "view"):
        in_channel(variant, view)
        in_channel(variant.product, view)
        variant.listing = priced.offer.listing
        variant.product.listing = priced.offer.product_listing


def lines_of(pricing: Pricing) -> list[CheckoutLine]:
    return [priced.line for priced in pricing.lines]
