"""Pictures in the size and format a page asks for."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from market.api.pictures import FORMATS, SIZES, draw, is_shown_somewhere, path_of
from market.catalog.models import ProductMedia
from market.core.artwork import VARIATIONS

CONTENT_TYPES = {"webp": "image/webp", "avif": "image/avif", "original": "image/png"}
ONE_YEAR = 31_536_000


def artwork_thumbnail(
    request: HttpRequest, motif: str, palette: str, variation: int, size: int, fmt: str
) -> HttpResponseBase:
    """A drawing that the market shows. 404 for any other, and for an unknown size or format."""
    if fmt not in FORMATS or size not in SIZES or variation >= VARIATIONS:
        raise Http404
    artwork, kind = f"{motif}/{palette}/{variation}", (size, fmt)
    path = path_of(artwork, kind)
    if not path.exists():
        if not is_shown_somewhere(artwork):
            raise Http404
        try:
            draw(artwork, [kind])
        except ValueError as error:
            raise Http404 from error
    response = FileResponse(path.open("rb"), content_type=CONTENT_TYPES[fmt])
    response["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return response


def media_thumbnail(request: HttpRequest, media_id: int, size: int, fmt: str) -> HttpResponseBase:
    """A product's picture, whichever way it came. 404 where there is none."""
    media = ProductMedia.objects.filter(pk=media_id).first()
    if media is None or not media.artwork:
        raise Http404
    motif, palette, variation = media.artwork.split("/")
    return artwork_thumbnail(request, motif, palette, int(variation), size, fmt)
