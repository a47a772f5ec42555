"""Periodic work over many rows: one row that cannot be dealt with must not keep the others waiting."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from market.core.locks import reset_lock_order

logger = logging.getLogger(__name__)
Key = TypeVar("Key")


def one_by_one(work: Callable[[Key], int], keys: Iterable[Key]) -> int:
    """Do the work for each key and add up what it returns. Whatever goes wrong with one is logged, and the next one comes.

    For work that is a transaction of its own for each key.
    """
    done = 0
    for key in keys:
        reset_lock_order()
        try:
            done += work(key)
        except Exception:
            logger.exception("%s of %s failed", work.__name__, key)
    return done
