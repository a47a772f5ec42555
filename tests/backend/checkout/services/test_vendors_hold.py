"""Holidays, suspension and closure at the door of a purchase: cart, problems, completion."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import transaction

from factories.channels import ChannelFactory
from factories.checkout import anew, open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.vendors import SellerFactory
from market.checkout.models import Checkout
from market.checkout.selectors.offers import offers_get
from market.checkout.services import checkout_to_order as module
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS
from market.core.errors import ManyErrors
from market.inventory.models import Stock
from market.orders.models import Order
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db
UNAVAILABLE = "product_unavailable_for_purchase"


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def days(first: int, last: int) -> dict[str, dt.date]:
    today = clock.today()
    return {"holiday_from": today + dt.timedelta(days=first), "holiday_until": today + dt.timedelta(days=last)}


def refusals(call: Any, *args: Any, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(ManyErrors) as refused, transaction.atomic():
        call(*args, **options)
    return [(error.code, error.message("en")) for error in refused.value.errors]


@pytest.mark.parametrize(("first", "last", "is_sold"), [(0, 0, False), (-3, 2, False), (1, 3, True), (-3, -1, True)])
def test_nothing_is_sold_from_the_first_day_through_the_last(
    channel: Any, first: int, last: int, is_sold: bool
) -> None:
    variant = variant_on_sale(channel, vendor=SellerFactory(**days(first, last)))
    offer = offers_get(variant_ids=[variant.pk], channel=channel)[variant.pk]
    assert (offer.refusal is None) is is_sold
    if is_sold:
        assert open_checkout(channel, {variant: 1}).lines.count() == 1
        return
    ((code, words),) = refusals(open_checkout, channel, {variant: 1})
    assert code == UNAVAILABLE
    assert "holiday" in words


@pytest.mark.parametrize("change", [days(0, 1), {"status": "suspended"}, {"status": "closed"}])
def test_a_cart_that_was_filled_before_shows_the_problem_and_becomes_no_order(
    channel: Any, change: dict[str, Any]
) -> None:
    resting, other = variant_on_sale(channel), variant_on_sale(channel)
    checkout = ready_checkout(channel, {resting: 1, other: 1})
    Vendor.objects.filter(pk=resting.product.vendor_id).update(**change)
    assert [code for code, _ in refusals(anew, checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)] == [
        UNAVAILABLE
    ]
    assert Checkout.objects.filter(pk=checkout.pk).exists()
    assert not Order.objects.exists()


@pytest.mark.parametrize("change", [days(0, 1), {"status": "suspended"}, {"status": "closed"}])
def test_what_stops_after_the_offers_were_read_is_noticed_before_the_order_stands(
    channel: Any, change: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rival's move, played between the reading of offers and the end of the transaction."""
    variant = variant_on_sale(channel)
    checkout = ready_checkout(channel, {variant: 1})
    real = module.stock_allocate

    def meanwhile(**arguments: Any) -> Any:
        Vendor.objects.filter(pk=variant.product.vendor_id).update(**change)
        return real(**arguments)

    monkeypatch.setattr(module, "stock_allocate", meanwhile)
    assert [code for code, _ in refusals(anew, checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)] == [
        UNAVAILABLE
    ]
    assert not Order.objects.exists()
    assert Stock.objects.get(variant=variant).quantity_allocated == 0


def test_another_enterprises_holidays_are_no_matter(channel: Any) -> None:
    SellerFactory(**days(0, 3))
    variant = variant_on_sale(channel)
    order = anew(checkout_complete, checkout_id=ready_checkout(channel, {variant: 1}).pk, actor=ANONYMOUS)
    assert order.vendor_orders.count() == 1
