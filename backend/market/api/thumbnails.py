"""Pictures in the size and format a page asks for. Whatever was sent to us, a browser is only ever given a picture of ours."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from market.api.pictures import FORMATS, SIZES, draw, is_shown_somewhere, path_of
from market.catalog.selectors.media import shown_picture
from market.core.artwork import VARIATIONS
from market.core.errors import NotFound
from market.core.files.pictures import is_picture_key
from market.core.files.thumbnails import CONTENT_TYPE_OF, thumbnail
from market.core.graphql.images import LARGEST_KEPT, THUMBNAIL_SIZES

CONTENT_TYPES = {"webp": "image/webp", "avif": "image/avif", "original": "image/png"}
KEPT_SIZES = tuple(size for size in THUMBNAIL_SIZES if size <= LARGEST_KEPT)
ONE_YEAR = 31_536_000
FOREVER = f"public, max-age={ONE_YEAR}, immutable"
FIVE_MINUTES = "public, max-age=300"  # a picture may be taken off, and a product be published or not
# A picture and nothing else: not sniffed into a page, without scripts where it is opened by itself.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


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
    return _answer(path, CONTENT_TYPES[fmt], FOREVER)


def picture_thumbnail(request: HttpRequest, shelf: str, name: str, size: int, fmt: str) -> HttpResponseBase:
    """An uploaded picture by its key, which nobody can guess. 404 where there is none, and for an unknown size or format."""
    return _kept(f"{shelf}/{name}", size, fmt, FOREVER)


def media_thumbnail(request: HttpRequest, media_id: int, size: int, fmt: str) -> HttpResponseBase:
    """A product's picture, whichever way it came. 404 where there is none, or none that is published."""
    source = shown_picture(media_id)
    if source is None:
        raise Http404
    if is_picture_key(source):
        return _kept(source, size, fmt, FIVE_MINUTES)
    motif, palette, variation = source.split("/")
    return artwork_thumbnail(request, motif, palette, int(variation), size, fmt)


def _kept(key: str, size: int, fmt: str, keeping: str) -> HttpResponseBase:
    if fmt not in FORMATS or size not in KEPT_SIZES or not is_picture_key(key):
        raise Http404
    try:
        path = thumbnail(key, size, fmt)
    except NotFound as error:
        raise Http404 from error
    return _answer(path, CONTENT_TYPE_OF[path.suffix], keeping)


def _answer(path: Path, content_type: str, keeping: str) -> HttpResponseBase:
    return FileResponse(path.open("rb"), content_type=content_type, headers={**HEADERS, "Cache-Control": keeping})
