"""Addresses of pictures: drawings, named ``motif/palette/variation``, and kept pictures, named by their keys (core/files).

The API makes either in the asked size and format on first request.
"""

from __future__ import annotations

from django.conf import settings

from market.core.files.pictures import is_picture_key

THUMBNAIL_SIZES = (32, 64, 128, 256, 512, 1024, 2048, 4096)  # Saleor's sizes
LARGEST_DRAWN = 1024  # a larger picture is asked for, this one is given
LARGEST_KEPT = 2048
DEFAULT_FORMAT = "original"


def nearest_size(size: int | None, largest: int = LARGEST_DRAWN) -> int:
    """The offered size closest to the asked one, as Saleor rounds; 0 or none: the largest."""
    if not size or size < 0:
        return largest
    return min(min(THUMBNAIL_SIZES, key=lambda offered: abs(offered - size)), largest)


def image_url(source: str, size: int | None = None, fmt: str | None = None) -> str:
    """The absolute address of a picture, be it a drawing or one that was uploaded."""
    if not is_picture_key(source):
        return artwork_url(source, size, fmt)
    kind = f"{nearest_size(size, LARGEST_KEPT)}/{fmt or DEFAULT_FORMAT}"
    return f"{settings.PUBLIC_API_URL}/thumbnail/picture/{source}/{kind}/"


def artwork_url(artwork: str, size: int | None = None, fmt: str | None = None) -> str:
    """The absolute address of a drawing."""
    return f"{settings.PUBLIC_API_URL}/thumbnail/art/{artwork}/{nearest_size(size)}/{fmt or DEFAULT_FORMAT}/"
