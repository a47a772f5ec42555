"""Pieces that come back into the stock."""

from __future__ import annotations

from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import WarehouseFactory, variant_on_sale
from market.core import catalogue_version
from market.inventory.models import Stock, WarehouseChannel
from market.inventory.services.stock_put_back import stock_put_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def test_pieces_go_to_the_first_warehouse_that_serves_a_channel(channel: Any) -> None:
    variant = variant_on_sale(channel, stock=2)
    second = Stock.objects.create(
        variant=variant, warehouse=WarehouseFactory(vendor=variant.product.vendor), quantity=5
    )
    stock_put_back(quantities={variant.pk: 3})
    assert list(Stock.objects.order_by("pk").values_list("quantity", flat=True)) == [5, 5]
    WarehouseChannel.objects.exclude(warehouse=second.warehouse_id).delete()
    stock_put_back(quantities={variant.pk: 1})
    assert list(Stock.objects.order_by("pk").values_list("quantity", flat=True)) == [5, 6]


def test_what_is_not_kept_gets_nothing(channel: Any) -> None:
    service = variant_on_sale(channel, stock=None, is_service=True)
    stock_put_back(quantities={service.pk: 3})
    assert not Stock.objects.exists()


def test_lists_learn_that_something_can_be_bought_again(channel: Any) -> None:
    gone, plenty = variant_on_sale(channel, stock=0), variant_on_sale(channel, stock=5)
    before = catalogue_version.current()
    stock_put_back(quantities={plenty.pk: 1})
    assert catalogue_version.current() == before
    stock_put_back(quantities={gone.pk: 1})
    assert catalogue_version.current() > before
