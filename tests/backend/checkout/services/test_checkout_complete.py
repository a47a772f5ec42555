"""Turning a checkout into an order: what it takes, and that it happens once and whole."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import transaction

from factories.accounts import UserFactory
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew, open_checkout, ready_checkout
from factories.inventory import list_in, variant_on_sale
from factories.shipping import parcel_in
from market.agencies.models import Agency, AgencyMember
from market.campaigns.models import Campaign, CampaignProduct
from market.catalog.models import VariantChannelListing
from market.checkout.errors import PurchaserRefused, TotalChanged
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.checkouts_expire import checkouts_expire
from market.checkout.services.note_update import note_update
from market.core import clock
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import ManyErrors, NotFound
from market.core.models import OutboxEvent
from market.inventory.models import Stock
from market.orders.enums import ChargeStatus, OrderStatus, PaymentMeans
from market.orders.models import Order, OrderLine
from market.procurement.models import AgencyOrder

pytestmark = pytest.mark.django_db


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def complete(checkout: Checkout, actor: Actor = ANONYMOUS) -> Order:
    return anew(checkout_complete, checkout_id=checkout.pk, actor=actor)


def refusals(checkout: Checkout, actor: Actor = ANONYMOUS) -> list[str]:
    with pytest.raises(ManyErrors) as refused, transaction.atomic():
        complete(checkout, actor)
    return [error.code for error in refused.value.errors]


def actor_of(user: Any) -> Actor:
    return Actor(user_id=user.pk, email=user.email)


def agency_member(channel: Any) -> Any:
    user = UserFactory()
    agency = Agency.objects.create(
        name="가온구청(견본)", registration_number="9998300001", regime="local", joined_at=clock.now()
    )
    AgencyMember.objects.create(agency=agency, user=user, abilities=["request"])
    return user


def test_everything_that_is_missing_is_said_at_once(channel: Any) -> None:
    checkout = open_checkout(channel, {variant_on_sale(channel): 1})
    Checkout.objects.update(email="")
    assert refusals(checkout) == ["email_not_set", "billing_address_not_set", "shipping_address_not_set"]
    assert refusals(open_checkout(channel, {})) == ["billing_address_not_set", "no_lines"]
    ready = ready_checkout(channel, {variant_on_sale(channel): 1})
    Checkout.objects.filter(pk=ready.pk).update(shipping_method=None)
    assert refusals(ready) == ["shipping_method_not_set"]


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda checkout: type(checkout.channel).objects.update(is_active=False), "channel_inactive"),
        (lambda checkout: type(checkout.channel).objects.update(allow_unpaid_orders=False), "checkout_not_fully_paid"),
        (lambda checkout: checkout.shipping_method.channel_listings.all().delete(), "invalid_shipping_method"),
        (lambda checkout: type(checkout.shipping_method).objects.update(is_active=False), "invalid_shipping_method"),
        (lambda checkout: Stock.objects.update(quantity=0), "insufficient_stock"),
        (lambda checkout: VariantChannelListing.objects.all().delete(), "unavailable_variant_in_channel"),
    ],
)
def test_what_changed_since_is_noticed_and_nothing_is_sold(channel: Any, spoil: Any, expected: str) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel): 1})
    spoil(checkout)
    assert expected in refusals(checkout)
    assert (Order.objects.count(), OutboxEvent.objects.count(), Checkout.objects.count()) == (0, 0, 1)


def test_a_changed_price_is_told_once_and_then_accepted(channel: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=10_000): 1})
    VariantChannelListing.objects.update(price_amount=12_000)
    with pytest.raises(TotalChanged) as told:
        complete(checkout)
    assert told.value.params["total"] == "15,000"
    assert not Order.objects.exists()
    assert complete(checkout).total_gross == 15_000


def test_repeating_gives_the_same_order(channel: Any) -> None:
    variant = variant_on_sale(channel)
    checkout = ready_checkout(channel, {variant: 2})
    assert complete(checkout).pk == complete(checkout).pk == Order.objects.get().pk
    assert Stock.objects.get().quantity_allocated == 2
    assert OutboxEvent.objects.count() == 1


def test_a_members_order_is_not_given_to_others_who_repeat(channel: Any) -> None:
    user = UserFactory()
    checkout = ready_checkout(channel, {variant_on_sale(channel): 1}, actor=actor_of(user))
    order = complete(checkout, actor_of(user))
    assert order.user_id == user.pk
    for stranger in (ANONYMOUS, actor_of(UserFactory())):
        with pytest.raises(NotFound):
            complete(checkout, stranger)


def test_a_citizen_has_time_to_pay_and_the_note_comes_along(channel: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel): 1})
    anew(note_update, checkout_id=checkout.pk, note="문 앞에 놓아 주세요", actor=ANONYMOUS)
    order = complete(checkout)
    assert (order.status, order.charge_status) == (OrderStatus.UNFULFILLED, ChargeStatus.NONE)
    assert order.payment_means == PaymentMeans.BANK_TRANSFER
    assert order.pay_by is not None
    assert dt.timedelta(days=2) < order.pay_by - clock.now() <= dt.timedelta(days=3)
    assert order.customer_note == "문 앞에 놓아 주세요"


def test_only_a_member_of_an_agency_orders_in_the_public_channel() -> None:
    public = public_channel()
    parcel_in(public)
    variant = variant_on_sale(public)
    citizen = actor_of(UserFactory())
    for actor in (ANONYMOUS, citizen):
        checkout = ready_checkout(public, {variant: 1}, actor=actor)
        with pytest.raises(PurchaserRefused), transaction.atomic():
            complete(checkout, actor)
    assert not Order.objects.exists()
    buyer = actor_of(agency_member(public))
    order = complete(ready_checkout(public, {variant: 1}, actor=buyer), buyer)
    assert (order.payment_means, order.pay_by, order.buyer_organization) == (
        PaymentMeans.DEFERRED,
        None,
        "가온구청(견본)",
    )
    assert AgencyOrder.objects.get().order_id == order.pk


def test_a_sale_counts_for_the_running_campaign_of_the_channel_only(channel: Any) -> None:
    variant, other = variant_on_sale(channel), variant_on_sale(channel)
    now, day = clock.now(), dt.timedelta(days=1)
    for slug, start, end, sells_here in (
        ("older", now - 3 * day, now + day, True),
        ("running", now - day, now + day, True),
        ("over", now - 2 * day, now - day, True),
        ("elsewhere", now - day, now + day, False),
    ):
        campaign = Campaign.objects.create(slug=slug, title=slug, starts_at=start, ends_at=end)
        CampaignProduct.objects.create(campaign=campaign, product=variant.product)
        if sells_here:
            campaign.channels.add(channel)
    complete(ready_checkout(channel, {variant: 1, other: 1}))
    lines = OrderLine.objects.order_by("sort_order").select_related("campaign")
    assert [line.campaign.slug if line.campaign else None for line in lines] == ["running", None]


def test_an_address_to_keep_lands_in_the_book_once(channel: Any) -> None:
    user = UserFactory()
    for _ in range(2):
        complete(ready_checkout(channel, {variant_on_sale(channel): 1}, actor=actor_of(user)), actor_of(user))
    assert user.addresses.count() == 1
    assert user.addresses.get().pk not in Order.objects.values_list("shipping_address_id", flat=True)


def test_an_address_not_to_keep_does_not(channel: Any) -> None:
    user = UserFactory()
    checkout = ready_checkout(channel, {variant_on_sale(channel): 1}, actor=actor_of(user))
    Checkout.objects.update(save_shipping_address=False, save_billing_address=False)
    complete(checkout, actor_of(user))
    assert not user.addresses.exists()


def test_the_order_keeps_what_it_was_sold_as(channel: Any) -> None:
    variant = variant_on_sale(channel, price=9_999)
    order = complete(ready_checkout(channel, {variant: 3}))
    line = order.lines.get()
    assert (line.total_gross, line.total_net) == (29_997, 27_270)
    list_in(public_channel(), variant)
    variant.product.name = "새 이름"
    variant.product.save()
    VariantChannelListing.objects.update(price_amount=1)
    line.refresh_from_db()
    assert line.product_name != "새 이름"
    assert line.unit_price_gross == 9_999


def test_what_costs_nothing_is_paid_already(channel: Any) -> None:
    order = complete(ready_checkout(channel, {variant_on_sale(channel, price=0, is_service=True, stock=None): 1}))
    assert (order.total_gross, order.charge_status) == (0, ChargeStatus.FULL)
    topics = OutboxEvent.objects.order_by("pk").values_list("topic", flat=True)
    assert list(topics) == ["orders.order_placed", "orders.order_paid", "orders.vendor_orders_ready"]


def test_forgotten_carts_go_with_their_addresses(channel: Any) -> None:
    stale, fresh = (ready_checkout(channel, {variant_on_sale(channel): 1}) for _ in range(2))
    Checkout.objects.filter(pk=stale.pk).update(updated_at=clock.now() - dt.timedelta(days=91))
    assert anew(checkouts_expire) == 1
    assert Checkout.objects.get().pk == fresh.pk
    assert type(stale.shipping_address).objects.count() == 2
