"""What can go wrong with stock."""

from __future__ import annotations

from collections.abc import Iterable

from market.core.errors import DomainError
from market.core.global_ids import to_global_id


class InsufficientStock(DomainError):
    """Fewer pieces are free than were asked for; ``variants`` are the global ids of what is short."""

    code = "insufficient_stock"
    message_ko = "재고가 부족해요. 수량을 줄이거나 다른 상품을 골라 주세요."
    message_en = "There is not enough in stock. Reduce the quantity or choose another product."

    def __init__(self, variant_ids: Iterable[int], field: str | None = None) -> None:
        self.variant_ids = sorted(variant_ids)
        super().__init__(field, variants=[to_global_id("ProductVariant", pk) for pk in self.variant_ids])
