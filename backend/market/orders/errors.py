"""What can go wrong with orders; codes are those of Saleor's OrderErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class OrderNotCancellable(DomainError):
    code = "cannot_cancel_order"
    message_ko = "이미 발송했거나 끝난 주문이라 취소할 수 없어요."
    message_en = "This order can't be canceled."


class OrderNotPayable(DomainError):
    code = "payment_error"
    message_ko = "이미 결제됐거나 끝난 주문이에요."
    message_en = "The order is paid already or has ended."


class UnpaidOrderNotFulfillable(DomainError):
    code = "cannot_fulfill_unpaid_order"
    message_ko = "입금을 확인한 뒤에 발송할 수 있어요."
    message_en = "Cannot fulfill unpaid order."


class OrderNotFulfillable(DomainError):
    code = "invalid"
    message_ko = "발송할 수 없는 상태의 주문이에요."
    message_en = "The order is in a status that cannot be fulfilled."


class TooManyPieces(DomainError):
    """More pieces of a line than are still to be shipped."""

    code = "fulfill_order_line"
    message_ko = "남은 수량보다 많아요. {remaining}개까지 발송할 수 있어요."
    message_en = "Only {remaining} items remaining to fulfill."


class NothingToFulfill(DomainError):
    code = "zero_quantity"
    message_ko = "발송할 수량을 적어 주세요."
    message_en = "Total quantity must be larger than 0."


class DuplicatedLine(DomainError):
    code = "duplicated_input_item"
    message_ko = "같은 주문 줄이 두 번 들어 있어요."
    message_en = "Duplicated order line ID."


class StatusTransitionRefused(DomainError):
    """The status machine does not lead from here to there."""

    code = "invalid"
    message_ko = "지금 상태에서는 할 수 없는 일이에요."
    message_en = "The status cannot change from {from_status} to {to_status}."
