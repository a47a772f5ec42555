"""Addresses of pictures. A drawing is named ``motif/palette/variation``; the API makes it in the asked size on first request."""

from __future__ import annotations

from django.conf import settings

THUMBNAIL_SIZES = (32, 64, 128, 256, 512, 1024, 2048, 4096)  # Saleor's sizes
LARGEST_DRAWN = 1024  # a larger picture is asked for, this one is given
DEFAULT_FORMAT = "original"


def nearest_size(size: int | None) -> int:
    """The offered size closest to the asked one, as Saleor rounds; 0 or none: the largest we draw."""
    if not size or size < 0:
        return LARGEST_DRAWN
    return min(min(THUMBNAIL_SIZES, key=lambda offered: abs(offered - size)), LARGEST_DRAWN)


def artwork_url(artwork: str, size: int | None = None, fmt: str | None = None) -> str:
    """The absolute address of a drawing."""
    return f"{settings.PUBLIC_API_URL}/thumbnail/art/{artwork}/{nearest_size(size)}/{fmt or DEFAULT_FORMAT}/"
