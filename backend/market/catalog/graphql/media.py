"""Pictures in the API."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.catalog.graphql.enums import ProductMediaType
from market.core.graphql.enums import ThumbnailFormatEnum
from market.core.graphql.images import artwork_url
from market.core.graphql.types import ModelObjectType, Node


def picture_arguments() -> dict[str, Any]:
    return {
        "size": graphene.Int(description="Wanted width in pixels; the nearest offered size is given."),
        "format": ThumbnailFormatEnum(description="Wanted format."),
    }


def picture_url(artwork: str, image: str, size: int | None, fmt: Any) -> str:
    """The address of a drawing of ours or of an uploaded file."""
    if artwork:
        return artwork_url(artwork, size, getattr(fmt, "value", fmt))
    return f"{settings.PUBLIC_API_URL}/{settings.MEDIA_ROOT_NAME}/{image}"


def background_image(source: str, alt: str, size: int | None, fmt: Any) -> dict[str, str] | None:
    """The picture of a category or collection: ``motif/palette/variation`` or a path below the media folder."""
    if not source:
        return None
    is_file = "." in source.rsplit("/", 1)[-1]
    return {"url": picture_url("" if is_file else source, source, size, fmt), "alt": alt}


class ProductMedia(ModelObjectType):
    """A picture of a product."""

    class Meta:
        interfaces = (Node,)

    alt = graphene.String(required=True, description="What it shows, for those who cannot see it.")
    type = graphene.Field(ProductMediaType, required=True, description="Picture or video.")
    sort_order = graphene.Int(description="Its place among the product's pictures.")
    url = graphene.String(required=True, description="Where it is.", **picture_arguments())

    @staticmethod
    def resolve_url(root: Any, info: Any, size: int | None = None, format: Any = None) -> str:
        return picture_url(root.artwork, root.image, size, format)
