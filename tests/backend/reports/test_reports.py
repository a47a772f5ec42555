"""The operating table and the results of exhibitions."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.promotions import gift_card_of
from market.campaigns.models import Campaign, CampaignProduct
from market.catalog.models import Product
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.promo_code_add import promo_code_add
from market.core.actor import ANONYMOUS
from market.core.clock import SEOUL, now
from market.orders.enums import OrderStatus
from market.orders.models import Order, OrderLine
from market.reports.rules import calculate_growth_rate
from market.vendors.models import Vendor
from market.vendors.services.house_vendor import house_vendor

pytestmark = pytest.mark.django_db

TABLE = """query($start: Date!, $end: Date!) { operatingReport(periodStart: $start, periodEnd: $end) {
  periodStart periodEnd salesTotal { amount currency } orderCount vendorCount productCount memberCount } }"""
CAMPAIGN = """query($slug: String!) { campaignReport(slug: $slug) { campaign { slug } salesTotal { amount } orderCount growthRate
  previous { campaign { slug } salesTotal { amount } growthRate previous { orderCount } } } }"""


def seoul(day: str, hour: int = 12) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour), tzinfo=SEOUL)


def table(graphql: Any, start: str, end: str) -> dict[str, Any]:
    answer = graphql(TABLE, {"start": start, "end": end}, user=staff_with("MANAGE_REPORTS"))
    assert "errors" not in answer, answer["errors"]
    return answer["data"]["operatingReport"]


def order_on(
    channel: Any, day: str, hour: int = 12, *, price: int = 10_000, status: str = OrderStatus.UNFULFILLED
) -> Order:
    order = placed_order(channel, {variant_on_sale(channel, price=price): 1})
    Order.objects.filter(pk=order.pk).update(created_at=seoul(day, hour), status=status)
    return order


def test_the_table_counts_what_was_sold_on_seoul_days_of_the_period(graphql: Any) -> None:
    channel = ChannelFactory()
    order_on(channel, "2022-01-01", 0)
    order_on(channel, "2022-09-30", 23, price=50_000)
    order_on(channel, "2022-05-05", status=OrderStatus.CANCELED)
    order_on(channel, "2022-05-05", status=OrderStatus.EXPIRED)
    order_on(channel, "2021-12-31", 23)
    order_on(channel, "2022-10-01", 0)
    Vendor.objects.update(joined_at=seoul("2022-10-01", 0))
    Vendor.objects.filter(pk__in=Vendor.objects.order_by("pk").values("pk")[:2]).update(
        joined_at=seoul("2022-09-30", 23)
    )
    Product.objects.update(created_at=seoul("2022-02-01"))
    person, staff = UserFactory(), UserFactory(is_staff=True)
    type(person).objects.filter(pk__in=[person.pk, staff.pk]).update(date_joined=seoul("2022-09-30", 23))
    UserFactory()
    assert table(graphql, "2022-01-01", "2022-09-30") == {
        "periodStart": "2022-01-01",
        "periodEnd": "2022-09-30",
        "salesTotal": {"amount": 13_000 + 50_000, "currency": "KRW"},
        "orderCount": 2,
        "vendorCount": 2,
        "productCount": 6,
        "memberCount": 1,
    }


def test_what_gift_cards_paid_is_sold_all_the_same(graphql: Any) -> None:
    channel = ChannelFactory()
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=60_000): 1})
    anew(promo_code_add, checkout_id=checkout.pk, promo_code=gift_card_of(20_000)[1], actor=ANONYMOUS)
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    Order.objects.filter(pk=order.pk).update(created_at=seoul("2022-05-05"))
    assert table(graphql, "2022-05-05", "2022-05-05")["salesTotal"]["amount"] == 60_000 == order.total_gross + 20_000


def test_a_period_must_not_end_before_it_starts(graphql: Any) -> None:
    for start, end in (("2022-01-02", "2022-01-01"), ("9999-12-31", "9999-12-31"), ("0001-01-01", "2022-01-01")):
        answer = graphql(TABLE, {"start": start, "end": end}, user=staff_with("MANAGE_REPORTS"))
        assert answer["data"] is None
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "GraphQLError"


@pytest.mark.parametrize("user", [lambda: None, UserFactory, lambda: staff_with("MANAGE_ORDERS")])
def test_reports_are_for_who_reads_reports(graphql: Any, user: Any) -> None:
    Campaign.objects.create(slug="chuseok", title="추석", starts_at=now(), ends_at=now() + dt.timedelta(days=1))
    for document, variables in ((TABLE, {"start": "2022-01-01", "end": "2022-01-31"}), (CAMPAIGN, {"slug": "chuseok"})):
        answer = graphql(document, variables, user=user())
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
        assert not any((answer["data"] or {}).values())


def exhibition(channel: Any, year: int, *, season: str = "chuseok", amounts: tuple[int, ...]) -> Campaign:
    campaign = Campaign.objects.create(
        slug=f"{season}-{year}",
        title="기획전",
        season=season,
        starts_at=seoul(f"{year}-08-20"),
        ends_at=seoul(f"{year}-09-10"),
    )
    for amount in amounts:
        variant = variant_on_sale(channel, price=amount)
        CampaignProduct.objects.create(campaign=campaign, product=variant.product)
        order = placed_order(channel, {variant: 1, variant_on_sale(channel): 1})
        OrderLine.objects.filter(order=order, variant=variant).update(campaign=campaign)
    return campaign


def test_an_exhibition_is_compared_with_the_one_of_its_season_before(graphql: Any) -> None:
    channel = ChannelFactory()
    exhibition(channel, 2021, amounts=(10_000, 10_000))
    exhibition(channel, 2022, amounts=(30_000, 3_920))
    cancelled = exhibition(channel, 2022, season="seol", amounts=(99_000,))
    Order.objects.filter(lines__campaign=cancelled).update(status=OrderStatus.CANCELED)
    staff = staff_with("MANAGE_REPORTS")
    assert graphql(CAMPAIGN, {"slug": "chuseok-2022"}, user=staff)["data"]["campaignReport"] == {
        "campaign": {"slug": "chuseok-2022"},
        "salesTotal": {"amount": 33_920},
        "orderCount": 2,
        "growthRate": 0.696,
        "previous": {
            "campaign": {"slug": "chuseok-2021"},
            "salesTotal": {"amount": 20_000},
            "growthRate": None,
            "previous": None,
        },
    }
    assert graphql(CAMPAIGN, {"slug": "seol-2022"}, user=staff)["data"]["campaignReport"]["salesTotal"] == {"amount": 0}
    assert graphql(CAMPAIGN, {"slug": "never"}, user=staff)["data"] == {"campaignReport": None}


def test_growth_comes_from_amounts() -> None:
    assert round(calculate_growth_rate(Decimal(35_069_000), Decimal(20_679_000)) or 0, 3) == 0.696
    assert calculate_growth_rate(Decimal(1), Decimal(0)) is None


def test_the_markets_own_shop_is_an_enterprise_once_it_sells(graphql: Any) -> None:
    house = house_vendor()
    today = now().astimezone(SEOUL).date().isoformat()
    assert table(graphql, today, today)["vendorCount"] == 0
    channel = ChannelFactory()
    placed_order(channel, {variant_on_sale(channel, vendor=house): 1})
    assert table(graphql, today, today)["vendorCount"] == 1
