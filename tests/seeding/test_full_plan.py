"""The full market, before it is written: the published figures, and what makes a market plausible."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from market.core.clock import SEOUL
from market.seeding.words import product_name_en
from seeding_plan import FullPlan

PERIOD = (dt.datetime(2022, 1, 1, tzinfo=SEOUL), dt.datetime(2022, 10, 1, tzinfo=SEOUL))


def test_there_are_as_many_as_were_published(full_plan: FullPlan) -> None:
    assert len(full_plan.vendors) == 690
    assert len(full_plan.products) == 14_101
    assert len(full_plan.population.members) == 2_728
    assert all(one.joined_at < PERIOD[1] for one in full_plan.vendors)
    assert all(one.created_at < PERIOD[1] for one in full_plan.products)
    assert all(one.joined_at < PERIOD[1] for one in full_plan.population.members)


def test_the_reported_months_sell_what_was_published(full_plan: FullPlan) -> None:
    orders = [one for one in full_plan.orders if PERIOD[0] <= one.at < PERIOD[1]]
    assert len(orders) == 9_249
    assert sum(one.total for one in orders) == 1_888_000_000
    assert all(one.must_stand for one in orders)


def test_the_chuseok_exhibitions_sell_what_was_published(full_plan: FullPlan) -> None:
    for campaign, published in (("chuseok-2021", 20_679_000), ("chuseok-2022", 35_069_000)):
        plan = next(one for one in full_plan.campaigns if one.entry["slug"] == campaign)
        sold = [(order, line) for order in full_plan.orders for line in order.lines if line.campaign_id == plan.id]
        assert sum(line.total for _, line in sold) == published
        assert all(plan.starts_at <= order.at < plan.ends_at and order.must_stand for order, _ in sold)
        assert all(line.product.id in plan.product_ids for _, line in sold)
        assert len(sold) > 100


def test_names_and_slugs_are_distinct_and_clean(full_plan: FullPlan) -> None:
    names = [plan.name for plan in full_plan.products]
    assert len(set(names)) == len(names)
    assert len({plan.slug for plan in full_plan.products}) == len(names)
    assert not [name for name in names if "  " in name or name != name.strip() or "{" in name]
    assert all(plan.slug.isascii() for plan in full_plan.products)
    english = [product_name_en(plan.listing) for plan in full_plan.products]
    assert not [name for name in english if "  " in name or name.endswith(",") or "{" in name]
    assert len({vendor.name for vendor in full_plan.vendors}) == 690
    assert len({vendor.slug for vendor in full_plan.vendors}) == 690


def test_every_enterprise_sells_some_and_none_sells_all(full_plan: FullPlan) -> None:
    counts = Counter(plan.vendor_id for plan in full_plan.products)
    assert set(counts) == {vendor.id for vendor in full_plan.vendors}
    assert min(counts.values()) >= 4
    assert max(counts.values()) <= 70
    own = sum(plan.base["category"] in plan.listing.vendor.categories for plan in full_plan.products)
    assert own / len(full_plan.products) > 0.9


def test_nothing_is_sold_before_it_is_there(full_plan: FullPlan) -> None:
    for plan in full_plan.products:
        assert plan.listing.vendor.joined_at <= plan.created_at
    for order in full_plan.orders:
        assert order.buyer.joined_at <= order.at
        for line in order.lines:
            assert line.product.created_at < order.at
            assert order.channel in line.product.channels
            assert not line.product.base["quote_only"]
            assert line.quantity >= line.least
            assert 0 < line.unit <= line.undiscounted


def test_agencies_order_on_weekdays_and_unpaid_members_never_in_public(full_plan: FullPlan) -> None:
    public = [order for order in full_plan.orders if order.channel == "public"]
    assert all(order.at.weekday() < 5 and order.buyer.agency_id for order in public)
    assert not any(order.buyer.agency_id for order in full_plan.orders if order.channel == "citizen")


def test_orders_go_on_to_the_present_in_a_seasonal_rhythm(full_plan: FullPlan) -> None:
    months = Counter((order.at.year, order.at.month) for order in full_plan.orders)
    assert 40_000 < len(full_plan.orders) < 50_000
    assert min(months.values()) > 250
    assert months[2025, 9] > months[2025, 7] * 1.3
    assert months[2025, 12] > months[2025, 11]


def test_the_day_of_the_seed_changes_the_tail_only() -> None:
    def until_last_year(plan: FullPlan) -> list[tuple[object, ...]]:
        last = dt.datetime(2025, 9, 1, tzinfo=SEOUL)
        return [(one.at, one.buyer.email, one.total) for one in plan.orders if one.at < last and not one.story]

    early, late = FullPlan(dt.date(2026, 10, 7), "small"), FullPlan(dt.date(2026, 11, 20), "small")
    assert until_last_year(early) == until_last_year(late)
    assert max(order.at for order in early.orders) < dt.datetime(2026, 10, 7, tzinfo=SEOUL)
    assert max(order.at for order in late.orders) > dt.datetime(2026, 11, 1, tzinfo=SEOUL)
