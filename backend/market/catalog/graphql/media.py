"""Pictures in the API."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.enums import ProductMediaType
from market.core.graphql.enums import ThumbnailFormatEnum
from market.core.graphql.images import image_url
from market.core.graphql.types import ModelObjectType, Node


def picture_arguments() -> dict[str, Any]:
    return {
        "size": graphene.Int(description="Wanted width in pixels; the nearest offered size is given."),
        "format": ThumbnailFormatEnum(description="Wanted format."),
    }


def picture_url(artwork: str, image: str, size: int | None, fmt: Any) -> str:
    """The address of a drawing of ours or of an uploaded picture."""
    return image_url(artwork or image, size, getattr(fmt, "value", fmt))


def background_image(source: str, alt: str, size: int | None, fmt: Any) -> dict[str, str] | None:
    """The picture of a category or collection: ``motif/palette/variation`` or the key of a kept one."""
    return {"url": picture_url(source, "", size, fmt), "alt": alt} if source else None


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
