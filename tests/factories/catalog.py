"""The catalogue for tests: small things that can be sold at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone

from factories.vendors import LONG_AGO, SellerFactory
from market.catalog.models import (
    REFERENCES,
    Attribute,
    AttributeValue,
    Category,
    Collection,
    CollectionChannelListing,
    CollectionProduct,
    Product,
    ProductChannelListing,
    ProductMedia,
    ProductType,
    ProductVariant,
    ValueTheme,
    VariantChannelListing,
)
from market.catalog.services.product_listing_prices_update import product_listing_prices_update


class CategoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Category
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"category-{n}")
    name = factory.LazyAttribute(lambda category: f"분류 {category.slug}")

    @factory.post_generation
    def placed(self: Any, create: bool, extracted: object, **kwargs: object) -> None:
        self.path = [*(self.parent.path if self.parent else []), self.pk]
        self.level = len(self.path) - 1
        self.save(update_fields=["path", "level"])


class ProductTypeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProductType
        django_get_or_create = ("slug",)

    slug = "goods"
    name = factory.SelfAttribute("slug")


class AttributeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attribute
        django_get_or_create = ("slug",)

    slug = "origin"
    name = factory.SelfAttribute("slug")
    entity_type = factory.LazyAttribute(
        lambda attribute: "Collection" if getattr(attribute, "input_type", None) in REFERENCES else None
    )


class AttributeValueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AttributeValue

    attribute = factory.SubFactory(AttributeFactory)
    slug = factory.Sequence(lambda n: f"value-{n}")
    name = factory.SelfAttribute("slug")


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ValueTheme
        django_get_or_create = ("code",)

    code = "vegan"
    slug = factory.SelfAttribute("code")
    cloth = "chija"
    name = factory.SelfAttribute("code")
    name_en = factory.SelfAttribute("code")
    tagline = tagline_en = description = description_en = "견본"


class ProductFactory(factory.django.DjangoModelFactory):
    """A product with a picture; ``sell`` puts it into a channel."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"물건 {n}")
    slug = factory.Sequence(lambda n: f"product-{n}")
    product_type = factory.SubFactory(ProductTypeFactory)
    vendor = factory.SubFactory(SellerFactory)
    category = factory.SubFactory(CategoryFactory)
    created_at = LONG_AGO
    updated_at = LONG_AGO

    @factory.post_generation
    def picture(self: Any, create: bool, extracted: object, **kwargs: object) -> None:
        ProductMedia.objects.create(product=self, artwork="soap/moss/1", alt=self.name)


class VariantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProductVariant

    product = factory.SubFactory(ProductFactory)
    sku = factory.Sequence(lambda n: f"SKU-{n}")
    name = "기본"


def list_in(
    product: Product, channel: Any, *prices: int, discounted: int | None = None, **listing: Any
) -> list[ProductVariant]:
    """List the product in the channel with one variant for each price (variants that it has are priced first)."""
    now = timezone.now()
    ProductChannelListing.objects.update_or_create(
        product=product,
        channel=channel,
        defaults={
            "currency": channel.currency_code,
            "is_published": True,
            "published_at": now - dt.timedelta(days=1),
            "available_for_purchase_at": now - dt.timedelta(days=1),
            **listing,
        },
    )
    variants = list(product.variants.order_by("sort_order", "id"))
    variants += [VariantFactory(product=product, sort_order=n) for n in range(len(variants), len(prices))]
    for variant, price in zip(variants, prices, strict=False):
        VariantChannelListing.objects.update_or_create(
            variant=variant,
            channel=channel,
            defaults={
                "currency": channel.currency_code,
                "price_amount": Decimal(price),
                "discounted_price_amount": Decimal(price if discounted is None else discounted),
            },
        )
    product_listing_prices_update([product.pk])
    return variants


def sell(channel: Any, *prices: int, **fields: Any) -> Product:
    """A new product, listed in the channel; 10,000 won unless prices are named."""
    product = ProductFactory(**fields)
    list_in(product, channel, *(prices or (10_000,)))
    return product


class CollectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Collection

    slug = factory.Sequence(lambda n: f"collection-{n}")
    name = factory.LazyAttribute(lambda collection: f"모음 {collection.slug}")


def collect(channel: Any, *products: Product, **fields: Any) -> Collection:
    """A collection of these products in this order, published in the channel."""
    collection = CollectionFactory(**fields)
    CollectionChannelListing.objects.create(collection=collection, channel=channel, is_published=True)
    for place, product in enumerate(products):
        CollectionProduct.objects.create(collection=collection, product=product, sort_order=place)
    return collection
