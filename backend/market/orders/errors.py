"""What can go wrong with orders; codes are those of Saleor's OrderErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class OrderNotCancellable(DomainError):
    code = "cannot_cancel_order"
    message_ko = "이미 발송했거나 끝난 주문이라 취소할 수 없어요."
    message_en = "This order can't be canceled."


class OrderAwaitsApproval(OrderNotCancellable):
    """The order holds the terms of a purchase request that is in approval."""

    message_ko = "결재 중인 주문이에요. 품의에서 취하해 주세요."
    message_en = "The order waits for approval; withdraw its purchase request instead."


class OrderNotHeld(DomainError):
    """What is done with terms that are held, on an order that stands or has ended."""

    code = "invalid"
    message_ko = "결재를 기다리는 주문이 아니에요."
    message_en = "The order does not wait for approval."


class LastLine(DomainError):
    """Nothing would be left of the order."""

    code = "invalid"
    message_ko = "마지막 남은 품목이에요."
    message_en = "It is the last line of the order."


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


class DispatchedAlready(OrderNotCancellable):
    """Something of the enterprise's part is on its way; what is left is to send it back."""

    message_ko = "이미 발송해서 취소할 수 없어요. 받은 뒤에 청약철회(반품)를 신청해 주세요."
    message_en = "It is on its way and can't be canceled any more. You can withdraw after it has arrived."


class BuyerNotRecognised(DomainError):
    """Not the buyer, as far as can be told: the same for a wrong address, none, and an order that belongs to a member."""

    code = "not_found"
    message_ko = "주문한 분인지 확인할 수 없어요. 로그인하거나 주문할 때 적은 이메일을 넣어 주세요."
    message_en = "We cannot tell that it is your order. Sign in, or give the e-mail address it was placed with."


class TooManyGuesses(DomainError):
    """Wrong addresses were given too often."""

    code = "invalid"
    message_ko = "이메일을 여러 번 잘못 넣었어요. {minutes}분쯤 뒤에 다시 해 주세요."
    message_en = "Too many wrong addresses. Please try again in about {minutes} minutes."


class NotOneOrder(DomainError):
    """Parts of different orders were named together."""

    code = "invalid"
    message_ko = "한 주문에 든 기업별 주문만 함께 취소할 수 있어요."
    message_en = "Only parts of one order can be canceled together."


class DispatchEnded(DomainError):
    """The dispatch came back or was called off."""

    code = "invalid"
    message_ko = "반품됐거나 취소된 발송이에요."
    message_en = "This fulfillment has come back or was called off."


class DeliveredAlready(DomainError):
    code = "invalid"
    message_ko = "이미 배송을 마친 발송이에요."
    message_en = "This fulfillment was delivered already."


class WithdrawalPeriodOver(DomainError):
    """The days of 전자상거래법 §17 have passed."""

    code = "withdrawal_period_over"
    message_ko = "청약철회 기간이 지났어요. {until}까지 신청할 수 있었어요."
    message_en = "The withdrawal period ended on {until}."


class NothingToWithdraw(DomainError):
    code = "zero_quantity"
    message_ko = "돌려보낼 수량을 적어 주세요."
    message_en = "Say how many pieces are to go back."


class TooManyWithdrawn(DomainError):
    """More pieces of a line than were dispatched and are not in a withdrawal yet."""

    code = "invalid_quantity"
    message_ko = "{remaining}개까지 돌려보낼 수 있어요."
    message_en = "Only {remaining} pieces can go back."


class NotWithdrawable(DomainError):
    """A service whose terms were shown before the order; 전자상거래법 §17②5."""

    code = "not_withdrawable"
    message_ko = "이미 제공한 서비스는 안내한 취소 기준에 따라요. 단순 변심으로 철회할 수 없어요."
    message_en = "A service that was provided follows the cancellation terms shown with it; it cannot be withdrawn."


class ExceptionHolds(NotWithdrawable):
    """Goods that are excepted by terms shown before the order; 전자상거래법 §17②, ⑥, 시행령 §21."""

    message_ko = "주문하기 전에 안내한 대로 단순 변심으로는 되돌릴 수 없는 상품이에요. 불량이거나 설명과 다르면 신청할 수 있어요."
    message_en = "As shown before the order, these goods cannot go back for a change of mind. If faulty or not as described, they can."


class WithdrawalStatusRefused(DomainError):
    """The state table does not lead from here to there."""

    code = "invalid_status"
    message_ko = "지금 상태에서는 할 수 없는 일이에요."
    message_en = "The withdrawal cannot change from {from_status} to {to_status}."


class NothingToCancel(DomainError):
    code = "zero_quantity"
    message_ko = "취소할 수량을 적어 주세요."
    message_en = "Say how many pieces are to be cancelled."


class TooManyToCancel(DomainError):
    """More pieces of a line than are still to be sent."""

    code = "invalid_quantity"
    message_ko = "아직 보내지 않은 것은 {remaining}개예요."
    message_en = "Only {remaining} pieces are still to be sent."


class WorkStateRefused(DomainError):
    """Something of the part was sent, or it has ended."""

    code = "invalid"
    message_ko = "이미 보냈거나 끝난 주문이에요."
    message_en = "This part was sent already or has ended."


class NotReadyYet(DomainError):
    """The buyer has not paid."""

    code = "cannot_fulfill_unpaid_order"
    message_ko = "아직 결제하지 않은 주문이에요."
    message_en = "The order is not paid yet."


class FulfillmentNotCancellable(DomainError):
    """It has arrived, came back, or some of it is on its way back."""

    code = "cannot_cancel_fulfillment"
    message_ko = "이미 도착했거나 반품 중인 발송은 되돌릴 수 없어요."
    message_en = "A dispatch that has arrived or goes back can't be canceled."


class TooManyRows(DomainError):
    """More rows than one request may hold."""

    code = "invalid"
    message_ko = "한 번에 {limit}건까지 할 수 있어요."
    message_en = "At most {limit} at once."


class NotDeferred(DomainError):
    """A delivery date is agreed with agencies that pay later; for everybody else the promise stands."""

    code = "invalid"
    message_ko = "후불 주문만 납품 기한을 따로 정할 수 있어요."
    message_en = "Only for orders that are paid later can a delivery date be agreed."
