"""Every enterprise that comes in has a place to ship from, and only one is made for it."""

from __future__ import annotations

import pytest

from factories.channels import ChannelFactory, public_channel
from factories.vendors import SellerFactory
from market.inventory.models import Warehouse
from market.inventory.services.warehouse_open import warehouse_open
from market.shipping.models import ShippingZone

pytestmark = pytest.mark.django_db


def test_the_first_warehouse_is_opened_once_for_every_open_channel() -> None:
    citizen = ChannelFactory()
    public_channel()
    ChannelFactory(slug="closed", is_active=False)
    vendor = SellerFactory(name="새봄빵집")
    first, again = warehouse_open(vendor_id=vendor.pk), warehouse_open(vendor_id=vendor.pk)
    assert first == again == Warehouse.objects.get(vendor=vendor)
    assert first is not None
    assert first.name == "새봄빵집 출고지"
    assert set(first.channels.values_list("slug", flat=True)) == {citizen.slug, "public"}


def test_who_has_one_keeps_it() -> None:
    vendor = SellerFactory()
    own = Warehouse.objects.create(vendor=vendor, name="창고", slug="own")
    assert warehouse_open(vendor_id=vendor.pk) == own
    assert Warehouse.objects.count() == 1


def test_nothing_is_opened_for_nobody() -> None:
    assert warehouse_open(vendor_id=0) is None
    assert not Warehouse.objects.exists()


def test_goods_can_be_sent_from_it_to_where_its_channels_deliver() -> None:
    zone = ShippingZone.objects.create(name="국내", countries=["KR"])
    zone.channels.add(ChannelFactory())
    elsewhere = ShippingZone.objects.create(name="딴 곳", countries=["JP"])
    warehouse = warehouse_open(vendor_id=SellerFactory().pk)
    assert list(zone.warehouses.all()) == [warehouse]
    assert not elsewhere.warehouses.exists()
