"""Pictures of a product as changes name them. The file of a new one is there already; here it becomes one of the product's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Max

from market.catalog.errors import NotProductsImage, TooManyPictures
from market.catalog.models import MediaType, Product, ProductMedia
from market.catalog.rules.listing_paths import Path
from market.core.files.pictures import is_picture_key
from market.core.texts import text_clean

LONGEST_ALT = 250
MOST_PICTURES = 20


def goods_media_set(*, product: Product, paths: Mapping[Path, Any]) -> dict[str, int]:
    """Add, describe and take off pictures. A new one: ``{image or artwork, alt, type}``. Returns the keys of new ones by path.

    Raises NotProductsImage for a picture of another product and for what is no kept picture, TooManyPictures, and
    InvalidInput for too long a description.
    """
    made: dict[str, int] = {}
    for path, value in paths.items():
        if path.is_new:
            made[path.text] = _added(product, value).pk
            continue
        media = ProductMedia.objects.filter(pk=path.pk, product=product).first()
        if media is None:
            raise NotProductsImage("id")
        if path.rest == "alt":
            media.alt = _alt(value)
            media.save(update_fields=["alt"])
        elif value is None:
            media.delete()
    return made


def _added(product: Product, value: Mapping[str, Any]) -> ProductMedia:
    if value.get("image") and not is_picture_key(value["image"]):
        raise NotProductsImage("image")
    there = ProductMedia.objects.filter(product=product).aggregate(last=Max("sort_order"), count=Count("pk"))
    if there["count"] >= MOST_PICTURES:
        raise TooManyPictures("image", limit=MOST_PICTURES)
    return ProductMedia.objects.create(
        product=product,
        artwork=value.get("artwork", ""),
        image=value.get("image", ""),
        alt=_alt(value.get("alt")),
        type=MediaType(value.get("type", MediaType.IMAGE)),
        sort_order=0 if there["last"] is None else there["last"] + 1,
    )


def _alt(text: str | None) -> str:
    return text_clean(text, field="alt", longest=LONGEST_ALT, is_required=False)
