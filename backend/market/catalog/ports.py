"""What the catalogue must ask a room above it. Filled in by that room's ``apps.py``."""

from __future__ import annotations

from typing import Protocol

from market.catalog.sql import Sql


class ProductSearch(Protocol):
    """Finds products by words."""

    def match(self, words: str, channel_id: int) -> Sql:
        """A relation ``(product_id bigint, rank float8, popularity float8)`` of what the words find in the channel, best rank highest.

        Each product at most once; channel 0 stands for all channels together. Words that say nothing find nothing.
        """
        ...


class NoProductSearch(LookupError):
    """No room offered to find products by words."""


_engines: list[ProductSearch] = []


def register_product_search(engine: ProductSearch) -> None:
    """The engine that answers from now on."""
    _engines[:] = [engine]


def product_search() -> ProductSearch:
    if not _engines:
        raise NoProductSearch
    return _engines[0]
