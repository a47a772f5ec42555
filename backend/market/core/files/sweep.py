"""Files that no row names any more: of requests that failed after the file was written, and of rows that were deleted.

A room that keeps files says in its ``apps.py`` how to tell which of them its rows name; a shelf nobody speaks for is left alone.
"""

from __future__ import annotations

import datetime as dt
import itertools
import logging
from collections.abc import Callable, Iterator
from typing import Literal

from django.core.files.storage import Storage, storages

from market.core import clock
from market.core.files import thumbnails

logger = logging.getLogger(__name__)
StorageName = Literal["pictures", "papers"]
Namer = Callable[[list[str]], set[str]]
AGE = dt.timedelta(days=1)  # a request that wrote its file has written its row, or never will
AT_ONCE = 500

_namers: dict[tuple[StorageName, str], list[Namer]] = {}


def files_named_by(storage: StorageName, shelf: str, namer: Namer) -> None:
    """``namer`` tells which of the given keys a row of its room names. Every room whose rows name keys of the shelf must speak for them."""
    known = _namers.setdefault((storage, shelf), [])
    if namer not in known:
        known.append(namer)


def sweep() -> int:
    """Delete files older than a day that nobody names, with their thumbnails. Returns how many."""
    return sum(_sweep_shelf(name, shelf, namers) for (name, shelf), namers in list(_namers.items()))


def _sweep_shelf(name: StorageName, shelf: str, namers: list[Namer]) -> int:
    storage, swept = storages[name], 0
    for keys in _batches(_old_keys(storage, shelf)):
        unnamed = list(keys)
        for namer in namers:  # each is asked only for what none before it named
            named = namer(unnamed)
            unnamed = [key for key in unnamed if key not in named]
        for key in unnamed:
            storage.delete(key)
            thumbnails.forget(key)
        swept += len(unnamed)
    if swept:
        logger.info("swept %s files of %s/%s that no row names", swept, name, shelf)
    return swept


def _old_keys(storage: Storage, shelf: str) -> Iterator[str]:
    try:
        _, names = storage.listdir(shelf)
    except FileNotFoundError:
        return
    before = clock.now() - AGE
    for name in names:
        key = f"{shelf}/{name}"
        if storage.get_modified_time(key) < before:
            yield key


def _batches(keys: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(itertools.islice(keys, AT_ONCE)):
        yield batch
