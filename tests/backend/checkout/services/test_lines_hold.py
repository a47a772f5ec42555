"""Lines at the prices of quotes: what they cost, what can be done to them, and when they end."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew, held, hold, open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.promotions import voucher_in
from factories.vendors import SellerFactory
from market.catalog.models import ProductChannelListing, VariantChannelListing
from market.checkout.errors import HeldLineFixed, HeldLinesStay, TooManyLines
from market.checkout.models import CheckoutLine
from market.checkout.rules import LineChange, LineRequest, held_delivery_of
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.checkout.selectors.problems import HeldPriceLapsedProblem, VariantNotAvailableProblem, line_problems
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.customer_attach import customer_detach
from market.checkout.services.delivery_method_update import delivery_method_update
from market.checkout.services.lines_add import lines_add
from market.checkout.services.lines_delete import lines_delete
from market.checkout.services.lines_update import lines_update
from market.checkout.services.promo_code_add import promo_code_add
from market.core import clock
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import InvalidInput, ManyErrors, NotFound, PermissionDenied
from market.core.locks import reset_lock_order
from market.core.permissions import MANAGE_CHECKOUTS
from market.orders.models import Order
from market.promotions.errors import VoucherNotApplicable
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def buyer() -> Actor:
    user = UserFactory()
    return Actor(user_id=user.pk, email=user.email)


def pricing_of(checkout: Any) -> Pricing:
    checkout.refresh_from_db()
    return pricing_get(checkout=checkout)


def codes(call: Any, **arguments: Any) -> list[str]:
    with pytest.raises(ManyErrors) as refused, transaction.atomic():
        anew(call, **arguments)
    return [error.code for error in refused.value.errors]


def test_a_held_line_costs_what_the_quote_says_whatever_the_list_says_later(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel, price=10_000)
    checkout = hold(ready_checkout(channel, {}, actor=buyer), held(variant, 30, 8_700, note="각인 포함"), actor=buyer)
    for price in (10_000, 4_000, 90_000):
        VariantChannelListing.objects.filter(variant=variant).update(price_amount=price)
        (line,) = pricing_of(checkout).lines
        assert line.total.gross.amount == 261_000
        assert line.total.net + line.total.tax == line.total.gross
        assert (line.undiscounted.amount, line.unit.gross.amount, line.refusal) == (8_700, 8_700, None)


def test_the_same_reference_takes_the_place_of_the_line_before(channel: Any, buyer: Actor) -> None:
    variant, other = variant_on_sale(channel), variant_on_sale(channel)
    checkout = open_checkout(channel, {other: 2}, actor=buyer)
    hold(checkout, held(variant, 30, 8_700), actor=buyer)
    first = CheckoutLine.objects.get(held_reference=f"quote-line-{variant.pk}")
    after = hold(checkout, held(variant, 20, 8_900), actor=buyer)
    first.refresh_from_db()
    assert (first.quantity, first.held_unit_price, after.lines.count()) == (20, 8_900, 2)
    assert after.shown_total == pricing_of(checkout).total.gross.amount


def test_what_the_quote_does_not_allow_is_refused_and_nothing_is_written(channel: Any, buyer: Actor) -> None:
    variant, scarce = variant_on_sale(channel), variant_on_sale(channel, stock=3)
    checkout = open_checkout(channel, {scarce: 2}, actor=buyer)
    past = clock.now() - dt.timedelta(seconds=1)
    wishes = {
        "held_price_lapsed": [held(variant, 1, 100), held(variant, 1, 100, until=past, reference="b")],
        "zero_quantity": [held(variant, 0, 100)],
        "insufficient_stock": [held(scarce, 2, 100)],
    }
    for code, lines in wishes.items():
        assert codes(lines_hold_of, checkout=checkout, lines=lines, actor=buyer) == [code]
    for line in (
        held(variant, 1, -1), held(variant, 1, 100, delivery=-1), held(variant, 1, 100, reference=""), held(variant, 1, 100, quote=""),
    ):  # fmt: skip
        with pytest.raises(InvalidInput):
            hold(checkout, line, actor=buyer)
    with pytest.raises(InvalidInput):
        hold(
            checkout,
            held(variant, 1, 100, delivery=1, reference="a"),
            held(variant, 1, 100, reference="b"),
            actor=buyer,
        )
    assert list(CheckoutLine.objects.values_list("variant_id", "quantity")) == [(scarce.pk, 2)]


def lines_hold_of(*, checkout: Any, lines: Any, actor: Actor) -> Any:
    return hold(checkout, *lines, actor=actor)


def test_only_the_buyer_holds_lines_and_a_guests_checkout_becomes_theirs(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel)
    other = UserFactory()
    own = open_checkout(channel, {}, actor=Actor(user_id=other.pk, email=other.email))
    staff = Actor(user_id=buyer.user_id, email=buyer.email, is_staff=True, permissions=frozenset({MANAGE_CHECKOUTS}))
    for actor, refusal in ((buyer, NotFound), (staff, NotFound), (ANONYMOUS, PermissionDenied)):
        with pytest.raises(refusal):
            hold(own, held(variant, 1, 100), actor=actor)
    assert not CheckoutLine.objects.exists()
    guests = hold(open_checkout(channel, {}), held(variant, 1, 100), actor=buyer)
    assert guests.user_id == buyer.user_id
    with pytest.raises(HeldLinesStay):
        anew(customer_detach, checkout_id=guests.pk, actor=buyer)
    anew(lines_delete, checkout_id=guests.pk, line_ids=[guests.lines.get().pk], actor=buyer)
    assert anew(customer_detach, checkout_id=guests.pk, actor=buyer).user_id is None


def test_its_quantity_stays_and_the_line_can_go(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel)
    checkout = hold(open_checkout(channel, {}, actor=buyer), held(variant, 30, 8_700), actor=buyer)
    line = checkout.lines.get()
    for change in (LineChange(line_id=line.pk, quantity=31), LineChange(variant_id=variant.pk, quantity=29)):
        with pytest.raises(HeldLineFixed) as refused:
            anew(lines_update, checkout_id=checkout.pk, changes=[change], actor=buyer)
        assert "견적" in refused.value.message("ko")
        assert "quote" in refused.value.message("en")
    same = LineChange(line_id=line.pk, quantity=30, metadata={"place": "3층"})
    anew(lines_update, checkout_id=checkout.pk, changes=[same], actor=buyer)
    line.refresh_from_db()
    assert (line.quantity, line.metadata) == (30, {"place": "3층"})
    anew(lines_update, checkout_id=checkout.pk, changes=[LineChange(line_id=line.pk, quantity=0)], actor=buyer)
    assert not checkout.lines.exists()


def test_more_of_it_at_the_price_of_now_is_a_line_of_its_own_and_counts_the_same_stock(
    channel: Any, buyer: Actor
) -> None:
    variant = variant_on_sale(channel, price=10_000, stock=33)
    checkout = hold(open_checkout(channel, {}, actor=buyer), held(variant, 30, 8_700), actor=buyer)
    more = [LineRequest(variant.pk, 3)]
    anew(lines_add, checkout_id=checkout.pk, lines=more, actor=buyer)
    assert sorted(checkout.lines.values_list("quantity", "held_unit_price")) == [(3, None), (30, 8_700)]
    assert pricing_of(checkout).subtotal.gross.amount == 30 * 8_700 + 3 * 10_000
    assert codes(lines_add, checkout_id=checkout.pk, lines=more, actor=buyer) == ["insufficient_stock"]
    grown = LineChange(variant_id=variant.pk, quantity=4)
    assert codes(lines_update, checkout_id=checkout.pk, changes=[grown], actor=buyer) == ["insufficient_stock"]


def test_after_its_time_the_line_is_a_problem_and_becomes_no_order(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel)
    checkout = hold(ready_checkout(channel, {variant: 1}, actor=buyer), held(variant, 30, 8_700), actor=buyer)
    CheckoutLine.objects.filter(held_unit_price__isnull=False).update(held_until=clock.now())
    (problem,) = line_problems(pricing_of(checkout).lines)
    assert isinstance(problem, HeldPriceLapsedProblem)
    assert codes(checkout_complete, checkout_id=checkout.pk, actor=buyer) == ["held_price_lapsed"]
    anew(lines_delete, checkout_id=checkout.pk, line_ids=[problem.line.pk], actor=buyer)
    assert anew(checkout_complete, checkout_id=checkout.pk, actor=buyer).lines.count() == 1


def test_what_is_sold_by_quote_only_is_bought_by_a_held_line_and_no_other(channel: Any, buyer: Actor) -> None:
    made = variant_on_sale(channel, is_service=True, stock=None, is_quote_only=True)
    VariantChannelListing.objects.update(price_amount=None)
    checkout = ready_checkout(channel, {}, actor=buyer)
    wish = [LineRequest(made.pk, 1)]
    assert codes(lines_add, checkout_id=checkout.pk, lines=wish, actor=buyer) == ["unavailable_variant_in_channel"]
    VariantChannelListing.objects.update(price_amount=0)
    assert codes(lines_add, checkout_id=checkout.pk, lines=wish, actor=buyer) == ["product_unavailable_for_purchase"]
    hold(checkout, held(made, 1, 1_250_000, delivery=30_000, note="A4 24쪽"), actor=buyer)
    assert codes(lines_add, checkout_id=checkout.pk, lines=wish, actor=buyer) == ["product_unavailable_for_purchase"]
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=buyer)
    assert (order.total_gross, order.shipping_gross) == (1_280_000, 30_000)
    line = order.lines.get()
    assert line.undiscounted_unit_price == line.unit_price_gross == 1_250_000
    assert line.private_metadata["quote"]["reference"] == f"quote-line-{made.pk}"
    assert line.private_metadata["quote"]["note"] == "A4 24쪽"


def test_a_quote_outlives_holidays_but_not_the_enterprise_nor_the_listing(channel: Any, buyer: Actor) -> None:
    vendor = SellerFactory()
    quoted, listed = variant_on_sale(channel, vendor=vendor), variant_on_sale(channel, vendor=vendor)
    checkout = hold(ready_checkout(channel, {listed: 1}, actor=buyer), held(quoted, 5, 900), actor=buyer)
    today = clock.today()
    Vendor.objects.filter(pk=vendor.pk).update(holiday_from=today, holiday_until=today)
    (problem,) = line_problems(pricing_of(checkout).lines)
    assert problem.line.variant_id == listed.pk
    assert codes(checkout_complete, checkout_id=checkout.pk, actor=buyer) == ["product_unavailable_for_purchase"]
    CheckoutLine.objects.filter(variant=listed).delete()
    checkout.shown_total = None
    checkout.save()
    for spoil in (
        lambda: Vendor.objects.filter(pk=vendor.pk).update(status="suspended"),
        lambda: ProductChannelListing.objects.update(is_published=False),
    ):
        with transaction.atomic():
            spoil()
            (problem,) = line_problems(pricing_of(checkout).lines)
            assert isinstance(problem, VariantNotAvailableProblem)
            codes(checkout_complete, checkout_id=checkout.pk, actor=buyer)
            transaction.set_rollback(True)
    assert anew(checkout_complete, checkout_id=checkout.pk, actor=buyer).lines.count() == 1


def test_delivery_of_held_lines_is_what_the_quotes_say_and_stays_with_the_last_of_them(
    channel: Any, buyer: Actor
) -> None:
    vendor = SellerFactory(delivery_fee=3_000, free_delivery_from=50_000)
    first, second, listed = (variant_on_sale(channel, vendor=vendor, price=10_000) for _ in range(3))
    checkout = ready_checkout(channel, {listed: 1}, actor=buyer)
    hold(checkout, held(first, 9, 9_000, delivery=12_000), held(second, 9, 9_000, delivery=12_000), actor=buyer)
    (group,) = pricing_of(checkout).groups
    assert group.shipping.gross.amount == 15_000  # the goods of quotes count for no free delivery
    assert group.amount_to_free_delivery is not None
    assert group.amount_to_free_delivery.amount == 40_000
    anew(lines_delete, checkout_id=checkout.pk, line_ids=[checkout.lines.get(variant=listed).pk], actor=buyer)
    assert pricing_of(checkout).shipping.gross.amount == 12_000
    anew(lines_delete, checkout_id=checkout.pk, line_ids=[checkout.lines.get(variant=first).pk], actor=buyer)
    assert pricing_of(checkout).shipping.gross.amount == 12_000
    hold(checkout, held(first, 1, 9_000, quote="quote-2", delivery=5_000), actor=buyer)
    assert pricing_of(checkout).shipping.gross.amount == 17_000


def test_the_price_of_a_chosen_method_is_not_charged_for_held_lines(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel)
    ready = ready_checkout(channel, {variant: 1}, actor=buyer)
    ready.shipping_method.channel_listings.update(price_amount=4_000)
    checkout = hold(ready, held(variant, 2, 9_000, delivery=1_000), actor=buyer)
    assert pricing_of(checkout).shipping.gross.amount == 5_000
    anew(lines_delete, checkout_id=checkout.pk, line_ids=[checkout.lines.get(held_reference="").pk], actor=buyer)
    assert pricing_of(checkout).shipping.gross.amount == 1_000
    without = anew(delivery_method_update, checkout_id=checkout.pk, method_id=None, actor=buyer)
    assert pricing_of(without).shipping.gross.amount == 0


@pytest.mark.parametrize("kind", ["entire_order", "shipping"])
def test_vouchers_take_nothing_off_held_lines_nor_off_their_delivery(channel: Any, buyer: Actor, kind: str) -> None:
    quoted, listed = variant_on_sale(channel), variant_on_sale(channel, price=10_000)
    voucher_in(channel, "HALF", 50, percent=True, type=kind)
    checkout = hold(
        ready_checkout(channel, {listed: 1}, actor=buyer), held(quoted, 10, 9_000, delivery=8_000), actor=buyer
    )
    before = pricing_of(checkout)
    anew(promo_code_add, checkout_id=checkout.pk, promo_code="HALF", actor=buyer)
    after = pricing_of(checkout)
    held_group = next(group for group in after.groups if group.is_held)
    assert (held_group.subtotal.gross.amount, held_group.shipping.gross.amount) == (90_000, 8_000)
    goods = 10_000 if kind == "entire_order" else before.shipping.gross.amount - 8_000
    assert before.total.gross.amount - after.total.gross.amount == after.discount.gross.amount == goods / 2
    CheckoutLine.objects.filter(variant=listed).delete()
    left = pricing_of(checkout)
    assert left.voucher is not None
    assert isinstance(left.voucher.refusal, VoucherNotApplicable)
    assert left.total.gross.amount == 98_000


def test_a_checkout_holds_no_more_lines_than_ever(channel: Any, buyer: Actor, settings: Any) -> None:
    settings.CHECKOUT_LINE_LIMIT = 2
    variant = variant_on_sale(channel)
    checkout = open_checkout(channel, {variant: 1}, actor=buyer)
    hold(checkout, held(variant, 1, 1), actor=buyer)
    hold(checkout, held(variant, 2, 1), actor=buyer)
    with pytest.raises(TooManyLines):
        hold(checkout, held(variant, 1, 1, reference="another"), actor=buyer)


@pytest.mark.parametrize(
    "half", [{"held_unit_price": 1}, {"held_until": "now"}, {"held_delivery": 1}, {"held_reference": "a"}, {"held_note": "a"}]
)  # fmt: skip
def test_the_database_keeps_no_half_of_a_held_price(channel: Any, half: dict[str, Any]) -> None:
    line = open_checkout(channel, {variant_on_sale(channel): 1}).lines.get()
    with pytest.raises(IntegrityError, match="checkout_line_held_whole"), transaction.atomic():
        CheckoutLine.objects.filter(pk=line.pk).update(
            **{name: clock.now() if value == "now" else value for name, value in half.items()}
        )


def test_the_database_keeps_a_reference_once_in_a_checkout(channel: Any, buyer: Actor) -> None:
    variant = variant_on_sale(channel)
    checkout = hold(open_checkout(channel, {}, actor=buyer), held(variant, 1, 1), actor=buyer)
    line = checkout.lines.get()
    line.pk = None
    line._state.adding = True
    with pytest.raises(IntegrityError, match="checkout_line_held_once"), transaction.atomic():
        line.save(force_insert=True)


charges = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 100_000).map(Decimal)), max_size=12)


@given(charges)
def test_each_quote_charges_its_delivery_once(rows: list[tuple[str, Decimal]]) -> None:
    total = held_delivery_of(rows)
    assert total == held_delivery_of([*rows, *rows]) == held_delivery_of(reversed(rows))
    assert total == sum(held_delivery_of([row for row in rows if row[0] == quote]) for quote in "abc")
    assert total >= max((charge for _, charge in rows), default=0)


@given(unit=st.integers(0, 5_000_000), quantity=st.integers(1, 500), listed=st.integers(0, 5_000_000))
def test_a_held_price_never_changes_with_the_list(unit: int, quantity: int, listed: int) -> None:
    with transaction.atomic():
        reset_lock_order()
        channel, user = ChannelFactory(), UserFactory()
        buyer = Actor(user_id=user.pk, email=user.email)
        variant = variant_on_sale(channel, price=listed, stock=1_000)
        checkout = hold(open_checkout(channel, {}, actor=buyer), held(variant, quantity, unit), actor=buyer)
        pricing = pricing_of(checkout)
        assert pricing.subtotal.gross.amount == unit * quantity
        assert pricing.total.gross == sum((row.total.gross for row in pricing.lines), pricing.shipping.gross)
        transaction.set_rollback(True)


def test_placing_it_again_gives_the_same_order(channel: Any, buyer: Actor) -> None:
    checkout = hold(
        ready_checkout(channel, {}, actor=buyer), held(variant_on_sale(channel, is_service=True), 2, 5_000), actor=buyer
    )
    orders = {anew(checkout_complete, checkout_id=checkout.pk, actor=buyer).pk for _ in range(2)}
    assert len(orders) == Order.objects.count() == 1
