"""Pictures for everybody to see: decoded, turned upright, brought to sRGB, scaled down and encoded anew.

What is kept is made from the pixels alone, so that whatever else a file carried (place and time of a photograph, comments, scripts,
a second file behind the first) is gone, and the name it was sent under decides nothing.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages

from market.core.errors import NotFound
from market.core.files import raster
from market.core.files.errors import FileRefused
from market.core.files.reading import MEGABYTE, content_of

LARGEST_EDGE = 2048  # pixels: no page shows more
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
# <shelf>/<32 hex>.<what it is>: told from motif/palette/variation of a drawing by its ending.
KEY = re.compile(r"[a-z]{1,20}/[0-9a-f]{32}\.(?:jpg|webp)")


@dataclass(frozen=True)
class CleanPicture:
    """A picture as it may be kept: ``extension`` without a dot, ``width`` and ``height`` in pixels."""

    content: bytes
    content_type: str
    extension: str
    width: int
    height: int
    sha256: str


def picture_clean(upload: File[Any], *, field: str) -> CleanPicture:
    """The picture made anew: JPEG, or WEBP where it lets the ground through; of an animation, its first frame.

    Takes JPEG, PNG, WEBP, AVIF and GIF, whatever the file calls itself. Raises FileTooLarge, or FileRefused for anything else, for what
    cannot be decoded to its end, and for more than 40 megapixels; ``field`` is the camelCase input field it came in.
    """
    content = content_of(upload, field=field)
    try:
        made = raster.clean(content, formats=FORMATS, edge=LARGEST_EDGE, see_through="WEBP")
    except raster.TooManyPixels as error:
        limit = raster.MOST_PIXELS // MEGABYTE
        raise FileRefused(
            field,
            f"사진은 {limit}백만 화소까지 올릴 수 있어요.",
            f"A picture may have {limit} megapixels at most.",
        ) from error
    except raster.NoPicture as error:
        raise FileRefused(
            field,
            "JPG, PNG, WEBP, AVIF, GIF 사진만 올릴 수 있어요. 파일이 손상되지 않았는지 확인해 주세요.",
            "Only JPG, PNG, WEBP, AVIF and GIF pictures can be used. Please check that the file is not damaged.",
        ) from error
    digest = hashlib.sha256(made.content).hexdigest()
    return CleanPicture(made.content, made.content_type, made.extension, made.width, made.height, digest)


def picture_store(picture: CleanPicture, *, shelf: str) -> str:
    """Keep the picture and return its key, ``<shelf>/<random>.<extension>``: at most 57 characters, never from its name.

    ``shelf`` is a plural of lower-case letters (``products``, ``categories``). Write the row that names the key after it; a key without a
    row is swept away (``sweep.files_named_by``). Whoever knows a key can see the picture; nobody can guess one.
    """
    return _storage().save(f"{shelf}/{uuid.uuid4().hex}.{picture.extension}", ContentFile(picture.content))


def picture_read(key: str) -> bytes:
    """The kept picture. Raises NotFound."""
    if not is_picture_key(key) or not _storage().exists(key):
        raise NotFound("id")
    with _storage().open(key) as file:
        return bytes(file.read())


def is_picture_key(source: str) -> bool:
    """Whether this names a kept picture, and not a drawing of ours (``motif/palette/variation``)."""
    return KEY.fullmatch(source) is not None


def _storage() -> Storage:
    return storages["pictures"]
