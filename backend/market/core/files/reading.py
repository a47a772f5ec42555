"""The bytes of an upload, and no more of them than may be."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File

from market.core.files.errors import FileRefused, FileTooLarge

MEGABYTE = 1_000_000
MOST_BYTES = 10 * MEGABYTE


def content_of(upload: File[Any], *, field: str) -> bytes:
    """All of the file. Raises FileTooLarge, and FileRefused for an empty one."""
    if (upload.size or 0) > MOST_BYTES:
        raise FileTooLarge(field, limit_mb=MOST_BYTES // MEGABYTE)
    upload.seek(0)
    content = bytes(upload.read(MOST_BYTES + 1))
    upload.seek(0)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(field, limit_mb=MOST_BYTES // MEGABYTE)
    if not content:
        raise FileRefused(field, "빈 파일이에요.", "The file is empty.")
    return content
