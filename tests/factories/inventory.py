"""Goods that can be bought: a vendor's variant with its listing and its pieces in a warehouse."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone

from factories.vendors import SellerFactory
from market.catalog.models import Product, ProductChannelListing, ProductType, ProductVariant, VariantChannelListing
from market.channels.models import Channel
from market.inventory.models import Stock, Warehouse
from market.shipping.models import ShippingZone
from market.vendors.models import Vendor

_numbers = itertools.count(1)


class WarehouseFactory(factory.django.DjangoModelFactory):
    """A warehouse that serves every channel and zone there is, as an enterprise's own does, unless ``serves`` says which channels."""

    class Meta:
        model = Warehouse
        skip_postgeneration_save = True

    vendor = factory.SubFactory(SellerFactory)
    name = "본 창고"
    slug = factory.Sequence(lambda n: f"warehouse-{n}")

    @factory.post_generation
    def serves(self: Any, create: bool, extracted: Any, **kwargs: object) -> None:
        if create:
            self.channels.set(Channel.objects.all() if extracted is None else extracted)
            self.shipping_zones.set(ShippingZone.objects.all())


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
