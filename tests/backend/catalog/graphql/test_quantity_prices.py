"""Quantity prices: who sets them, what waits for a review, and what shoppers see of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.accounts import UserFactory, codes, staff_with
from factories.channels import ChannelFactory
from factories.goods import DIFFERENCE, LISTING_UPDATE, PRICE_UPDATE, answer_of, change, decide, gid, on_sale
from factories.vendors import SellerFactory, member_of
from market.catalog.models import ProductProposal, QuantityPrice, VariantChannelListing
from market.core import catalogue_version
from market.core.models import OutboxEvent
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db
UPDATE = """mutation ($id: ID!, $input: [VariantQuantityPricesInput!]!) { variantQuantityPricesUpdate(id: $id, input: $input) {
  variant { channelListings { channel { slug } quantityPrices { minimumQuantity price { amount } } } }
  proposal { id } errors { field code message channels } } }"""
SHOWN = """query ($id: ID!, $channel: String!) { product(id: $id, channel: $channel) { variants {
  pricing { price { gross { amount } } } quantityPrices { minimumQuantity price { gross { amount } net { amount } tax { amount } } } } } }"""
LIST = """query ($channel: String!, $first: Int!) { products(channel: $channel, first: $first) { edges { node {
  variants { quantityPrices { minimumQuantity } channelListings { quantityPrices { minimumQuantity } } } } } } }"""


@pytest.fixture
def staff() -> Any:
    return staff_with(MANAGE_PRODUCTS)


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def product(channel: Any) -> Any:
    return on_sale(channel, price=10_000)


@pytest.fixture
def member(product: Any) -> Any:
    return member_of(product.vendor)


def entry(channel: Any, *steps: tuple[int, int]) -> dict[str, Any]:
    return {
        "channelId": gid(channel),
        "prices": [{"minimumQuantity": minimum, "price": price} for minimum, price in steps],
    }


def put(graphql: Any, user: Any, product: Any, channel: Any, *steps: tuple[int, int]) -> dict[str, Any]:
    given = {"id": gid(product.variants.get()), "input": [entry(channel, *steps)]}
    return answer_of(graphql(UPDATE, given, user=user))


def kept() -> list[tuple[int, int]]:
    return [(row.minimum_quantity, int(row.price_amount)) for row in QuantityPrice.objects.order_by("minimum_quantity")]


def shown(graphql: Any, product: Any, channel: Any) -> list[tuple[int, int]]:
    answer = graphql(SHOWN, {"id": gid(product), "channel": channel.slug})["data"]["product"]
    return [
        (step["minimumQuantity"], step["price"]["gross"]["amount"]) for step in answer["variants"][0]["quantityPrices"]
    ]


def test_a_member_sets_them_and_shoppers_see_them_at_once(
    graphql: Any, member: Any, product: Any, channel: Any
) -> None:
    assert shown(graphql, product, channel) == []
    version = catalogue_version.current()
    answer = put(graphql, member, product, channel, (100, 8_000), (30, 9_000))
    assert (answer["errors"], answer["proposal"]) == ([], None)
    (listing,) = answer["variant"]["channelListings"]
    assert [row["minimumQuantity"] for row in listing["quantityPrices"]] == [30, 100]
    assert kept() == shown(graphql, product, channel) == [(30, 9_000), (100, 8_000)]
    assert catalogue_version.current() != version
    assert OutboxEvent.objects.filter(topic="catalog.products_changed").exists()
    answer = graphql(SHOWN, {"id": gid(product), "channel": channel.slug})["data"]["product"]["variants"][0]
    price = answer["quantityPrices"][0]["price"]
    assert price["net"]["amount"] + price["tax"]["amount"] == price["gross"]["amount"] == 9_000


def test_what_makes_a_quantity_dearer_waits_for_staff(
    graphql: Any, member: Any, staff: Any, product: Any, channel: Any
) -> None:
    put(graphql, member, product, channel, (30, 9_000), (100, 8_000))
    answer = put(graphql, member, product, channel, (50, 9_000))
    assert answer["errors"] == []
    assert answer["proposal"] is not None
    assert kept() == [(30, 9_000), (100, 8_000)]
    document = f"query ($id: ID!) {{ productChangeProposal(id: $id) {{ changes {{ {DIFFERENCE} }} }} }}"
    proposal = ProductProposal.objects.get()
    (said,) = answer_of(graphql(document, {"id": gid(proposal)}, user=member))["changes"]
    assert said["label"].split(" · ")[1] == "수량 단가"
    assert (said["oldText"], said["newText"]) == ("30개부터 9000, 100개부터 8000", "50개부터 9000")
    assert decide(graphql, staff, "Approve", proposal, version=proposal.version)["errors"] == []
    assert kept() == [(50, 9_000)]


def test_setting_what_is_there_takes_back_what_waits(graphql: Any, member: Any, product: Any, channel: Any) -> None:
    put(graphql, member, product, channel, (30, 9_000))
    put(graphql, member, product, channel)
    assert ProductProposal.objects.get().status == "open"
    put(graphql, member, product, channel, (30, 9_000))
    assert ProductProposal.objects.get().status == "withdrawn"
    assert kept() == [(30, 9_000)]


def test_staff_take_them_out_at_once(graphql: Any, staff: Any, product: Any, channel: Any) -> None:
    put(graphql, staff, product, channel, (30, 9_000))
    answer = put(graphql, staff, product, channel)
    assert (answer["errors"], answer["proposal"], kept()) == ([], None, [])


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([(30, 10_000)], "below the price"),
        ([(30, 0)], "above zero"),
        ([(1, 9_000)], "Quantities are 2"),
        ([(0, 9_000)], "Quantities are 2"),
        ([(-5, 9_000)], "Quantities are 2"),
        ([(10_000, 9_000)], "Quantities are 2"),
        ([(30, 9_000), (30, 8_000)], "fall as"),
        ([(30, 8_000), (40, 8_000)], "fall as"),
        ([(30, 8_000), (40, 9_000)], "fall as"),
        ([(30, 9_000.5)], "decimal places"),
        ([(minimum, 9_000 - minimum) for minimum in range(2, 13)], "At most 10"),
    ],
)
def test_what_is_no_quantity_price_is_refused_and_nothing_is_kept(
    graphql: Any, member: Any, product: Any, channel: Any, steps: list[tuple[int, int]], words: str
) -> None:
    put(graphql, member, product, channel, (50, 9_500))
    given = {"id": gid(product.variants.get()), "input": [entry(channel, *steps)]}
    (error,) = answer_of(graphql(UPDATE, given, user=member, language="en"))["errors"]
    assert (error["field"], error["code"], error["channels"]) == ("quantityPrices", "INVALID_PRICE", [gid(channel)])
    assert words in error["message"]
    (korean,) = answer_of(graphql(UPDATE, given, user=member))["errors"]
    assert korean["message"] != error["message"]
    assert kept() == [(50, 9_500)]
    assert not ProductProposal.objects.exists()


def test_a_channel_without_a_price_and_one_named_twice_are_refused(
    graphql: Any, member: Any, product: Any, channel: Any
) -> None:
    other, variant = ChannelFactory(slug="other"), product.variants.get()
    for given, code in (
        ([entry(other, (30, 9_000))], "INVALID_PRICE"),
        ([entry(channel, (30, 9_000)), entry(channel)], "DUPLICATED_INPUT_ITEM"),
        ([{**entry(channel, (30, 9_000)), "channelId": "Q2hhbm5lbDo5OTk5OTk="}], "NOT_FOUND"),
    ):
        answer = answer_of(graphql(UPDATE, {"id": gid(variant), "input": given}, user=member))
        assert [error["code"] for error in answer["errors"]] == [code], given
    assert kept() == []


def test_nobody_else_sets_them(graphql: Any, product: Any, channel: Any) -> None:
    clerk, foreign = member_of(product.vendor, VendorRole.CLERK), member_of(SellerFactory())
    given = {"id": gid(product.variants.get()), "input": [entry(channel, (30, 9_000))]}
    assert codes(answer_of(graphql(UPDATE, given, user=foreign))) == [("id", "NOT_FOUND")]
    for user in (None, UserFactory(), clerk):
        (error,) = graphql(UPDATE, given, user=user)["errors"]
        assert error["extensions"]["exception"]["code"] == "PermissionDenied"
    assert kept() == []


def test_a_price_of_now_hides_the_steps_it_undercuts(graphql: Any, staff: Any, product: Any, channel: Any) -> None:
    put(graphql, staff, product, channel, (30, 9_000), (100, 8_000))
    VariantChannelListing.objects.update(discounted_price_amount=8_500)
    catalogue_version.bump()
    assert shown(graphql, product, channel) == [(100, 8_000)]
    assert kept() == [(30, 9_000), (100, 8_000)]


def test_they_go_with_the_price(graphql: Any, staff: Any, product: Any, channel: Any) -> None:
    variant = product.variants.get()
    for removal in (
        {"updateChannels": [{"channelId": gid(channel), "removeVariants": [gid(variant)]}]},
        {"removeChannels": [gid(channel)]},
    ):
        with transaction.atomic():
            put(graphql, staff, product, channel, (30, 9_000))
            assert kept() == [(30, 9_000)]
            answer = answer_of(graphql(LISTING_UPDATE, {"id": gid(product), "input": removal}, user=staff))
            assert answer["errors"] == []
            assert kept() == []
            transaction.set_rollback(True)


def test_a_higher_price_of_one_leaves_them(graphql: Any, staff: Any, product: Any, channel: Any) -> None:
    put(graphql, staff, product, channel, (30, 9_000))
    given = {"id": gid(product.variants.get()), "input": [{"channelId": gid(channel), "price": 12_000}]}
    assert answer_of(graphql(PRICE_UPDATE, given, user=staff))["errors"] == []
    assert kept() == shown(graphql, product, channel) == [(30, 9_000)]
    assert change(graphql, staff, product, name="다른 이름")["errors"] == []
    assert kept() == [(30, 9_000)]


def test_they_cost_lists_a_fixed_number_of_statements(
    graphql: Any, staff: Any, channel: Any, assert_constant_queries: Any
) -> None:
    for price in range(10_000, 10_006):
        put(graphql, staff, on_sale(channel, price=price), channel, (30, 9_000))
    few, many = ({"channel": channel.slug, "first": first} for first in (1, 6))
    assert assert_constant_queries(LIST, few, many, user=staff) <= 16


@pytest.mark.parametrize(
    ("broken", "constraint"),
    [
        ({"minimum_quantity": 1}, "quantity_price_from_two"),
        ({"price_amount": 0}, "quantity_price_positive"),
        ({}, "quantity_price_once"),
    ],
)
def test_the_database_keeps_no_wrong_step(product: Any, channel: Any, broken: dict[str, int], constraint: str) -> None:
    values = {"minimum_quantity": 30, "price_amount": 9_000} | broken
    variant = product.variants.get()
    rows = [QuantityPrice(variant=variant, channel=channel, **values) for _ in range(2)]
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        QuantityPrice.objects.bulk_create(rows)
