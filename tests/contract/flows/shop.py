"""A small market with something of everything that a storefront written for Saleor shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from factories.catalog import (
    AttributeFactory,
    AttributeValueFactory,
    CategoryFactory,
    collect,
    sell,
)
from factories.channels import ChannelFactory
from factories.content import MenuFactory, MenuItemFactory, PageFactory, give, text
from factories.inventory import warehouse_of
from factories.shipping import parcel_in
from market.catalog.models import (
    AttributeInputType,
    Category,
    Collection,
    Product,
    ProductAttributeValue,
    ProductTranslation,
    ProductVariant,
    VariantAttributeValue,
)
from market.channels.models import Channel
from market.content.models import MenuItemTranslation, Page, PageTranslation
from market.core.global_ids import to_global_id
from market.inventory.models import Stock
from market.search.services.search_entries_refresh import search_entries_refresh
from market.shipping.models import ShippingMethod

ADDRESS = {
    "firstName": "지우",
    "lastName": "한",
    "streetAddress1": "개봉로23길 10",
    "streetAddress2": "",
    "companyName": "",
    "city": "구로구",
    "cityArea": "",
    "countryArea": "서울특별시",
    "postalCode": "08274",
    "country": "KR",
    "phone": "01000000000",
}
VALUES: list[tuple[AttributeInputType, dict[str, Any]]] = [
    (AttributeInputType.DROPDOWN, {"name": "국산", "name_en": "Korean"}),
    (AttributeInputType.MULTISELECT, {"name": "유기농", "name_en": "Organic"}),
    (AttributeInputType.NUMERIC, {"numeric": 3.5, "name": "3.5"}),
    (AttributeInputType.BOOLEAN, {"boolean": True, "name": "예"}),
    (AttributeInputType.PLAIN_TEXT, {"plain_text": "손으로 빚었어요", "name": "글"}),
    (AttributeInputType.FILE, {"file_url": "https://files.ieum.example/care.pdf", "name": "care.pdf"}),
    (AttributeInputType.DATE_TIME, {"date_time": dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC), "name": "3월"}),
]


@dataclass
class Shop:
    """What a test needs to know of it."""

    channel: Channel
    product: Product
    small: ProductVariant
    large: ProductVariant
    plain: ProductVariant
    category: Category
    collection: Collection
    page: Page
    parcel: ShippingMethod


def gid(thing: Any) -> str:
    return to_global_id(type(thing).__name__, thing.pk)


def stocked_shop() -> Shop:
    """Two products (one with two sizes), a category, a collection, a menu, pages, English where it can be, and a way of delivery."""
    channel = ChannelFactory()
    category = CategoryFactory(
        slug="living",
        name="살림",
        name_en="Living",
        description=text("집에서 쓰는 것"),
        background_image="soap/moss/1",
        background_image_alt="비누",
    )
    product = sell(
        channel, 5_000, 9_000, slug="soap", name="비누", category=category, description=text("거품이 곱게 나요")
    )
    plain = sell(channel, 20_000, slug="jar", name="항아리", category=category)
    ProductTranslation.objects.create(
        product=product, language_code="en", name="Soap", slug="soap-bar", description=text("Fine lather")
    )
    collection = collect(
        channel, product, plain.variants.get().product, slug="spring", name="봄", name_en="Spring",
        background_image="soap/moss/1", description=text("봄에"),
    )  # fmt: skip
    page = _page(collection)
    _describe(product, collection)
    small, large = product.variants.order_by("sort_order", "id")
    _sizes(small, large)
    for variant, pieces in ((small, 10), (large, 3), (plain.variants.get(), 5)):
        Stock.objects.create(variant=variant, warehouse=warehouse_of(variant.product.vendor), quantity=pieces)
    _menu(category, collection, page)
    parcel = parcel_in(channel)
    search_entries_refresh()
    return Shop(channel, product, small, large, plain.variants.get(), category, collection, page, parcel)


def _value(kind: AttributeInputType, given: dict[str, Any]) -> Any:
    attribute = AttributeFactory(slug=f"a-{kind.value}", input_type=kind, name_en=f"English {kind.value}")
    return AttributeValueFactory(attribute=attribute, **given)


def _describe(product: Product, collection: Collection) -> None:
    """A value of each kind of attribute."""
    reference = (AttributeInputType.SINGLE_REFERENCE, {"reference_collection_id": collection.pk, "name": "봄"})
    for place, (kind, given) in enumerate([*VALUES, reference]):
        value = _value(kind, given)
        product.product_type.product_attributes.add(value.attribute)
        ProductAttributeValue.objects.create(product=product, value=value, sort_order=place)


def _sizes(small: ProductVariant, large: ProductVariant) -> None:
    size = AttributeFactory(slug="size", name="크기", name_en="Size", is_variant_only=True)
    small.product.product_type.variant_attributes.add(size)
    for variant, name, english in ((small, "작은 것", "Small"), (large, "큰 것", "Large")):
        variant.name, variant.name_en = name, english
        variant.save(update_fields=["name", "name_en"])
        value = AttributeValueFactory(attribute=size, name=name, name_en=english)
        VariantAttributeValue.objects.create(variant=variant, value=value)


def _page(collection: Collection) -> Page:
    page = PageFactory(slug="about", title="우리", metadata={"place": "footer"})
    PageTranslation.objects.create(page=page, language_code="en", title="About us", slug="about-us", content=text("Us"))
    give(page, AttributeFactory(slug="lead", input_type=AttributeInputType.PLAIN_TEXT), plain_text="처음")
    give(page, AttributeFactory(slug="shown", input_type=AttributeInputType.BOOLEAN), boolean=True)
    give(
        page,
        AttributeFactory(slug="shelf", input_type=AttributeInputType.SINGLE_REFERENCE),
        reference_collection_id=collection.pk,
    )
    return page


def _menu(category: Category, collection: Collection, page: Page) -> None:
    menu = MenuFactory(slug="navbar")
    goods = MenuItemFactory(menu=menu, name="상품", category=category)
    MenuItemTranslation.objects.create(menu_item=goods, language_code="en", name="Goods")
    shelf = MenuItemFactory(parent=goods, name="봄", collection=collection)
    MenuItemFactory(parent=shelf, name="이야기", url="/stories")
    MenuItemFactory(menu=menu, name="우리", page=page)
