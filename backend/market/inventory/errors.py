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


class QuantityNegative(DomainError):
    code = "invalid"
    message_ko = "수량은 0개 이상이어야 해요."
    message_en = "A quantity cannot be negative."


class PiecesPromised(DomainError):
    """Fewer pieces than are promised to orders; ``promised`` says how many are."""

    code = "invalid"
    message_ko = "주문에 약속한 {promised}개보다 적게 둘 수 없어요."
    message_en = "{promised} pieces are promised to orders; there cannot be fewer."


class WarehouseTwice(DomainError):
    code = "unique"
    message_ko = "같은 창고를 두 번 적었어요."
    message_en = "Duplicated warehouse ID."


class StockExists(DomainError):
    code = "unique"
    message_ko = "이 창고에는 이미 재고가 있어요."
    message_en = "Stock for this warehouse already exists for this product variant."


class ReferenceTaken(DomainError):
    code = "unique"
    message_ko = "이미 쓰고 있는 외부 참조예요."
    message_en = "This external reference is already in use."


class WarehouseOwnerUnclear(DomainError):
    """Somebody who works for several enterprises must say whose warehouse it is."""

    code = "required"
    message_ko = "어느 기업의 창고인지 골라 주세요."
    message_en = "Say whose warehouse it is."


class PickupNotOffered(DomainError):
    code = "invalid"
    message_ko = "이 장터는 배송만 해요. 찾아가기는 쓸 수 없어요."
    message_en = "The market ships only: orders cannot be collected at a warehouse."


class TooManyStocks(DomainError):
    code = "invalid"
    message_ko = "한 번에 {limit}개까지 바꿀 수 있어요."
    message_en = "At most {limit} stocks at once."
