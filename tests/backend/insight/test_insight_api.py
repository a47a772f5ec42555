"""What an enterprise reads of its sales, and staff of who sells."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order, receive_money
from factories.procurement import agency_buyer
from factories.vendors import SellerFactory, member_of
from market.channels.models import Audience
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_REPORTS
from market.insight.models import ListingVisits, SearchWords
from market.insight.services.weekly_notes_publish import weekly_notes_publish
from market.inventory.models import Stock
from market.orders.enums import RefundKind
from market.orders.models import Order, OrderGrantedRefund, VendorOrder
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db
ASK = """query ($vendor: ID!, $from: Date, $to: Date) { vendorInsight(vendor: $vendor, periodStart: $from, periodEnd: $to) {
  sales { amount { amount } citizenAmount { amount } publicAmount { amount } orderCount } before { amount { amount } orderCount }
  yearBefore { orderCount } growth views weeks { start citizen { amount } public { amount } yearBefore { amount } }
  listings { productId name views orderCount quantity amount { amount } conversion }
  missedSearches { words unanswered productName lacking } completeness { score listingCount completeCount lacks { lack count }
  listings { name score nextStep } } } }"""
ACTIVITY = """{ vendorActivity(days: 90) { vendorCount sellingCount sellingShare reasons { reason count }
  idle { vendor { name } reason listingCount views lastSaleOn } } }"""


@pytest.fixture
def shop() -> dict[str, Any]:
    citizen, public = ChannelFactory(slug="citizen"), ChannelFactory(slug="public", audience=Audience.PUBLIC)
    seller = SellerFactory(name="두손")
    return {
        "citizen": citizen,
        "public": public,
        "seller": seller,
        "soap": variant_on_sale(citizen, vendor=seller, price=10_000, name="쌀겨 비누"),
        "towel": variant_on_sale(citizen, vendor=seller, price=20_000, name="무명 수건"),
        "for_agencies": variant_on_sale(public, vendor=seller, price=30_000, name="행사 비누"),
    }


def insight(graphql: Any, shop: dict[str, Any], user: Any, **variables: Any) -> Any:
    vendor = to_global_id("Vendor", shop["seller"].pk)
    return graphql(ASK, {"vendor": vendor, **variables}, user=user)["data"]["vendorInsight"]


def test_sales_are_what_was_sold_and_not_granted_back(graphql: Any, shop: dict[str, Any]) -> None:
    first = placed_order(shop["citizen"], {shop["soap"]: 3, shop["towel"]: 1})
    placed_order(shop["public"], {shop["for_agencies"]: 2}, user=agency_buyer())
    Order.objects.filter(pk=placed_order(shop["citizen"], {shop["soap"]: 5}).pk).update(status="canceled")
    VendorOrder.objects.filter(order__status="canceled").update(status="canceled")
    part = first.vendor_orders.get()
    OrderGrantedRefund.objects.create(
        order=first, vendor_order=part, kind=RefundKind.values[0], key="one", amount=Decimal(4_000), currency="KRW", created_at=clock.now(),
    )  # fmt: skip
    found = insight(graphql, shop, member_of(shop["seller"]))
    citizen = float(part.total_gross) - 4_000
    assert found["sales"]["orderCount"] == 2
    assert found["sales"]["citizenAmount"]["amount"] == citizen
    assert found["sales"]["amount"]["amount"] == citizen + found["sales"]["publicAmount"]["amount"]
    assert found["sales"]["publicAmount"]["amount"] > 0
    assert found["weeks"][-1]["citizen"]["amount"] == citizen
    assert len(found["weeks"]) == 12
    assert found["growth"] is None


def test_a_period_is_compared_with_the_one_before_and_with_last_year(graphql: Any, shop: dict[str, Any]) -> None:
    for days in (0, 35, 364):
        order = placed_order(shop["citizen"], {shop["soap"]: 1})
        VendorOrder.objects.filter(order=order).update(created_at=clock.now() - dt.timedelta(days=days))
    found = insight(graphql, shop, member_of(shop["seller"]))
    assert [found[name]["orderCount"] for name in ("sales", "before", "yearBefore")] == [1, 1, 1]
    assert found["growth"] == 0


def test_listings_are_told_with_views_and_orders(graphql: Any, shop: dict[str, Any]) -> None:
    placed_order(shop["citizen"], {shop["soap"]: 3})
    for variant, views in ((shop["soap"], 10), (shop["towel"], 40)):
        ListingVisits.objects.create(day=clock.today(), product=variant.product, channel=shop["citizen"], views=views)
    found = insight(graphql, shop, member_of(shop["seller"], VendorRole.MANAGER))
    rows = [
        (row["name"], row["views"], row["orderCount"], row["quantity"], row["conversion"]) for row in found["listings"]
    ]
    assert rows == [("쌀겨 비누", 10, 1, 3, 0.1), ("무명 수건", 40, 0, 0, 0.0)]
    assert found["views"] == 50


def test_searches_that_found_nothing_are_told_where_own_goods_come_near(graphql: Any, shop: dict[str, Any]) -> None:
    for text, unanswered in (("무향 비누", 9), ("강아지 간식", 50), ("대형 수건", 2), ("비누 선물", 4)):
        SearchWords.objects.create(
            day=clock.today(), channel=shop["citizen"], words=text, asked=unanswered, unanswered=unanswered
        )
    found = insight(graphql, shop, member_of(shop["seller"]))["missedSearches"]
    assert [(row["words"], row["unanswered"], row["productName"], row["lacking"]) for row in found] == [
        ("무향 비누", 9, "쌀겨 비누", ["무향"]),
        ("비누 선물", 4, "쌀겨 비누", ["선물"]),
    ]


def test_completeness_names_the_next_best_thing(graphql: Any, shop: dict[str, Any]) -> None:
    found = insight(graphql, shop, member_of(shop["seller"]))["completeness"]
    assert (found["listingCount"], found["completeCount"]) == (3, 0)
    assert {row["lack"]: row["count"] for row in found["lacks"]}["NOTICE"] == 3
    assert {row["nextStep"] for row in found["listings"]} == {"NOTICE"}


def test_another_enterprise_and_a_clerk_read_nothing(graphql: Any, shop: dict[str, Any]) -> None:
    placed_order(shop["citizen"], {shop["soap"]: 1})
    nowhere = graphql(ASK, {"vendor": to_global_id("Vendor", 10**9)}, user=member_of())
    for other in (member_of(), member_of(shop["seller"], VendorRole.CLERK)):
        assert insight(graphql, shop, other) is None
    assert nowhere["data"]["vendorInsight"] is None
    assert insight(graphql, shop, staff_with(MANAGE_REPORTS))["sales"]["orderCount"] == 1
    denied = graphql(ASK, {"vendor": to_global_id("Vendor", shop["seller"].pk)}, user=UserFactory())
    assert denied["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


@pytest.mark.parametrize(
    ("start", "end"), [("2026-02-02", "2026-02-01"), ("2020-01-01", "2026-01-01"), ("0001-01-01", None)]
)
def test_a_period_that_is_none_is_refused(graphql: Any, shop: dict[str, Any], start: str, end: str | None) -> None:
    vendor = to_global_id("Vendor", shop["seller"].pk)
    answer = graphql(ASK, {"vendor": vendor, "from": start, "to": end}, user=member_of(shop["seller"]))
    assert answer["data"]["vendorInsight"] is None
    assert "period" in answer["errors"][0]["message"]


def test_the_cost_does_not_grow(assert_constant_queries: Any, shop: dict[str, Any]) -> None:
    busy = SellerFactory()
    for number in range(5):
        variant = variant_on_sale(shop["citizen"], vendor=busy, name=f"비누 {number}")
        placed_order(shop["citizen"], {variant: 1})
        ListingVisits.objects.create(day=clock.today(), product=variant.product, channel=shop["citizen"], views=3)
    placed_order(shop["citizen"], {shop["soap"]: 1})
    few, many = (to_global_id("Vendor", seller.pk) for seller in (shop["seller"], busy))
    count = assert_constant_queries(ASK, {"vendor": few}, {"vendor": many}, user=staff_with(MANAGE_REPORTS))
    assert count <= 22


def test_staff_read_who_sells_and_why_others_do_not(graphql: Any, shop: dict[str, Any]) -> None:
    receive_money(placed_order(shop["citizen"], {shop["soap"]: 1}))
    SellerFactory(name="가-아무것도")
    sold_out = variant_on_sale(shop["citizen"], vendor=SellerFactory(name="나-품절"))
    Stock.objects.filter(variant=sold_out).update(quantity=0)
    variant_on_sale(shop["citizen"], vendor=SellerFactory(name="다-새로", joined_at=clock.now()))
    variant_on_sale(shop["citizen"], vendor=SellerFactory(name="라-안보임"))
    seen = variant_on_sale(shop["citizen"], vendor=SellerFactory(name="마-보고안삼"))
    ListingVisits.objects.create(day=clock.today(), product=seen.product, channel=shop["citizen"], views=20)
    away = SellerFactory(name="바-휴무", holiday_from=clock.today(), holiday_until=clock.today())
    variant_on_sale(shop["citizen"], vendor=away)
    SellerFactory(name="사-중지", status="suspended")
    found = graphql(ACTIVITY, user=staff_with(MANAGE_REPORTS))["data"]["vendorActivity"]
    assert (found["vendorCount"], found["sellingCount"], found["sellingShare"]) == (7, 1, 0.1429)
    assert [(row["vendor"]["name"], row["reason"]) for row in found["idle"]] == [
        ("가-아무것도", "NOTHING_LISTED"),
        ("나-품절", "SOLD_OUT"),
        ("다-새로", "NEW"),
        ("라-안보임", "NOT_SEEN"),
        ("마-보고안삼", "SEEN_NOT_BOUGHT"),
        ("바-휴무", "ON_HOLIDAY"),
    ]
    assert sum(row["count"] for row in found["reasons"]) == 6
    without_days = ACTIVITY.replace("{ vendorActivity(days: 90)", "query ($days: Int) { vendorActivity(days: $days)", 1)
    again = graphql(without_days, {"days": None}, user=staff_with(MANAGE_REPORTS))
    assert again["data"]["vendorActivity"] == found


def test_the_weekly_note_is_asked_for_once(run_outbox: Any, shop: dict[str, Any]) -> None:
    member_of(shop["seller"])
    SellerFactory()  # nobody works there
    assert (weekly_notes_publish(), weekly_notes_publish()) == (1, 0)
    assert run_outbox() >= 0
