"""What can be bought goes in, what cannot is told; nothing is sold twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import F

from factories.applications import actor_of
from factories.baskets import shared_list
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew, held, hold, open_checkout
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.procurement import agency_member
from market.agencies.models import Department
from market.agencies.permissions import AgencyAbility
from market.baskets.errors import TooManyItems
from market.baskets.models import SharedListItem
from market.baskets.rules import Standing
from market.baskets.selectors.buyables import Wish
from market.baskets.services.basket_fill import Filling, basket_fill
from market.baskets.services.list_to_checkout import list_to_checkout, order_again
from market.catalog.models import Product, ProductChannelListing, VariantChannelListing
from market.checkout.models import Checkout, CheckoutLine
from market.core.errors import InvalidInput, NotFound, PermissionDenied
from market.inventory.models import Stock

pytestmark = pytest.mark.django_db


def told(filling: Filling) -> dict[int, tuple[Standing, int]]:
    return {one.wish.variant_id: (one.standing, one.wish.quantity) for one in (*filling.added, *filling.left_out)}


def lying(checkout: Any) -> dict[int, int]:
    return dict(CheckoutLine.objects.filter(checkout=checkout).values_list("variant_id", "quantity"))


def fill(channel: Any, actor: Any, *wishes: Wish, **given: Any) -> Filling:
    return anew(basket_fill, wishes=wishes, channel=channel, actor=actor, **given)  # type: ignore[no-any-return]


def test_every_reason_is_told_and_the_rest_goes_in() -> None:
    channel, actor = public_channel(), actor_of(agency_member().user)
    good, few, none_left = (variant_on_sale(channel, stock=stock) for stock in (5, 2, 0))
    dozen = variant_on_sale(channel, minimum_order_quantity=12)
    quote = variant_on_sale(channel, is_quote_only=True)
    limited = variant_on_sale(channel)
    limited.quantity_limit_per_customer = 3
    limited.save()
    hidden = variant_on_sale(channel)
    ProductChannelListing.objects.filter(product=hidden.product).update(is_published=False)
    citizens_only = variant_on_sale(ChannelFactory())
    everything = (good, few, none_left, dozen, quote, limited, hidden, citizens_only)
    filling = fill(channel, actor, *(Wish(variant.pk, 5) for variant in everything), Wish(10**9, 1))
    assert told(filling) == {
        good.pk: (Standing.BUYABLE, 5), few.pk: (Standing.LESS_STOCK, 5), none_left.pk: (Standing.SOLD_OUT, 5),
        dozen.pk: (Standing.BELOW_MINIMUM, 5), quote.pk: (Standing.QUOTE_ONLY, 5), limited.pk: (Standing.ABOVE_LIMIT, 5),
        hidden.pk: (Standing.GONE, 5), citizens_only.pk: (Standing.GONE, 5), 10**9: (Standing.GONE, 1),
    }  # fmt: skip
    assert filling.checkout is not None
    assert lying(filling.checkout) == {good.pk: 5}
    assert filling.checkout.user_id == actor.user_id


def test_a_basket_that_is_there_grows_and_counts() -> None:
    channel, actor = public_channel(), actor_of(agency_member().user)
    variant, dozen = variant_on_sale(channel, stock=5), variant_on_sale(channel, minimum_order_quantity=12)
    basket = open_checkout(channel, {variant: 3, dozen: 12}, actor=actor)
    filling = fill(channel, actor, Wish(variant.pk, 2), Wish(dozen.pk, 1), checkout_id=basket.pk)
    assert lying(basket) == {variant.pk: 5, dozen.pk: 13}, "the minimum is met together"
    filling = fill(channel, actor, Wish(variant.pk, 1), checkout_id=basket.pk, takes_less=True)
    assert told(filling) == {variant.pk: (Standing.LESS_STOCK, 1)}
    assert lying(basket) == {variant.pk: 5, dozen.pk: 13}


def test_what_a_quote_holds_needs_stock_too() -> None:
    channel, actor = public_channel(), actor_of(agency_member().user)
    variant = variant_on_sale(channel, stock=5)
    basket = open_checkout(channel, {}, actor=actor)
    hold(basket, held(variant, 4, 9_000), actor=actor)
    filling = fill(channel, actor, Wish(variant.pk, 3), checkout_id=basket.pk, takes_less=True)
    assert told(filling) == {variant.pk: (Standing.BUYABLE, 1)}
    assert sum(line.quantity for line in CheckoutLine.objects.filter(checkout=basket)) == 5


def test_what_there_is_can_be_taken() -> None:
    channel, actor = public_channel(), actor_of(agency_member().user)
    few = variant_on_sale(channel, stock=2)
    assert fill(channel, actor, Wish(few.pk, 5)).checkout is None
    filling = fill(channel, actor, Wish(few.pk, 5), takes_less=True)
    assert lying(filling.checkout) == {few.pk: 2}


def test_one_thing_named_twice_is_asked_for_once() -> None:
    channel, actor = public_channel(), actor_of(agency_member().user)
    variant = variant_on_sale(channel, stock=5)
    assert told(fill(channel, actor, Wish(variant.pk, 3), Wish(variant.pk, 3))) == {
        variant.pk: (Standing.LESS_STOCK, 6)
    }


def test_nobody_fills_anothers_basket_nor_one_of_another_channel() -> None:
    channel, actor = public_channel(), actor_of(agency_member().user)
    variant = variant_on_sale(channel)
    for basket in (
        open_checkout(channel, {}, actor=actor_of(agency_member().user)),
        open_checkout(ChannelFactory(), {}, actor=actor),
    ):
        with pytest.raises(NotFound):
            fill(channel, actor, Wish(variant.pk, 1), checkout_id=basket.pk)
        assert lying(basket) == {}
    for quantity in (0, -1, 10_000):
        with pytest.raises(InvalidInput):
            fill(channel, actor, Wish(variant.pk, quantity))
    with pytest.raises(TooManyItems):
        fill(channel, actor, *[Wish(variant.pk, 1)] * 301)


def test_no_more_lines_than_a_basket_holds(settings: Any) -> None:
    settings.CHECKOUT_LINE_LIMIT = 2
    channel, actor = public_channel(), actor_of(agency_member().user)
    variants = [variant_on_sale(channel) for _ in range(3)]
    with pytest.raises(TooManyItems):
        fill(channel, actor, *(Wish(variant.pk, 1) for variant in variants))
    assert not Checkout.objects.exists()
    basket = fill(channel, actor, *(Wish(variant.pk, 1) for variant in variants[:2])).checkout
    assert basket is not None
    with pytest.raises(TooManyItems):
        fill(channel, actor, Wish(variants[2].pk, 1), checkout_id=basket.pk)
    fill(channel, actor, Wish(variants[0].pk, 1), checkout_id=basket.pk)
    assert sorted(lying(basket).values()) == [1, 2]


def test_a_list_fills_a_basket_and_tells_changed_prices() -> None:
    channel, member = public_channel(), agency_member()
    actor = actor_of(member.user)
    paper, glue = variant_on_sale(channel, price=20_000), variant_on_sale(channel, price=1_000)
    row = shared_list(member, {paper: 10, glue: 3})
    VariantChannelListing.objects.filter(variant=paper).update(price_amount=22_000)
    filling = anew(list_to_checkout, list_id=row.pk, actor=actor)
    assert [(one.is_price_changed, int(one.unit.amount)) for one in filling.added] == [(True, 22_000), (False, 1_000)]
    assert lying(filling.checkout) == {paper.pk: 10, glue.pk: 3}
    assert int(SharedListItem.objects.get(variant=paper).seen_price or 0) == 22_000, "told once"
    part = anew(list_to_checkout, list_id=row.pk, actor=actor, quantities={glue.pk: 1})
    assert lying(part.checkout) == {glue.pk: 1}
    with pytest.raises(NotFound):
        anew(list_to_checkout, list_id=row.pk, actor=actor, quantities={glue.pk: 1, 10**9: 1})


def test_only_who_asks_for_purchases_fills_a_basket_from_a_list() -> None:
    channel, member = public_channel(), agency_member()
    row = shared_list(member, {variant_on_sale(channel): 1}, is_of_all=True)
    approver = agency_member(member.agency, AgencyAbility.APPROVE)
    with pytest.raises(PermissionDenied):
        anew(list_to_checkout, list_id=row.pk, actor=actor_of(approver.user))
    with pytest.raises(NotFound):
        anew(list_to_checkout, list_id=row.pk, actor=actor_of(agency_member().user))
    assert not Checkout.objects.exists()


def test_an_order_is_repeated_as_it_can_be_now() -> None:
    channel = public_channel()
    member = agency_member()
    paper, gone, few = (
        variant_on_sale(channel, price=20_000),
        variant_on_sale(channel),
        variant_on_sale(channel, stock=9),
    )
    order = placed_order(channel, {paper: 2, gone: 1, few: 6}, user=member.user)
    VariantChannelListing.objects.filter(variant=paper).update(price_amount=19_000)
    Product.objects.filter(pk=gone.product_id).update(is_quote_only=True)
    Stock.objects.filter(variant=few).update(quantity=F("quantity_allocated") + 1)
    filling = anew(order_again, order_id=order.pk, actor=actor_of(member.user))
    assert told(filling) == {
        paper.pk: (Standing.BUYABLE, 2),
        gone.pk: (Standing.QUOTE_ONLY, 1),
        few.pk: (Standing.LESS_STOCK, 6),
    }
    (again,) = filling.added
    assert again.wish.seen is not None
    assert (int(again.wish.seen.amount), again.unit and int(again.unit.amount)) == (20_000, 19_000)
    part = anew(order_again, order_id=order.pk, actor=actor_of(member.user), quantities={few.pk: 1})
    assert lying(part.checkout) == {few.pk: 1}


def test_orders_of_others_are_not_there() -> None:
    channel, member = public_channel(), agency_member()
    department = Department.objects.create(agency=member.agency, name="회계과")
    member.department = department
    member.save()
    order = placed_order(channel, {variant_on_sale(channel): 1}, user=member.user)
    colleague = agency_member(member.agency, AgencyAbility.REQUEST, department=department)
    elsewhere = agency_member(
        member.agency,
        AgencyAbility.REQUEST,
        department=Department.objects.create(agency=member.agency, name="도로과"),
    )
    approver = agency_member(member.agency, AgencyAbility.APPROVE, department=department)
    assert anew(order_again, order_id=order.pk, actor=actor_of(colleague.user)).checkout is not None
    for stranger in (elsewhere, agency_member()):
        with pytest.raises(NotFound):
            anew(order_again, order_id=order.pk, actor=actor_of(stranger.user))
    with pytest.raises(PermissionDenied):
        anew(order_again, order_id=order.pk, actor=actor_of(approver.user))
    citizens = ChannelFactory()
    own = placed_order(citizens, {variant_on_sale(citizens): 1}, user=member.user)
    with pytest.raises(NotFound):
        anew(order_again, order_id=own.pk, actor=actor_of(member.user))
