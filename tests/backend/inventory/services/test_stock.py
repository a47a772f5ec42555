"""Promising, giving back and shipping pieces."""

from __future__ import annotations

import itertools
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from factories.channels import ChannelFactory
from factories.inventory import WarehouseFactory, list_in, variant_on_sale
from market.channels.models import AllocationStrategy
from market.checkout.selectors.offers import offers_get
from market.core import catalogue_version
from market.core.global_ids import to_global_id
from market.inventory.errors import InsufficientStock
from market.inventory.models import Allocation, Stock, WarehouseChannel
from market.inventory.rules import Wanted
from market.inventory.selectors.stock_available import stock_available
from market.inventory.selectors.stock_conditions import products_in_stock
from market.inventory.services.stock_allocate import stock_allocate
from market.inventory.services.stock_release import stock_release
from market.inventory.services.stock_ship import stock_ship

pytestmark = pytest.mark.django_db


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def figures(variant: Any) -> tuple[int, int]:
    stock = Stock.objects.get(variant=variant)
    return stock.quantity, stock.quantity_allocated


def test_all_lines_are_promised_or_none(channel: Any) -> None:
    plenty, scarce, gone = (variant_on_sale(channel, stock=stock) for stock in (10, 2, 0))
    with pytest.raises(InsufficientStock) as refused, transaction.atomic():
        stock_allocate(
            lines=[Wanted(uuid4(), plenty.pk, 1), Wanted(uuid4(), scarce.pk, 3), Wanted(uuid4(), gone.pk, 1)],
            channel_id=channel.pk,
        )
    assert refused.value.params["variants"] == [to_global_id("ProductVariant", pk) for pk in (scarce.pk, gone.pk)]
    assert figures(plenty) == (10, 0)
    assert not Allocation.objects.exists()


def test_two_lines_of_one_variant_share_its_stock(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=5)
    with pytest.raises(InsufficientStock), transaction.atomic():
        stock_allocate(lines=[Wanted(uuid4(), variant.pk, 3), Wanted(uuid4(), variant.pk, 3)], channel_id=channel.pk)
    stock_allocate(lines=[Wanted(uuid4(), variant.pk, 3), Wanted(uuid4(), variant.pk, 2)], channel_id=channel.pk)
    assert figures(variant) == (5, 5)
    assert stock_available([variant.pk]) == {variant.pk: 0}


def test_what_is_not_counted_is_never_short(channel: Any) -> None:
    service = variant_on_sale(channel, stock=None, is_service=True)
    stock_allocate(lines=[Wanted(uuid4(), service.pk, 9_999)], channel_id=channel.pk)
    assert not Allocation.objects.exists()


def test_a_warehouse_that_serves_no_channel_promises_nothing(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=0)
    Stock.objects.create(variant=variant, warehouse=WarehouseFactory(serves=[]), quantity=10)
    assert stock_available([variant.pk], channel_id=channel.pk) == {variant.pk: 0}
    assert stock_available([variant.pk]) == {variant.pk: 10}
    with pytest.raises(InsufficientStock), transaction.atomic():
        stock_allocate(lines=[Wanted(uuid4(), variant.pk, 1)], channel_id=channel.pk)


def test_giving_back_frees_and_repeating_frees_no_more(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=5)
    first, second = uuid4(), uuid4()
    stock_allocate(lines=[Wanted(first, variant.pk, 2), Wanted(second, variant.pk, 1)], channel_id=channel.pk)
    stock_release(order_line_ids=[first])
    stock_release(order_line_ids=[first])
    assert figures(variant) == (5, 1)


def test_shipped_pieces_leave_the_stock(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=5)
    line = uuid4()
    stock_allocate(lines=[Wanted(line, variant.pk, 3)], channel_id=channel.pk)
    stock_ship(quantities={line: 2})
    assert figures(variant) == (3, 1)
    stock_ship(quantities={line: 1})
    assert figures(variant) == (2, 0)
    assert not Allocation.objects.exists()


def test_more_than_was_promised_is_not_shipped(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=5)
    line = uuid4()
    stock_allocate(lines=[Wanted(line, variant.pk, 1)], channel_id=channel.pk)
    with pytest.raises(ValueError, match="promised"), transaction.atomic():
        stock_ship(quantities={line: 2})
    assert figures(variant) == (5, 1)


def test_the_catalogue_is_stale_when_the_last_piece_goes_or_comes_back(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=3)
    some, rest = uuid4(), uuid4()
    versions = [catalogue_version.current()]
    for step in (
        lambda: stock_allocate(lines=[Wanted(some, variant.pk, 2)], channel_id=channel.pk),
        lambda: stock_allocate(lines=[Wanted(rest, variant.pk, 1)], channel_id=channel.pk),
        lambda: stock_release(order_line_ids=[some]),
        lambda: stock_release(order_line_ids=[rest]),
    ):
        step()
        versions.append(catalogue_version.current())
    changed = [now != before for before, now in itertools.pairwise(versions)]
    assert changed == [False, True, True, False]


def test_many_lines_cost_what_one_costs(channel: Any, django_assert_num_queries: Any) -> None:
    variants = [variant_on_sale(channel, stock=5) for _ in range(24)]
    for some in (variants[:1], variants):
        with django_assert_num_queries(6):  # savepoint, tracked, lock, update, insert, release
            stock_allocate(lines=[Wanted(uuid4(), variant.pk, 1) for variant in some], channel_id=channel.pk)
    assert sum(Stock.objects.values_list("quantity_allocated", flat=True)) == 1 + len(variants)


@pytest.mark.parametrize(
    ("strategy", "expected"),
    [(AllocationStrategy.PRIORITIZE_SORTING_ORDER, [1, 0]), (AllocationStrategy.PRIORITIZE_HIGH_STOCK, [0, 1])],
)
def test_the_channel_says_whose_pieces_go_first(channel: Any, strategy: str, expected: list[int]) -> None:
    variant = variant_on_sale(channel, stock=3)
    plenty = Stock.objects.create(
        variant=variant, warehouse=WarehouseFactory(vendor=variant.product.vendor), quantity=10
    )
    channel.allocation_strategy = strategy
    channel.save()
    WarehouseChannel.objects.filter(warehouse=plenty.warehouse).update(sort_order=2)
    WarehouseChannel.objects.exclude(warehouse=plenty.warehouse).update(sort_order=1)
    stock_allocate(lines=[Wanted(uuid4(), variant.pk, 1)], channel_id=channel.pk)
    assert list(Stock.objects.order_by("pk").values_list("quantity_allocated", flat=True)) == expected


def test_what_serves_another_channel_is_out_of_stock_here(channel: Any) -> None:
    """Shown, offered, filtered and promised alike."""
    elsewhere = ChannelFactory(slug="elsewhere")
    variant = variant_on_sale(channel, stock=5)
    list_in(elsewhere, variant)
    WarehouseChannel.objects.filter(channel=channel).delete()
    for here, free in ((channel, 0), (elsewhere, 5)):
        assert stock_available([variant.pk], channel_id=here.pk) == {variant.pk: free}
        assert offers_get(variant_ids=[variant.pk], channel=here)[variant.pk].free == free
        assert products_in_stock([variant.product_id], here.pk) == ({variant.product_id} if free else set())
    with pytest.raises(InsufficientStock), transaction.atomic():
        stock_allocate(lines=[Wanted(uuid4(), variant.pk, 1)], channel_id=channel.pk)
    stock_allocate(lines=[Wanted(uuid4(), variant.pk, 1)], channel_id=elsewhere.pk)
