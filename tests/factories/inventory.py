"""Goods that can be bought: a vendor's variant with its listing and its pieces in a warehouse."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone

from market.catalog.models import Product, ProductChannelListing, ProductType, ProductVariant, VariantChannelListing
from market.channels.models import Channel
from market.inventory.models import Stock, Warehouse
from market.vendors.models import District, Vendor

_numbers = itertools.count(1)


class SellerFactory(factory.django.DjangoModelFactory):
    """An enterprise with the ordinary delivery terms: 3,000 won, free from 50,000, 3,000 more to remote areas."""

    class Meta:
        model = Vendor

    slug = factory.Sequence(lambda n: f"seller-{n}")
    name = factory.Sequence(lambda n: f"이음가게 {n}")
    legal_name = factory.SelfAttribute("name")
    representative = "한지우"
    business_number = factory.Sequence(lambda n: f"{9_990_000_000 + n}")
    phone = "02-000-0000"
    email = "seller@ieum.example"
    postal_code = "08274"
    address = "서울특별시 구로구 개봉로23길 10"
    joined_at = factory.LazyFunction(timezone.now)

    @factory.lazy_attribute
    def district(self) -> District:
        return District.objects.get_or_create(code="guro", defaults={"name": "구로구", "name_en": "Guro"})[0]


class WarehouseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Warehouse

    vendor = factory.SubFactory(SellerFactory)
    name = "본 창고"
    slug = factory.Sequence(lambda n: f"warehouse-{n}")


def goods_type(*, is_service: bool = False) -> ProductType:
    slug = "service" if is_service else "goods"
    return ProductType.objects.get_or_create(
        slug=slug, defaults={"name": slug, "is_shipping_required": not is_service, "is_service": is_service}
    )[0]


def variant_on_sale(
    channel: Channel,
    *,
    price: int = 10_000,
    discounted: int | None = None,
    stock: int | None = 100,
    vendor: Vendor | None = None,
    is_service: bool = False,
    **product: Any,
) -> ProductVariant:
    """A published, purchasable variant; ``stock`` None: its pieces are not counted."""
    number = next(_numbers)
    now = timezone.now()
    sold = Product.objects.create(
        **{
            "product_type": goods_type(is_service=is_service),
            "vendor": vendor or SellerFactory(),
            "name": f"이음 상품 {number}",
            "slug": f"product-{number}",
            "created_at": now,
            "updated_at": now,
            **product,
        }
    )
    variant = ProductVariant.objects.create(
        product=sold, sku=f"SKU-{number}", name="기본", track_inventory=stock is not None
    )
    list_in(channel, variant, price=price, discounted=discounted)
    if stock is not None:
        Stock.objects.create(variant=variant, warehouse=warehouse_of(sold.vendor), quantity=stock)
    return variant


def list_in(channel: Channel, variant: ProductVariant, *, price: int = 10_000, discounted: int | None = None) -> None:
    """Offer the variant in a channel."""
    now_price = Decimal(price if discounted is None else discounted)
    ProductChannelListing.objects.create(
        product=variant.product, channel=channel, currency=channel.currency_code, is_published=True,
        available_for_purchase_at=timezone.now(), price_amount=price, price_max_amount=price,
        discounted_price_amount=now_price, discounted_price_max_amount=now_price,
    )  # fmt: skip
    VariantChannelListing.objects.create(
        variant=variant,
        channel=channel,
        currency=channel.currency_code,
        price_amount=price,
        discounted_price_amount=discounted,
    )


def warehouse_of(vendor: Vendor) -> Warehouse:
    found = Warehouse.objects.filter(vendor=vendor).first()
    return found or WarehouseFactory(vendor=vendor)
