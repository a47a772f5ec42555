"""What can go wrong with zones and methods; codes are those of Saleor's ShippingErrorCode."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from market.core.errors import DomainError
from market.core.global_ids import to_global_id


class ChannelsFault(DomainError):
    """Something about channels of a listing; ``channels`` are their global ids."""

    code = "invalid"

    def __init__(self, field: str, channel_ids: Iterable[int], **params: Any) -> None:
        super().__init__(field, channels=[to_global_id("Channel", pk) for pk in sorted(channel_ids)], **params)


class ChannelOutsideZone(ChannelsFault):
    message_ko = "배송 방법의 구역에 없는 채널이에요. 먼저 구역을 그 채널에 배정해 주세요."
    message_en = "Cannot add channels that are not assigned to the method's shipping zone."


class ChannelAmount(ChannelsFault):
    """An amount that the channel's currency cannot hold, or that is too large."""

    message_ko = "쓸 수 없는 금액이에요."
    message_en = "This amount cannot be used."


class MaximumBelowMinimum(ChannelsFault):
    code = "max_less_than_min"
    message_ko = "가장 큰 값은 가장 작은 값보다 커야 해요."
    message_en = "The maximum should be larger than the minimum."


class ListedTwice(ChannelsFault):
    code = "duplicated_input_item"
    message_ko = "같은 채널을 두 번 적었어요."
    message_en = "The same channel cannot be given twice, nor in both lists for adding and removing."


class WarehousesFault(DomainError):
    """A zone and a warehouse must share a channel; ``warehouses`` are global ids."""

    code = "invalid"
    message_ko = "구역과 같은 채널에 배정된 창고만 더할 수 있어요."
    message_en = "Only warehouses that have common channel with shipping zone can be assigned."

    def __init__(self, field: str, warehouse_ids: Iterable[Any]) -> None:
        super().__init__(field, warehouses=[to_global_id("Warehouse", pk) for pk in sorted(warehouse_ids, key=str)])


class DuplicatedInputItem(DomainError):
    code = "duplicated_input_item"
    message_ko = "같은 것을 더하면서 뺄 수는 없어요."
    message_en = "The same object cannot be in both lists for adding and removing items."


class DefaultZoneExists(DomainError):
    code = "already_exists"
    message_ko = "기본 배송 구역이 이미 있어요."
    message_en = "Default shipping zone already exists."


class WeightsCrossed(DomainError):
    code = "max_less_than_min"
    message_ko = "가장 무거운 무게는 가장 가벼운 무게보다 커야 해요."
    message_en = "Maximum order weight should be larger than the minimum order weight."


class PostcodesTwice(DomainError):
    code = "already_exists"
    message_ko = "이미 있는 우편번호 범위예요."
    message_en = "These postal codes are there already."


class TaxFollowsGoods(DomainError):
    """VAT of a delivery accompanies the goods (부가가치세법 §14①), so a method has no class of its own to choose."""

    code = "invalid"
    message_ko = "배송비의 부가세는 상품을 따라요. 과세로만 둘 수 있어요."
    message_en = "The VAT of a delivery follows its goods: only the taxable class can be set."
