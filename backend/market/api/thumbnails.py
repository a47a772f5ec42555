"""Pictures in the size and format a page asks for, made once and kept in the media folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from market.catalog.models import ProductMedia
from market.core.artwork import VARIATIONS, RasterFormat, artwork_raster, artwork_svg, scene_svg, scenes
from market.core.graphql.images import THUMBNAIL_SIZES

CONTENT_TYPES = {"webp": "image/webp", "avif": "image/avif", "original": "image/png"}
RASTER_FORMATS: dict[str, RasterFormat] = {"webp": "WEBP", "avif": "AVIF", "original": "PNG"}
ONE_YEAR = 31_536_000


def artwork_thumbnail(
    request: HttpRequest, motif: str, palette: str, variation: int, size: int, fmt: str
) -> HttpResponseBase:
    """A drawing of ours. 404 for an unknown motif, colourway, size or format."""
    if fmt not in CONTENT_TYPES or size not in THUMBNAIL_SIZES or variation >= VARIATIONS:
        raise Http404
    path = _media_root() / "art" / f"{motif}-{palette}-{variation}-{size}.{fmt}"
    if not path.exists():
        try:
            picture = artwork_raster(_drawing(motif, palette, variation), size, RASTER_FORMATS[fmt])
        except ValueError as error:
            raise Http404 from error
        _write_once(path, picture)
    return _served(path, fmt)


def media_thumbnail(request: HttpRequest, media_id: int, size: int, fmt: str) -> HttpResponseBase:
    """A product's picture, whichever way it came. 404 where there is none."""
    media = ProductMedia.objects.filter(pk=media_id).first()
    if media is None or not media.artwork:
        raise Http404
    motif, palette, variation = media.artwork.split("/")
    return artwork_thumbnail(request, motif, palette, int(variation), size, fmt)


def _drawing(motif: str, palette: str, variation: int) -> str:
    """The picture as SVG: a wide scene of that name, or a still life of the motif. Raises UnknownArtwork."""
    return scene_svg(motif, palette) if motif in scenes() else artwork_svg(motif, palette, variation)


def _media_root() -> Path:
    return Path(settings.STATE_DIR) / settings.MEDIA_ROOT_NAME


def _write_once(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a reader never sees half a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


def _served(path: Path, fmt: str) -> HttpResponseBase:
    response = FileResponse(path.open("rb"), content_type=CONTENT_TYPES[fmt])
    response["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return response
