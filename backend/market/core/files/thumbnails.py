"""Kept pictures in the sizes and formats that pages ask for, made on first request and kept on disk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

from market.core.files import raster
from market.core.files.pictures import picture_read

FORMATS = {"webp": "WEBP", "avif": "AVIF", "original": ""}
CONTENT_TYPE_OF = {".webp": "image/webp", ".avif": "image/avif", ".png": "image/png", ".jpg": "image/jpeg"}


def thumbnail(key: str, size: int, fmt: str) -> Path:
    """The picture ``size`` pixels wide at most, never enlarged; its ending says what it is. Raises NotFound."""
    made = [path for path in _kept(key, f"{size}-{fmt}") if path.suffix in CONTENT_TYPE_OF]
    if made:
        return made[0]
    small = raster.resized(picture_read(key), size, FORMATS[fmt])
    path = _folder(key) / f"{_stem(key)}-{size}-{fmt}.{small.extension}"
    write_whole(path, small.content)
    return path


def forget(key: str) -> None:
    """Delete what was made of the picture."""
    for path in _kept(key, "*"):
        path.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a reader never sees half a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


def _folder(key: str) -> Path:
    return Path(settings.STATE_DIR) / settings.MEDIA_ROOT_NAME / "thumbnails" / key.split("/", 1)[0]


def _kept(key: str, kind: str) -> list[Path]:
    return list(_folder(key).glob(f"{_stem(key)}-{kind}.*"))


def _stem(key: str) -> str:
    return key.rsplit("/", 1)[1].split(".", 1)[0]
