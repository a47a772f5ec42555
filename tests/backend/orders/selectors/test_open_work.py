"""What an enterprise still owes somebody."""

from __future__ import annotations

from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import ask_back, placed_order, sent_order, take_back
from factories.vendors import SellerFactory
from market.catalog.models import ProductChannelListing
from market.core import clock
from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.orders.models import VendorOrder
from market.orders.services.order_cancel import order_cancel
from market.vendors.ports import OpenWork, open_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def counts(work: OpenWork) -> tuple[int, int, int]:
    return work.live_products, work.order_count, work.withdrawal_count


def test_nothing_is_nothing() -> None:
    work = open_work(SellerFactory().pk)
    assert counts(work) == (0, 0, 0)
    assert work.is_nothing


def test_orders_of_this_enterprise_that_are_not_sent_are_listed_oldest_first(channel: Any) -> None:
    vendor = SellerFactory()
    own, others = variant_on_sale(channel, vendor=vendor), variant_on_sale(channel)
    first, second = placed_order(channel, {own: 1, others: 1}), placed_order(channel, {own: 1})
    placed_order(channel, {others: 1})
    sent_order(channel, {own: 1})
    gone = placed_order(channel, {own: 1})
    reset_lock_order()
    order_cancel(order_id=gone.pk, actor=SYSTEM)
    work = open_work(vendor.pk)
    parts = [VendorOrder.objects.get(order=order, vendor=vendor) for order in (first, second)]
    assert [(item.number, item.status, item.since) for item in work.orders] == [
        (part.number, "unfulfilled", part.created_at) for part in parts
    ]
    assert (counts(work), work.is_nothing) == ((1, 2, 0), False)


def test_a_withdrawal_is_open_until_the_money_is_back(channel: Any) -> None:
    vendor = SellerFactory()
    order = sent_order(channel, {variant_on_sale(channel, vendor=vendor): 2})
    withdrawal = ask_back(order, 1)
    assert [item.number for item in open_work(vendor.pk).withdrawals] == [withdrawal.number]
    take_back(withdrawal)
    withdrawal.refresh_from_db()
    assert withdrawal.status == "received"
    assert open_work(vendor.pk).withdrawal_count == 1
    type(withdrawal).objects.filter(pk=withdrawal.pk).update(status="refunded", ended_at=clock.now())
    assert open_work(vendor.pk).is_nothing


def test_goods_that_nobody_sees_are_not_live(channel: Any) -> None:
    vendor = SellerFactory()
    variant_on_sale(channel, vendor=vendor)
    hidden = variant_on_sale(channel, vendor=vendor)
    ProductChannelListing.objects.filter(product=hidden.product).update(is_published=False)
    work = open_work(vendor.pk)
    assert (work.live_products, work.is_nothing) == (1, True)


def test_it_takes_as_many_statements_for_much_as_for_little(channel: Any, django_assert_num_queries: Any) -> None:
    vendor = SellerFactory()
    variant = variant_on_sale(channel, vendor=vendor, stock=10_000)
    order = placed_order(channel, {variant: 1})
    with django_assert_num_queries(5):
        open_work(vendor.pk)
    placed_order(channel, {variant: 1})
    with django_assert_num_queries(5):
        work = open_work(vendor.pk)
    assert (work.order_count, work.orders[0].number) == (2, order.vendor_orders.get().number)
