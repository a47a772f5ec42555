"""Files that no row names go after a day; nothing else ever does."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages

from factories.catalog import CategoryFactory, ProductFactory
from factories.channels import ChannelFactory
from factories.files import keep_files_in, pdf, picture, saved, upload
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.vendors import SellerFactory
from market.catalog.models import ProductMedia
from market.core import clock
from market.core.files.documents import document_keep
from market.core.files.pictures import picture_clean, picture_store
from market.core.files.thumbnails import thumbnail
from market.core.tasks import sweep_files
from market.orders.models import OrderLine
from market.vendors.models import VendorDocument

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    keep_files_in(tmp_path, settings)
    return tmp_path


def stored(shelf: str = "products") -> str:
    return picture_store(picture_clean(upload(picture()), field="image"), shelf=shelf)


def age(folder: Path, days: float = 2) -> None:
    then = (clock.now() - dt.timedelta(days=days)).timestamp()
    for path in folder.rglob("*"):
        os.utime(path, (then, then))


def test_only_what_nobody_names_goes(folder: Path) -> None:
    on_product, on_category, on_order, lost = stored(), stored("categories"), stored(), stored()
    ProductMedia.objects.create(product=ProductFactory(), image=on_product)
    CategoryFactory(background_image=on_category)
    channel = ChannelFactory()
    variant = variant_on_sale(channel)
    ProductMedia.objects.create(product=variant.product, image=on_order)
    placed_order(channel, {variant: 1})
    assert OrderLine.objects.get().artwork == on_order
    variant.product.media.all().delete()
    small = thumbnail(lost, 64, "webp")
    age(folder)
    assert sweep_files() == 1
    kept = storages["pictures"]
    assert [kept.exists(key) for key in (on_product, on_category, on_order, lost)] == [True, True, True, False]
    assert not small.exists()
    assert sweep_files() == 0


def test_papers_without_a_row_go(folder: Path) -> None:
    named, lost = (document_keep(upload(saved(pdf())), field="file") for _ in range(2))
    VendorDocument.objects.create(
        vendor=SellerFactory(), kind="evidence", file=named.key, name="a.pdf", content_type="x", size=1, sha256="x"
    )
    age(folder)
    assert sweep_files() == 1
    assert storages["papers"].exists(named.key)
    assert not storages["papers"].exists(lost.key)


def test_what_is_younger_than_a_day_stays(folder: Path) -> None:
    key = stored()
    age(folder, days=0.9)
    assert sweep_files() == 0
    assert storages["pictures"].exists(key)


def test_a_shelf_nobody_speaks_for_is_left_alone(folder: Path) -> None:
    key = stored("others")
    age(folder)
    assert sweep_files() == 0
    assert storages["pictures"].exists(key)
