"""What public buyers find: to the won and to the day, as the estimate beside it says, and never longer than it is true."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.certificates import TODAY, Clock, actor_of, hold
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.shipping import RemoteAreaFactory, parcel_in
from factories.vendors import SellerFactory, member_of
from market.catalog.models import ProductVariant, QuantityPrice, VariantChannelListing
from market.channels.models import Channel
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_PRODUCTS, MANAGE_SHIPPING
from market.inventory.models import Stock
from market.inventory.rules import Wanted
from market.inventory.services.stock_allocate import stock_allocate
from market.shipping.models import PostalCodeRule, ShippingMethod
from market.shipping.services.method_save import method_update
from market.vendors.services.holiday_set import holiday_set

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
Ask = Callable[..., Any]
SEOUL, JEJU = "04524", "63001"
FOUND = """query($filter: ProductFilterInput, $quantity: PositiveInt, $place: String) {
  products(first: 100, channel: "citizen", filter: $filter) { totalCount edges { node { slug
    countsFor { scheme { code } validUntil needsItemCheck certificates { number } }
    purchaseEstimate(quantity: $quantity, postalCode: $place) { variantId quantity isRaised unitPrice { amount }
      goods { gross { amount } net { amount } } delivery { gross { amount } } total { gross { amount } tax { amount } }
      isService orderableOn dispatchedOn arrivesOn obstacles buyingRoutes { code quotes needsOwnProduction } } } } }
  productFacets(channel: "citizen", filter: $filter) { totalCount duties { scheme { code } count } } }"""


@pytest.fixture
def channel() -> Channel:
    return ChannelFactory()


@pytest.fixture
def parcel(channel: Channel) -> ShippingMethod:
    RemoteAreaFactory()
    return parcel_in(channel, minimum_delivery_days=1, maximum_delivery_days=2)


def ask(graphql: Ask, quantity: int = 1, place: str | None = None, **narrowed: Any) -> dict[str, Any]:
    answer = graphql(FOUND, {"filter": narrowed, "quantity": quantity, "place": place})
    assert "errors" not in answer, answer["errors"]
    assert answer["data"]["productFacets"]["totalCount"] == answer["data"]["products"]["totalCount"]
    return answer["data"]


def found(graphql: Ask, **narrowed: Any) -> set[str]:
    return {edge["node"]["slug"] for edge in ask(graphql, **narrowed)["products"]["edges"]}


def estimate(graphql: Ask, quantity: int = 1, place: str | None = None) -> dict[str, Any]:
    ((edge),) = ask(graphql, quantity, place)["products"]["edges"]
    return edge["node"]["purchaseEstimate"]


def budget(amount: int, quantity: int = 1, place: str | None = None) -> dict[str, Any]:
    return {"fitsBudget": {"amount": amount, "quantity": quantity, "postalCode": place}}


def by(day: str, quantity: int = 1, place: str = SEOUL) -> dict[str, Any]:
    return {"deliversBy": {"date": day, "postalCode": place, "quantity": quantity}}


@pytest.mark.usefixtures("parcel")
@pytest.mark.parametrize(
    ("quantity", "place", "cost"),
    [
        (1, None, 13_000),
        (4, SEOUL, 43_000),
        (5, None, 50_000),  # from here delivery is free
        (5, JEJU, 53_000),  # but not the surcharge
        (4, JEJU, 46_000),
    ],
)
def test_a_budget_fits_to_the_won(graphql: Ask, channel: Channel, quantity: int, place: str | None, cost: int) -> None:
    product = variant_on_sale(channel, price=12_000, discounted=10_000).product
    assert found(graphql, **budget(cost, quantity, place)) == {product.slug}
    assert found(graphql, **budget(cost - 1, quantity, place)) == set()
    assert estimate(graphql, quantity, place)["total"]["gross"]["amount"] == cost


def test_a_listed_price_of_delivery_counts_for_all(graphql: Ask, channel: Channel) -> None:
    parcel_in(channel, price=2_500)
    variant_on_sale(channel, price=60_000)
    assert found(graphql, **budget(62_499)) == set()
    assert len(found(graphql, **budget(62_500))) == 1


@pytest.mark.usefixtures("parcel")
def test_the_smallest_order_has_to_fit(graphql: Ask, channel: Channel) -> None:
    variant_on_sale(channel, price=10_000, minimum_order_quantity=3)
    assert found(graphql, **budget(32_999)) == set()
    assert len(found(graphql, **budget(33_000))) == 1
    shown = estimate(graphql)
    assert (shown["quantity"], shown["isRaised"]) == (3, True)


@pytest.mark.usefixtures("parcel")
def test_what_has_no_price_or_cannot_be_had_in_the_quantity_fits_no_budget(graphql: Ask, channel: Channel) -> None:
    variant_on_sale(channel, is_quote_only=True)
    limited = variant_on_sale(channel)
    ProductVariant.objects.filter(pk=limited.pk).update(quantity_limit_per_customer=4)
    assert found(graphql, **budget(10**9, 4)) == {limited.product.slug}
    assert found(graphql, **budget(10**9, 5)) == set()
    edges = ask(graphql, 5)["products"]["edges"]
    assert sorted(edge["node"]["purchaseEstimate"]["obstacles"] for edge in edges) == [["ABOVE_LIMIT"], ["QUOTE_ONLY"]]


@pytest.mark.usefixtures("parcel")
def test_prices_by_the_quantity_count(graphql: Ask, channel: Channel) -> None:
    variant = variant_on_sale(channel, price=10_000)
    for pieces, price in ((10, 9_000), (30, 8_500)):
        QuantityPrice.objects.create(variant=variant, channel=channel, minimum_quantity=pieces, price_amount=price)
    assert found(graphql, **budget(93_000, 9)) == found(graphql, **budget(90_000, 10)) == {variant.product.slug}
    assert found(graphql, **budget(89_999, 10)) == found(graphql, **budget(254_999, 30)) == set()
    assert [estimate(graphql, pieces)["unitPrice"]["amount"] for pieces in (9, 10, 29, 30)] == [
        10_000, 9_000, 9_000, 8_500,
    ]  # fmt: skip
    # 2,588 pieces at 8,500 won are 19,998,182 won without VAT, one more is beyond 20,000,000.
    assert found(graphql, **route(1, quantity=2_588)) == {variant.product.slug}
    assert found(graphql, **route(1, quantity=2_589)) == set()


@pytest.mark.usefixtures("parcel")
def test_services_have_no_delivery(graphql: Ask, channel: Channel) -> None:
    variant_on_sale(channel, price=40_000, is_service=True, stock=None, tax_kind="exempt")
    assert len(found(graphql, **budget(40_000))) == 1
    assert estimate(graphql)["total"] == {"gross": {"amount": 40_000}, "tax": {"amount": 0}}


@pytest.mark.usefixtures("parcel")
def test_amounts_of_an_estimate_add_up(graphql: Ask, channel: Channel) -> None:
    variant_on_sale(channel, price=3_333)
    shown = estimate(graphql, 3)
    assert shown["goods"] == {"gross": {"amount": 9_999}, "net": {"amount": 9_090}}
    assert shown["delivery"] == {"gross": {"amount": 3_000}}
    assert shown["total"] == {"gross": {"amount": 12_999}, "tax": {"amount": 909 + 273}}


@pytest.mark.usefixtures("parcel")
@pytest.mark.parametrize(
    ("today", "lead", "place", "arrives"),
    [
        ("2026-09-08", 2, SEOUL, "2026-09-14"),
        ("2026-09-08", 2, JEJU, "2026-09-16"),
        ("2026-08-13", 1, SEOUL, "2026-08-19"),  # over 광복절 and its substitute
        ("2026-09-23", 0, SEOUL, "2026-09-29"),  # over 추석
    ],
)
def test_goods_arrive_to_the_day(
    graphql: Ask, channel: Channel, still: Clock, today: str, lead: int, place: str, arrives: str
) -> None:
    still.at(dt.date.fromisoformat(today))
    product = variant_on_sale(channel, dispatch_days=lead).product
    before = (dt.date.fromisoformat(arrives) - dt.timedelta(days=1)).isoformat()
    assert found(graphql, **by(arrives, place=place)) == {product.slug}
    assert found(graphql, **by(before, place=place)) == set()
    assert estimate(graphql, 1, place)["arrivesOn"] == arrives


@pytest.mark.usefixtures("parcel")
def test_holidays_put_the_day_off(graphql: Ask, channel: Channel) -> None:
    vendor = SellerFactory(holiday_from=dt.date(2026, 9, 9), holiday_until=dt.date(2026, 9, 11))
    variant_on_sale(channel, vendor=vendor, dispatch_days=1)
    open_one = variant_on_sale(channel, dispatch_days=1).product
    assert found(graphql, **by("2026-09-15")) == {open_one.slug}
    assert len(found(graphql, **by("2026-09-16"))) == 2


def test_pieces_have_to_be_there_from_where_it_is_sent(graphql: Ask, channel: Channel, parcel: ShippingMethod) -> None:
    variant = variant_on_sale(channel, stock=5)
    assert len(found(graphql, **by("2026-12-31", 5))) == 1
    assert found(graphql, **by("2026-12-31", 6)) == set()
    assert estimate(graphql, 6, SEOUL)["obstacles"] == ["NOT_ENOUGH"]
    Stock.objects.filter(variant=variant).update(quantity_allocated=1)
    assert found(graphql, **by("2026-12-31", 5)) == set()
    parcel.zone.warehouses.clear()
    assert found(graphql, **by("2026-12-31", 1)) == set()


def test_a_method_that_does_not_go_there_or_take_it_delivers_nothing(
    graphql: Ask, channel: Channel, parcel: ShippingMethod
) -> None:
    product = variant_on_sale(channel).product
    PostalCodeRule.objects.create(method=parcel, start="63000", end="63999")
    assert found(graphql, **by("2026-12-31", place=JEJU)) == set()
    assert found(graphql, **budget(10**6, place=JEJU)) == set()
    assert found(graphql, **by("2026-12-31")) == {product.slug}
    assert estimate(graphql, 1, JEJU)["obstacles"] == ["NOT_DELIVERED"]
    parcel.excluded_products.add(product)
    assert found(graphql, **by("2026-12-31")) == set()
    assert estimate(graphql, 1, SEOUL)["obstacles"] == ["NOT_DELIVERED"]


@pytest.mark.usefixtures("parcel")
def test_services_are_there_where_they_are_rendered(graphql: Ask, channel: Channel) -> None:
    variant_on_sale(channel, is_service=True, stock=None, dispatch_days=3)
    assert found(graphql, **by("2026-12-31")) == set()
    parcel_in(channel, type="on_site")
    assert found(graphql, **by("2026-09-10")) == set()
    assert len(found(graphql, **by("2026-09-11"))) == 1
    shown = estimate(graphql, 1, SEOUL)
    assert (shown["isService"], shown["arrivesOn"], shown["delivery"]["gross"]["amount"]) == (True, "2026-09-11", 0)


def test_filters_and_estimates_say_the_same(graphql: Ask, channel: Channel) -> None:
    """Over a mixed market: what the filters find is what the estimates beside all products say."""
    RemoteAreaFactory()
    draw = random.Random(5)
    parcel_in(channel, maximum_delivery_days=3)
    cold = parcel_in(channel, price=6_000, maximum_delivery_days=1)
    parcel_in(channel, type="on_site")
    sellers = [
        SellerFactory(
            free_delivery_from=draw.choice([None, 30_000, 100_000]),
            delivery_fee=draw.choice([0, 2_500, 9_000]),
            **draw.choice(
                [{}, {"holiday_from": TODAY, "holiday_until": TODAY + dt.timedelta(days=draw.randint(0, 9))}]
            ),
        )
        for _ in range(6)
    ]
    for _ in range(40):
        product = variant_on_sale(
            channel, price=draw.choice([900, 9_900, 29_700, 120_000]), stock=draw.choice([0, 3, 12, 100]),
            vendor=draw.choice(sellers), dispatch_days=draw.randint(0, 9), minimum_order_quantity=draw.choice([1, 1, 5]),
            is_quote_only=draw.random() < 0.1, is_service=draw.random() < 0.2,
        ).product  # fmt: skip
        if draw.random() < 0.2:
            cold.excluded_products.add(product)
    for quantity, place in ((1, SEOUL), (4, JEJU), (12, SEOUL)):
        shown = {
            edge["node"]["slug"]: edge["node"]["purchaseEstimate"]
            for edge in ask(graphql, quantity, place)["products"]["edges"]
        }
        assert len(shown) == 40
        for amount in (10_000, 38_000, 500_000):
            fitting = {
                slug for slug, one in shown.items() if one["total"] and one["total"]["gross"]["amount"] <= amount
            }
            assert found(graphql, **budget(amount, quantity, place)) == fitting
        for ahead in (0, 3, 8, 20):
            day = (TODAY + dt.timedelta(days=ahead)).isoformat()
            there = {slug for slug, one in shown.items() if one["arrivesOn"] and one["arrivesOn"] <= day}
            assert found(graphql, **by(day, quantity, place)) == there


def route(quotes: int, **given: Any) -> dict[str, Any]:
    return {"route": {"quotes": quotes, **given}}


@pytest.mark.usefixtures("parcel")
def test_what_may_be_bought_with_few_quotes(graphql: Ask, channel: Channel) -> None:
    anybody, women, social, ratio = (variant_on_sale(channel, price=22_000).product for _ in range(4))
    hold(women.vendor, "WOMEN")
    hold(social.vendor, "SOCIAL_ENTERPRISE")
    hold(ratio.vendor, "SOCIAL_ENTERPRISE", "VULNERABLE_RATIO")
    everything = {anybody.slug, women.slug, social.slug, ratio.slug}
    assert found(graphql, **route(0, amount=1_999_999)) == everything
    assert found(graphql, **route(0, amount=2_000_000)) == set()
    assert found(graphql, **route(1, amount=20_000_000)) == everything
    assert found(graphql, **route(1, amount=20_000_001)) == {women.slug, ratio.slug}
    assert found(graphql, **route(1, amount=50_000_001)) == set()
    assert found(graphql, **route(2, amount=50_000_001)) == {women.slug, ratio.slug}
    # 1,000 pieces are 20,000,000 won without VAT; one more is beyond.
    assert found(graphql, **route(1, quantity=1_000)) == everything
    assert found(graphql, **route(1, quantity=1_001)) == {women.slug, ratio.slug}


@pytest.mark.usefixtures("parcel")
def test_the_estimate_says_by_which_way_just_these_pieces_may_be_bought(graphql: Ask, channel: Channel) -> None:
    product = variant_on_sale(channel, price=22_000).product
    hold(product.vendor, "WOMEN")

    def ways(quantity: int) -> list[str]:
        return [way["code"] for way in estimate(graphql, quantity)["buyingRoutes"]]

    assert ways(99) == ["any-without-quote", "any-one-quote"]
    assert ways(100) == ["any-one-quote"]  # 2,000,000 won is not below
    assert ways(1_001) == ["owner-one-quote"]
    assert ways(5_001) == []
    assert [way["needsOwnProduction"] for way in estimate(graphql, 1_001)["buyingRoutes"]] == [True]


@pytest.mark.usefixtures("parcel")
def test_the_way_is_open_through_the_last_day(graphql: Ask, channel: Channel, still: Clock, settings: Any) -> None:
    settings.GRAPHQL_RESPONSE_CACHE_SECONDS = 10**9
    product = variant_on_sale(channel, price=22_000).product
    hold(product.vendor, "WOMEN", until=TODAY)
    narrowed = {"countsFor": ["women"], **route(1, amount=30_000_000)}
    still.at(TODAY, 23, 59, 59)
    assert found(graphql, **narrowed) == {product.slug}
    still.at(TODAY + dt.timedelta(days=1), 0)
    assert found(graphql, **narrowed) == set()


@pytest.mark.usefixtures("parcel")
def test_duties_are_found_counted_and_shown(graphql: Ask, channel: Channel) -> None:
    women = variant_on_sale(channel).product
    both, neither = variant_on_sale(channel).product, variant_on_sale(channel).product
    hold(women.vendor, "WOMEN", until=dt.date(2027, 1, 5))
    hold(both.vendor, "WOMEN", "GREEN", "GREEN")
    hold(neither.vendor, "PRE_SOCIAL_REGIONAL")
    assert found(graphql, countsFor=["women"]) == {women.slug, both.slug}
    assert found(graphql, countsFor=["women", "green"]) == {women.slug, both.slug}
    assert found(graphql, countsFor=["green"]) == {both.slug}
    assert found(graphql, countsFor=["nothing"]) == set()
    assert len(found(graphql, countsFor=[])) == 3
    data = ask(graphql, countsFor=["green"])
    counts = {row["scheme"]["code"]: row["count"] for row in data["productFacets"]["duties"]}
    assert counts == {"women": 2, "green": 1}
    ((edge),) = [one for one in ask(graphql)["products"]["edges"] if one["node"]["slug"] == women.slug]
    (duty,) = edge["node"]["countsFor"]
    assert (duty["scheme"]["code"], duty["validUntil"], duty["needsItemCheck"]) == ("women", "2027-01-05", False)
    assert len(duty["certificates"]) == 1


@pytest.mark.usefixtures("parcel")
def test_all_conditions_hold_together(graphql: Ask, channel: Channel) -> None:
    fitting, dear, late = (
        variant_on_sale(channel, price=price, dispatch_days=days).product
        for price, days in ((10_000, 1), (90_000, 1), (10_000, 30))
    )
    for product in (fitting, dear, late):
        hold(product.vendor, "WOMEN")
    narrowed = {**budget(50_000, 3), **by("2026-09-18", 3), **route(0, quantity=3), "countsFor": ["women"]}
    assert found(graphql, **narrowed) == {fitting.slug}


def test_the_number_of_statements_does_not_grow(
    assert_constant_queries: Any, channel: Channel, parcel: ShippingMethod
) -> None:
    for place in range(6):
        product = variant_on_sale(channel, price=10_000 if place else 5_000).product
        hold(product.vendor, "WOMEN", "GREEN")
    rest = {**by("2026-12-31"), **route(1, quantity=1), "countsFor": ["women"]}
    few = {"filter": {**budget(9_000), **rest}, "quantity": 2, "place": SEOUL}
    many = {"filter": {**budget(90_000), **rest}, "quantity": 2, "place": SEOUL}
    assert_constant_queries(FOUND, few, many)


def kept(graphql: Ask) -> dict[str, Any]:
    return estimate(graphql, 1, SEOUL)


def test_a_kept_answer_does_not_outlive_a_change(
    graphql: Ask, channel: Channel, parcel: ShippingMethod, settings: Any, still: Clock
) -> None:
    settings.GRAPHQL_RESPONSE_CACHE_SECONDS = 10**9
    variant = variant_on_sale(channel, stock=1)
    vendor = variant.product.vendor
    assert kept(graphql)["arrivesOn"] == "2026-09-14"
    staff = actor_of(UserFactory(), MANAGE_SHIPPING)
    method_update(method_id=parcel.pk, values={"maximum_delivery_days": 3}, actor=staff)
    assert kept(graphql)["arrivesOn"] == "2026-09-15"
    holiday_set(vendor_id=vendor.pk, starts_on=TODAY, ends_on=TODAY, note="", actor=actor_of(member_of(vendor)))
    assert kept(graphql)["orderableOn"] == "2026-09-09"
    still.at(TODAY + dt.timedelta(days=1))
    assert kept(graphql)["arrivesOn"] == "2026-09-16"
    stock_allocate_one(variant, channel)
    assert kept(graphql)["obstacles"] == ["NOT_ENOUGH"]


def stock_allocate_one(variant: ProductVariant, channel: Channel) -> None:
    stock_allocate(lines=[Wanted(uuid.uuid4(), variant.pk, 1)], channel_id=channel.pk)


@pytest.mark.parametrize("place", ["", "1234", "123456", "0452a", "٠٤٥٢٤"])
def test_a_postal_code_has_five_digits(graphql: Ask, channel: Channel, place: str) -> None:
    answer = graphql(FOUND, {"filter": by("2026-12-31", place=place)})
    assert "five digits" in answer["errors"][0]["message"]
    answer = graphql(FOUND, {"place": place})
    variant_on_sale(channel)
    assert "five digits" in graphql(FOUND, {"place": place})["errors"][0]["message"]


@pytest.mark.parametrize(
    "narrowed",
    [
        by("0001-01-01"),
        by("9999-12-31", 2_147_483_647),
        budget(0, 2_147_483_647),
        {"fitsBudget": {"amount": 1e14}},
        route(-5, amount=1),
        route(2_147_483_647, amount=1e14),
        route(1, quantity=2_147_483_647),
        {"countsFor": ["\x00", "🙂"]},
    ],
)
@pytest.mark.usefixtures("parcel")
def test_extremes_find_something_or_nothing_and_never_break(graphql: Ask, channel: Channel, narrowed: Any) -> None:
    variant_on_sale(channel)
    assert found(graphql, **narrowed) in (set(), {ProductVariant.objects.get().product.slug})


@pytest.mark.usefixtures("parcel")
def test_an_estimate_of_one_variant_is_about_that_one(graphql: Ask, channel: Channel) -> None:
    dear = variant_on_sale(channel, price=20_000)
    cheap = ProductVariant.objects.create(product=dear.product, sku="cheap", name="작은 것", track_inventory=False)
    VariantChannelListing.objects.create(variant=cheap, channel=channel, currency="KRW", price_amount=5_000)
    ask_one = """query($variant: ID) { products(first: 1, channel: "citizen") { edges { node {
        purchaseEstimate(variant: $variant) { variantId unitPrice { amount } } } } } }"""

    def shown(variant: str | None) -> dict[str, Any] | None:
        answer = graphql(ask_one, {"variant": variant})
        return answer["data"]["products"]["edges"][0]["node"]["purchaseEstimate"]

    dear_id, cheap_id = (to_global_id("ProductVariant", one.pk) for one in (dear, cheap))
    assert shown(None) == {"variantId": cheap_id, "unitPrice": {"amount": 5_000}}
    assert shown(dear_id) == {"variantId": dear_id, "unitPrice": {"amount": 20_000}}
    assert shown(to_global_id("ProductVariant", variant_on_sale(channel).pk)) is None


@pytest.mark.usefixtures("parcel")
def test_where_joins_the_conditions_with_or(graphql: Ask, channel: Channel) -> None:
    cheap, dear = variant_on_sale(channel, price=1_000).product, variant_on_sale(channel, price=90_000).product
    variant_on_sale(channel, price=80_000)
    hold(dear.vendor, "WOMEN")
    where = {"OR": [{"fitsBudget": {"amount": 4_000}}, {"countsFor": ["women"]}]}
    answer = graphql(
        'query($where: ProductWhereInput) { products(first: 9, channel: "citizen", where: $where) { edges { node { slug } } } }',
        {"where": where},
    )
    assert {edge["node"]["slug"] for edge in answer["data"]["products"]["edges"]} == {cheap.slug, dear.slug}


@pytest.mark.parametrize("narrowed", [budget(1), by("2026-12-31"), route(1)])
def test_without_a_channel_there_are_no_prices_to_ask_about(graphql: Ask, narrowed: Any) -> None:
    answer = graphql(
        "query($filter: ProductFilterInput) { products(first: 1, filter: $filter) { totalCount } }",
        {"filter": narrowed},
        user=staff_with(MANAGE_PRODUCTS),
    )
    assert "channel" in answer["errors"][0]["message"]
