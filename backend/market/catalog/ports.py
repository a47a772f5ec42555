"""What the catalogue must ask a room above it. Filled in by that room's ``apps.py``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from market.catalog.sql import Sql
from market.core.actor import Actor


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


class StockKeeping(Protocol):
    """Keeps count of pieces."""

    def stocks_set(self, variant_id: int, quantities: Mapping[UUID, int], actor: Actor) -> None:
        """Say how many pieces of a variant lie in which warehouses: ``{warehouse id: pieces}``. What is not named stays as it is.

        In the caller's transaction, which holds the variant's product already: locks no row by ``core.locks`` (that order would be
        upward); the variant is new, so nobody else counts its pieces yet. Raises NotFound on ``warehouse`` for one that is not the variant's
        enterprise's, and DomainErrors of its own for numbers that cannot be (fewer than are promised to orders, a negative one).
        """
        ...

    def sold_out(self) -> Sql:
        """A condition on a product ``p``: none of its variants has a free piece or goes uncounted."""
        ...


class NoStockKeeping(LookupError):
    """No room offered to count pieces."""


_keepers: list[StockKeeping] = []


def register_stock_keeping(keeper: StockKeeping) -> None:
    """Who counts from now on."""
    _keepers[:] = [keeper]


def stock_keeping() -> StockKeeping:
    if not _keepers:
        raise NoStockKeeping
    return _keepers[0]
