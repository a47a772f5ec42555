"""Quantity prices in the basket and in the order it becomes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew, held, hold, open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.promotions import voucher_in
from market.catalog.models import QuantityPrice, VariantChannelListing
from market.checkout.errors import TotalChanged
from market.checkout.rules import LineChange, LineRequest
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.lines_add import lines_add
from market.checkout.services.lines_update import lines_update
from market.checkout.services.promo_code_add import promo_code_add
from market.core.actor import ANONYMOUS, Actor
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
READ = """query($id: ID!) { checkout(id: $id) { lines { quantity unitPrice { gross { amount } } undiscountedUnitPrice { amount }
  quantityPrice { minimumQuantity unitPrice { amount } missingQuantity saving { amount } }
  nextQuantityPrice { minimumQuantity unitPrice { amount } missingQuantity saving { amount } } } } }"""


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def stepped(channel: Any, *steps: tuple[int, int], **product: Any) -> Any:
    variant = variant_on_sale(channel, **{"price": 10_000, "stock": 1_000, **product})
    for minimum, price in steps:
        QuantityPrice.objects.create(variant=variant, channel=channel, minimum_quantity=minimum, price_amount=price)
    return variant


def pricing_of(checkout: Any) -> Pricing:
    return pricing_get(checkout=checkout)


@pytest.mark.parametrize(("pieces", "unit"), [(1, 10_000), (29, 10_000), (30, 9_000), (99, 9_000), (100, 8_000)])
def test_a_line_costs_what_its_quantity_costs(channel: Any, pieces: int, unit: int) -> None:
    checkout = open_checkout(channel, {stepped(channel, (30, 9_000), (100, 8_000)): pieces})
    (line,) = pricing_of(checkout).lines
    assert (line.unit.gross.amount, line.total.gross.amount) == (unit, unit * pieces)
    assert line.undiscounted.amount == 10_000
    assert line.total.net + line.total.tax == line.total.gross


def test_all_pieces_of_a_variant_count_but_those_of_a_quote(channel: Any) -> None:
    user = UserFactory()
    buyer = Actor(user_id=user.pk, email=user.email)
    variant = stepped(channel, (30, 9_000))
    checkout = open_checkout(channel, {variant: 20}, actor=buyer)
    hold(checkout, held(variant, 50, 8_500), actor=buyer)
    assert {row.unit.gross.amount for row in pricing_of(checkout).lines} == {10_000, 8_500}
    anew(lines_add, checkout_id=checkout.pk, lines=[LineRequest(variant.pk, 10, force_new_line=True)], actor=buyer)
    units = [(row.line.quantity, row.unit.gross.amount) for row in pricing_of(checkout).lines]
    assert units == [(20, 9_000), (50, 8_500), (10, 9_000)]


@pytest.mark.parametrize(("discounted", "unit"), [(9_500, 9_000), (8_500, 8_500)])
def test_the_lower_of_a_campaigns_and_a_quantitys_price_counts(channel: Any, discounted: int, unit: int) -> None:
    variant = stepped(channel, (30, 9_000), discounted=discounted)
    assert pricing_of(open_checkout(channel, {variant: 30})).lines[0].unit.gross.amount == unit
    assert pricing_of(open_checkout(channel, {variant: 29})).lines[0].unit.gross.amount == discounted


def test_another_channels_steps_do_not_count(channel: Any) -> None:
    variant, other = stepped(channel), ChannelFactory(slug="other")
    QuantityPrice.objects.create(variant=variant, channel=other, minimum_quantity=2, price_amount=1)
    assert pricing_of(open_checkout(channel, {variant: 30})).lines[0].unit.gross.amount == 10_000


def test_a_voucher_comes_off_the_quantity_price_and_the_order_keeps_it(channel: Any) -> None:
    variant = stepped(channel, (30, 9_000))
    voucher_in(channel, "TENTH", 10, percent=True)
    checkout = ready_checkout(channel, {variant: 30})
    anew(promo_code_add, checkout_id=checkout.pk, promo_code="TENTH", actor=ANONYMOUS)
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    line = order.lines.get()
    assert (line.undiscounted_unit_price, line.unit_price_gross) == (10_000, 9_000)
    assert (line.total_gross, line.discount_gross) == (243_000, 27_000)


def test_a_step_that_went_is_told_before_more_is_charged(channel: Any) -> None:
    variant = stepped(channel, (30, 9_000))
    checkout = ready_checkout(channel, {variant: 30})
    QuantityPrice.objects.all().delete()
    with pytest.raises(TotalChanged):
        anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    assert anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS).lines.get().unit_price_gross == 10_000


def test_the_basket_tells_the_step_it_took_and_the_next(graphql: Any, channel: Any) -> None:
    variant = stepped(channel, (30, 9_000), (100, 8_000))
    checkout = open_checkout(channel, {variant: 20})
    key = {"id": to_global_id("Checkout", checkout.pk)}
    (line,) = graphql(READ, key)["data"]["checkout"]["lines"]
    assert line["quantityPrice"] is None
    assert line["nextQuantityPrice"] == {
        "minimumQuantity": 30, "unitPrice": {"amount": 9_000}, "missingQuantity": 10, "saving": {"amount": 1_000},
    }  # fmt: skip
    grown = LineChange(variant_id=variant.pk, quantity=40)
    anew(lines_update, checkout_id=checkout.pk, changes=[grown], actor=ANONYMOUS)
    (line,) = graphql(READ, key)["data"]["checkout"]["lines"]
    assert line["quantityPrice"] == {
        "minimumQuantity": 30, "unitPrice": {"amount": 9_000}, "missingQuantity": 0, "saving": {"amount": 1_000},
    }  # fmt: skip
    assert line["nextQuantityPrice"]["missingQuantity"] == 60
    assert (line["unitPrice"]["gross"]["amount"], line["undiscountedUnitPrice"]["amount"]) == (9_000, 10_000)


def test_a_held_line_tells_no_step(graphql: Any, channel: Any) -> None:
    user = UserFactory()
    buyer = Actor(user_id=user.pk, email=user.email)
    variant = stepped(channel, (30, 9_000))
    checkout = hold(open_checkout(channel, {}, actor=buyer), held(variant, 20, 9_900), actor=buyer)
    (line,) = graphql(READ, {"id": to_global_id("Checkout", checkout.pk)}, user=user)["data"]["checkout"]["lines"]
    assert (line["quantityPrice"], line["nextQuantityPrice"]) == (None, None)


def test_steps_cost_a_basket_no_statement(statements_of: Any, channel: Any) -> None:
    plain = open_checkout(channel, {variant_on_sale(channel): 30})
    rich = open_checkout(channel, {stepped(channel, (2, 9_000), (30, 8_000)): 30, stepped(channel, (3, 7_000)): 3})
    counts = [len(statements_of(READ, {"id": to_global_id("Checkout", row.pk)})) for row in (plain, rich)]
    assert counts[0] == counts[1]


wishes = st.lists(st.tuples(st.integers(2, 60), st.integers(1, 9_999)), max_size=4, unique_by=lambda step: step[0])


@given(steps=wishes, pieces=st.integers(1, 80), discounted=st.none() | st.integers(1, 10_000))
def test_no_piece_costs_more_than_its_price_of_now_and_sums_agree(
    steps: list[tuple[int, int]], pieces: int, discounted: int | None
) -> None:
    with transaction.atomic():
        channel = ChannelFactory()
        variant = stepped(channel, *steps, discounted=discounted)
        first, more = (
            pricing_of(anew(open_checkout, channel=channel, quantities={variant: count}))
            for count in (pieces, pieces + 1)
        )
        assert more.lines[0].unit.gross <= first.lines[0].unit.gross
        listing = VariantChannelListing.objects.get(variant=variant)
        reached = [Decimal(price) for minimum, price in steps if minimum <= pieces]
        lowest = min([listing.price_amount, listing.discounted_price_amount or listing.price_amount, *reached])
        assert first.lines[0].unit.gross.amount == lowest
        assert first.subtotal.gross.amount == lowest * pieces
        assert first.subtotal.net + first.subtotal.tax == first.subtotal.gross
        transaction.set_rollback(True)
