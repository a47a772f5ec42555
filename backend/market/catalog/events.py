"""What the catalogue says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ProductsChanged(Event):
    """Something that lists, facets or search show of these products is different now: text, place, price, listing, claims."""

    topic: ClassVar[str] = "catalog.products_changed"
    product_ids: list[int]

    @property
    def key(self) -> str:
        return f"products:{min(self.product_ids, default=0)}"
