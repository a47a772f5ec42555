"""A basket that waits for approval: what is held, what leaves it, how it stands, ends and comes back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew, held, hold, ready_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_buyer
from factories.vendors import SellerFactory
from market.catalog.models import VariantChannelListing
from market.checkout.errors import ForAgenciesOnly, PromoCodesNotHeld, PurchaserRefused, TotalChanged
from market.checkout.models import Checkout
from market.checkout.services.checkout_hold import checkout_hold
from market.checkout.services.checkout_restore import checkout_restore
from market.core import clock
from market.core.actor import Actor
from market.core.errors import ManyErrors, NotFound
from market.core.models import OutboxEvent
from market.inventory.models import Allocation, Stock
from market.orders.enums import OrderStatus
from market.orders.errors import LastLine, OrderAwaitsApproval, OrderNotHeld, OrderNotPayable
from market.orders.models import Order, VendorOrder
from market.orders.rules import ensure_payable
from market.orders.services.order_cancel import order_cancel
from market.orders.services.order_confirm import order_confirm
from market.orders.services.order_funds_set import order_funds_set
from market.orders.services.order_lines_remove import order_lines_remove
from market.orders.services.order_release import order_release
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def channel() -> Any:
    return public_channel()


@pytest.fixture
def buyer() -> Actor:
    user = agency_buyer()
    return Actor(user_id=user.pk, email=user.email)


def held_order(channel: Any, quantities: Any, buyer: Actor) -> Order:
    checkout = ready_checkout(channel, quantities, actor=buyer)
    return anew(checkout_hold, checkout_id=checkout.pk, actor=buyer)


def topics() -> list[str]:
    return list(OutboxEvent.objects.order_by("id").values_list("topic", flat=True))


def three_lines(channel: Any) -> tuple[Any, Any, Any]:
    """Two of one enterprise, one of another."""
    first, second = SellerFactory(), SellerFactory()
    return (
        variant_on_sale(channel, price=11_000, vendor=first),
        variant_on_sale(channel, price=22_000, vendor=first),
        variant_on_sale(channel, price=33_000, vendor=second),
    )


def test_stock_is_promised_and_nobody_is_told(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel, price=11_000): 3}, buyer)
    assert (order.status, order.vendor_orders.get().status) == (OrderStatus.UNCONFIRMED, OrderStatus.UNCONFIRMED)
    assert Stock.objects.get().quantity_allocated == 3
    assert not Checkout.objects.exists()
    assert topics() == []
    assert order.vendor_orders.get().ready_at is None


def test_the_price_stands_when_the_listing_becomes_dearer(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel, price=11_000): 2}, buyer)
    VariantChannelListing.objects.update(price_amount=99_000)
    confirmed = anew(order_confirm, order_id=order.pk, actor=buyer)
    assert confirmed.lines.get().total_gross == 22_000


def test_confirmed_it_is_told_and_shown_to_the_enterprise(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel): 1}, buyer)
    anew(order_confirm, order_id=order.pk, actor=buyer)
    part = VendorOrder.objects.get()
    assert (part.status, part.ready_at is not None) == (OrderStatus.UNFULFILLED, True)
    assert topics() == ["orders.order_placed", "orders.vendor_orders_ready"]
    with pytest.raises(OrderNotHeld), transaction.atomic():
        anew(order_confirm, order_id=order.pk, actor=buyer)
    assert len(topics()) == 2


def test_the_day_that_was_ordered_is_the_enterprises_deadline(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel): 1}, buyer)
    day = clock.today() + dt.timedelta(days=30)
    anew(order_confirm, order_id=order.pk, actor=buyer, agreed_on=day)
    part = VendorOrder.objects.get()
    assert (part.agreed_on, part.due_on, part.due_reason) == (day, day, "agreed")


def test_lines_leave_and_every_sum_follows(channel: Any, buyer: Actor) -> None:
    one, two, other = three_lines(channel)
    order = held_order(channel, {one: 1, two: 2, other: 1}, buyer)
    before = {part.vendor_id: part for part in order.vendor_orders.all()}
    gone = order.lines.get(variant=one)
    order = anew(order_lines_remove, order_id=order.pk, line_ids=[gone.pk], actor=buyer)
    part = order.vendor_orders.get(vendor=two.product.vendor)
    assert part.subtotal_gross == 44_000
    assert part.shipping_gross == before[part.vendor_id].shipping_gross  # held, although less is sent
    assert order.total_gross == sum(part.total_gross for part in order.vendor_orders.all())
    assert order.total_net == sum(line.total_net for line in order.lines.all()) + order.shipping_net
    assert not Allocation.objects.filter(order_line_id=gone.pk).exists()
    assert Stock.objects.get(variant=one).quantity_allocated == 0
    assert Stock.objects.get(variant=two).quantity_allocated == 2


def test_a_part_without_lines_is_gone_with_its_delivery(channel: Any, buyer: Actor) -> None:
    one, two, other = three_lines(channel)
    order = held_order(channel, {one: 1, two: 1, other: 1}, buyer)
    order = anew(order_lines_remove, order_id=order.pk, line_ids=[order.lines.get(variant=other).pk], actor=buyer)
    part = order.vendor_orders.get(vendor=other.product.vendor)
    assert (part.status, part.total_gross, part.shipping_gross) == (OrderStatus.CANCELED, 0, 0)
    anew(order_confirm, order_id=order.pk, actor=buyer)
    part.refresh_from_db()
    assert (part.status, part.ready_at) == (OrderStatus.CANCELED, None)
    assert (
        Order.objects.get().total_gross
        == order.total_gross
        == order.vendor_orders.get(ready_at__isnull=False).total_gross
    )


def test_the_last_line_stays_and_strange_lines_are_refused(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel): 1}, buyer)
    with pytest.raises(LastLine), transaction.atomic():
        anew(order_lines_remove, order_id=order.pk, line_ids=[order.lines.get().pk], actor=buyer)
    with pytest.raises(NotFound), transaction.atomic():
        anew(order_lines_remove, order_id=order.pk, line_ids=[order.pk], actor=buyer)
    assert order.lines.count() == 1


@pytest.mark.parametrize("end", [OrderStatus.EXPIRED, OrderStatus.CANCELED])
def test_released_it_frees_its_pieces_and_comes_back_as_a_basket(channel: Any, buyer: Actor, end: OrderStatus) -> None:
    plain, quoted = variant_on_sale(channel, price=11_000), variant_on_sale(channel, price=50_000)
    checkout = ready_checkout(channel, {plain: 2}, actor=buyer)
    hold(checkout, held(quoted, 4, 40_000, delivery=5_000), actor=buyer)
    order = anew(checkout_hold, checkout_id=checkout.pk, actor=buyer)
    assert order.lines.get(variant=quoted).total_gross == 160_000
    anew(order_release, order_id=order.pk, to=end, actor=buyer)
    assert set(Stock.objects.values_list("quantity_allocated", flat=True)) == {0}
    assert topics() == []
    back = anew(checkout_restore, order_id=order.pk)
    lines = {line.variant_id: line for line in back.lines.all()}
    assert (lines[plain.pk].quantity, lines[plain.pk].is_held) == (2, False)
    assert (lines[quoted.pk].quantity, lines[quoted.pk].held_unit_price) == (4, Decimal(40_000))
    assert back.pricing.total.gross.amount == order.total_gross
    assert back.shipping_address.pk != order.shipping_address_id
    again = anew(checkout_hold, checkout_id=back.pk, actor=buyer)
    assert again.total_gross == order.total_gross


def test_an_order_that_stands_gives_no_basket_back(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel): 1}, buyer)
    anew(order_confirm, order_id=order.pk, actor=buyer)
    with pytest.raises(NotFound), transaction.atomic():
        anew(checkout_restore, order_id=order.pk)


def test_while_it_waits_neither_buyer_nor_money_moves_it(channel: Any, buyer: Actor) -> None:
    order = held_order(channel, {variant_on_sale(channel): 1}, buyer)
    with pytest.raises(OrderAwaitsApproval), transaction.atomic():
        anew(order_cancel, order_id=order.pk, actor=buyer)
    with pytest.raises(OrderAwaitsApproval), transaction.atomic():
        anew(vendor_orders_cancel, vendor_order_ids=[order.vendor_orders.get().pk], actor=buyer)
    with pytest.raises(OrderNotPayable):
        ensure_payable(order.status, order.charge_status)
    anew(order_funds_set, order_id=order.pk, charged=order.total_gross, authorized=Decimal(0), actor=buyer)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNCONFIRMED
    assert VendorOrder.objects.get().ready_at is None


def test_what_cannot_be_held_is_refused_and_nothing_is_held(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel, price=11_000)
    checkout = ready_checkout(channel, {variant: 1}, actor=buyer)

    def refused(error: type[Exception], **given: Any) -> None:
        with pytest.raises(error), transaction.atomic():
            anew(checkout_hold, **{"checkout_id": checkout.pk, "actor": buyer, **given})

    refused(NotFound, actor=Actor(user_id=agency_buyer().pk))
    refused(TotalChanged, expected_total=Decimal(1))
    Checkout.objects.update(voucher_code="SALE")
    refused(PromoCodesNotHeld)
    Checkout.objects.update(voucher_code="")
    Vendor.objects.update(status="suspended")
    refused(ManyErrors)
    assert not Order.objects.exists()
    assert Stock.objects.get().quantity_allocated == 0


def test_only_agencies_hold(buyer: Actor) -> None:
    citizen = ChannelFactory()
    checkout = ready_checkout(citizen, {variant_on_sale(citizen): 1}, actor=buyer)
    with pytest.raises(ForAgenciesOnly), transaction.atomic():
        anew(checkout_hold, checkout_id=checkout.pk, actor=buyer)
    public = public_channel()
    stranger = Actor(user_id=None)
    guest = ready_checkout(public, {variant_on_sale(public): 1}, actor=stranger)
    with pytest.raises(PurchaserRefused), transaction.atomic():
        anew(checkout_hold, checkout_id=guest.pk, actor=stranger)


def test_bill_and_way_are_filled_in_where_nothing_was_chosen(channel: Any, buyer: Actor) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel): 1}, actor=buyer)
    Checkout.objects.update(billing_address=None, shipping_method=None)
    order = anew(checkout_hold, checkout_id=checkout.pk, actor=buyer)
    assert order.billing_address_id == order.shipping_address_id == checkout.shipping_address_id
    assert order.shipping_method_id is not None
