"""Facts that hardly ever change (channels, tax rates), kept in the process for a few seconds instead of read for every call."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import TypeVar

from django.conf import settings

T = TypeVar("T")
_kept: dict[Hashable, tuple[float, object]] = {}


def kept_briefly(key: Hashable, load: Callable[[], T]) -> T:
    """The value under ``key``, loaded again after REFERENCE_CACHE_SECONDS. Treat it as read-only: requests share it."""
    seconds = settings.REFERENCE_CACHE_SECONDS
    if not seconds:
        return load()
    found = _kept.get(key)
    if found is None or found[0] < time.monotonic():
        if len(_kept) > 1_000:  # keys come from callers, such as slugs that do not exist
            _kept.clear()
        found = _kept[key] = (time.monotonic() + seconds, load())
    return found[1]  # type: ignore[return-value]
