"""Checkouts for tests, made through the services a shopper's requests use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from factories.shipping import parcel_in
from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.checkout.models import Checkout
from market.checkout.rules import HeldLine, LineRequest
from market.checkout.services.address_update import billing_address_update, shipping_address_update
from market.checkout.services.checkout_create import CheckoutWish, checkout_create
from market.checkout.services.delivery_method_update import delivery_method_update
from market.checkout.services.lines_hold import lines_hold
from market.core import clock
from market.core.actor import ANONYMOUS, Actor
from market.core.locks import reset_lock_order
from market.shipping.models import ShippingMethod

T = TypeVar("T")

SEOUL: dict[str, Any] = {
    "first_name": "지우",
    "last_name": "한",
    "street_address_1": "개봉로23길 10",
    "city": "구로구",
    "country_area": "서울특별시",
    "postal_code": "08274",
    "country": "KR",
    "phone": "01000000000",
}
JEJU: dict[str, Any] = {**SEOUL, "city": "제주시", "country_area": "제주특별자치도", "postal_code": "63122"}


def anew(service: Callable[..., T], **arguments: Any) -> T:
    """Call a service as a request of its own does. A test's transaction spans many; each starts with a clean record of locks."""
    reset_lock_order()
    return service(**arguments)


def open_checkout(
    channel: Channel,
    quantities: Mapping[ProductVariant, int],
    *,
    actor: Actor = ANONYMOUS,
    email: str | None = None,
) -> Checkout:
    """A checkout with these lines."""
    lines = [LineRequest(variant.pk, quantity) for variant, quantity in quantities.items()]
    return anew(
        checkout_create,
        wish=CheckoutWish(channel_slug=channel.slug, lines=lines, email=email or actor.email or "guest@ieum.example"),
        actor=actor,
    )


def ready_checkout(
    channel: Channel,
    quantities: Mapping[ProductVariant, int],
    *,
    actor: Actor = ANONYMOUS,
    address: Mapping[str, Any] = SEOUL,
) -> Checkout:
    """A checkout that needs nothing more than its completion."""
    checkout = open_checkout(channel, quantities, actor=actor)
    checkout = anew(billing_address_update, checkout_id=checkout.pk, values=address, actor=actor)
    if checkout.pricing.is_shipping_required:  # type: ignore[attr-defined]
        anew(shipping_address_update, checkout_id=checkout.pk, values=address, actor=actor)
        method = ShippingMethod.objects.filter(channel_listings__channel=channel).first() or parcel_in(channel)
        checkout = anew(delivery_method_update, checkout_id=checkout.pk, method_id=method.pk, actor=actor)
    return checkout


def held(variant: ProductVariant, quantity: int, unit_price: int, **terms: Any) -> HeldLine:
    """A line of a quote that holds for ten days."""
    values: dict[str, Any] = {
        "until": clock.now() + dt.timedelta(days=10),
        "reference": f"quote-line-{variant.pk}",
        "quote": "quote-1",
        **terms,
    }
    values["delivery"] = Decimal(values.get("delivery", 0))
    return HeldLine(variant.pk, quantity, Decimal(unit_price), **values)


def hold(checkout: Checkout, *lines: HeldLine, actor: Actor) -> Checkout:
    """The checkout with these quoted lines."""
    return anew(lines_hold, checkout_id=checkout.pk, lines=lines, actor=actor)
