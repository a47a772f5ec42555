"""Drawings as files: which may be drawn, where they lie, and how they come to be. Drawn on first request, or beforehand by a task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from django.conf import settings
from django.db import connection

from market.campaigns.models import Campaign
from market.catalog.models import Category, Collection, ProductMedia, ValueTheme
from market.content.models import Story
from market.core.artwork import RasterFormat, artwork_rasters, artwork_svg, scene_svg, scenes
from market.core.files.thumbnails import write_whole
from market.core.graphql.images import LARGEST_DRAWN, THUMBNAIL_SIZES
from market.vendors.models import Vendor

FORMATS: dict[str, RasterFormat] = {"webp": "WEBP", "avif": "AVIF", "original": "PNG"}
SIZES = tuple(size for size in THUMBNAIL_SIZES if size <= LARGEST_DRAWN)
Kind = tuple[int, str]  # width in pixels, name of the format

NEWEST_ON_EACH_SHELF = """
SELECT DISTINCT face.artwork FROM (
    SELECT p.id, row_number() OVER (PARTITION BY l.channel_id, p.category_id ORDER BY l.published_at DESC) AS place
    FROM catalog_productchannellisting l JOIN catalog_product p ON p.id = l.product_id
    WHERE l.is_published AND l.visible_in_listings
) shelf
JOIN LATERAL (
    SELECT m.artwork FROM catalog_productmedia m WHERE m.product_id = shelf.id ORDER BY m.sort_order, m.id LIMIT 1
) face ON face.artwork <> ''
WHERE shelf.place <= %s ORDER BY face.artwork
"""


def path_of(artwork: str, kind: Kind) -> Path:
    """Where the picture of ``motif/palette/variation`` lies, whether or not it was drawn yet."""
    size, fmt = kind
    return Path(settings.STATE_DIR) / settings.MEDIA_ROOT_NAME / "art" / f"{artwork.replace('/', '-')}-{size}.{fmt}"


def is_shown_somewhere(artwork: str) -> bool:
    """Whether the market shows this drawing: nobody can make us draw, and keep, the millions it does not show."""
    return (
        ProductMedia.objects.filter(artwork=artwork).exists()
        or Vendor.objects.filter(artwork=artwork).exists()
        or Story.objects.filter(artwork=artwork).exists()
        or Campaign.objects.filter(artwork=artwork).exists()
        or ValueTheme.objects.filter(artwork=artwork).exists()
        or Category.objects.filter(background_image=artwork).exists()
        or Collection.objects.filter(background_image=artwork).exists()
    )


def draw(artwork: str, kinds: Sequence[Kind]) -> None:
    """Draw the picture once and keep it in these sizes and formats. Raises UnknownArtwork (a ValueError)."""
    motif, palette, variation = artwork.split("/")
    svg = scene_svg(motif, palette) if motif in scenes() else artwork_svg(motif, palette, int(variation))
    for kind, picture in zip(kinds, artwork_rasters(svg, [(size, FORMATS[fmt]) for size, fmt in kinds]), strict=True):
        write_whole(path_of(artwork, kind), picture)


def missing(artworks: Iterable[str], kinds: Sequence[Kind]) -> list[str]:
    """Those of the drawings that lack one of these kinds."""
    return [artwork for artwork in artworks if not all(path_of(artwork, kind).exists() for kind in kinds)]


def shelf_artworks(count: int) -> list[str]:
    """The drawings of the newest ``count`` goods of each category in each channel."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_ON_EACH_SHELF, [count])
        return [artwork for (artwork,) in cursor.fetchall()]
