"""Make, change and take away a variant of a locked product."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Max

from market.catalog.errors import NotProductsImage
from market.catalog.models import Product, ProductMedia, ProductVariant, VariantMedia
from market.catalog.ports import stock_keeping
from market.catalog.services.attribute_values_take import attribute_values_forget
from market.catalog.services.goods_attributes_set import variant_attributes_set, variant_name
from market.catalog.services.listing_prices_set import variant_price_set
from market.catalog.services.product_fields_set import variant_fields_set
from market.core.actor import Actor


def variant_make(*, product: Product, values: Mapping[str, Any], actor: Actor) -> ProductVariant:
    """A new variant: ``values`` are fields by the names of variant paths, ``attributes`` and ``prices`` by id, ``stocks`` by warehouse.

    Without a name it is called by its choices. Raises what its parts raise.
    """
    last = ProductVariant.objects.filter(product=product).aggregate(last=Max("sort_order"))["last"]
    variant = ProductVariant(product=product, sort_order=0 if last is None else last + 1)
    parts = ("attributes", "prices", "stocks", "media")
    variant_fields_set(variant=variant, values={name: value for name, value in values.items() if name not in parts})
    variant.save()
    given = {int(pk): payload for pk, payload in (values.get("attributes") or {}).items()}
    variant_attributes_set(variant=variant, given=given, is_new=True)
    if not variant.name:
        variant.name = variant_name(variant)
        variant.save(update_fields=["name"])
    for channel_id, price in (values.get("prices") or {}).items():
        variant_price_set(variant=variant, channel_id=int(channel_id), price=price)
    if values.get("media"):
        _media_set(variant, values["media"])
    if values.get("stocks"):
        quantities = {UUID(str(key)): int(quantity) for key, quantity in values["stocks"].items()}
        stock_keeping().stocks_set(variant.pk, quantities, actor)
    return variant


def variant_write(*, variant: ProductVariant, fields: Mapping[str, Any], attributes: Mapping[str, Any]) -> None:
    """Change what is given of a variant. Raises what its parts raise."""
    variant_fields_set(variant=variant, values={name: value for name, value in fields.items() if name != "media"})
    variant.save()
    if attributes:
        variant_attributes_set(variant=variant, given={int(pk): payload for pk, payload in attributes.items()})
    if "media" in fields:
        _media_set(variant, fields["media"])


def variant_delete(*, variant: ProductVariant) -> None:
    """Take a variant away with its prices, stocks and own values; lines of orders keep what they say of it."""
    attribute_values_forget(owner=f"variant-{variant.pk}")
    variant.delete()


def _media_set(variant: ProductVariant, media_ids: list[int]) -> None:
    wanted = set(media_ids or ())
    if ProductMedia.objects.filter(pk__in=wanted, product=variant.product_id).count() != len(wanted):
        raise NotProductsImage("mediaId")
    links = VariantMedia.objects.filter(variant=variant)
    links.exclude(media__in=wanted).delete()
    there = set(links.values_list("media_id", flat=True))
    VariantMedia.objects.bulk_create([VariantMedia(variant=variant, media_id=pk) for pk in sorted(wanted - there)])
