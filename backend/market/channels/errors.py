"""What can go wrong with channels; codes are those of Saleor's ChannelErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class AlreadySwitched(DomainError):
    """It is active already, or inactive already."""

    code = "invalid"
    message_ko = "이미 그 상태인 채널이에요."
    message_en = "This channel is already {state}."


class DuplicatedInputItem(DomainError):
    """The same thing is to be added and taken away."""

    code = "duplicated_input_item"
    message_ko = "같은 것을 더하면서 뺄 수는 없어요."
    message_en = "The same object cannot be in both lists for adding and removing items."


class ChannelWithOrders(DomainError):
    code = "channel_with_orders"
    message_ko = "주문이 있는 채널이에요. 주문을 옮길 채널을 골라 주세요."
    message_en = "Cannot delete a channel with orders. Choose a channel to move them to."


class CurrencyDiffers(DomainError):
    code = "channels_currency_must_be_the_same"
    message_ko = "통화가 같은 채널로만 옮길 수 있어요."
    message_en = "Cannot move orders to a channel with another currency. Choose a channel that uses {currency}."


class ChannelHoldsMoney(DomainError):
    """Somebody has paid for a checkout that is not an order yet."""

    code = "invalid"
    message_ko = "결제가 진행 중인 장바구니가 있어요. 주문이 되거나 환불된 뒤에 지워 주세요."
    message_en = "There are checkouts with money in this channel. Delete it when they are orders or refunded."


class SettingFixed(DomainError):
    """A setting of Saleor's that has one value here; ``value`` says which."""

    code = "invalid"
    message_ko = "이 장터에서는 바꿀 수 없는 설정이에요. 늘 {value}예요."
    message_en = "This setting cannot be changed here: it is always {value}."


class AgenciesPayLater(DomainError):
    code = "invalid"
    message_ko = "공공기관은 검수한 뒤에 내므로 주문이 저절로 끝나지 않아요."
    message_en = "Agencies pay after inspection, so that their orders do not expire."
