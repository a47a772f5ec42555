"""Why a code does not count. Codes are those of Saleor's CheckoutErrorCode, DiscountErrorCode and GiftCardErrorCode."""

from __future__ import annotations

from collections.abc import Iterable

from market.core.errors import DomainError


class InvalidPromoCode(DomainError):
    """No such code, an ended one, a used-up one, one of another channel or person: never said which."""

    code = "invalid"
    message_ko = "쓸 수 없는 코드예요. 코드를 다시 확인해 주세요."
    message_en = "Promo code is invalid."


class TooManyPromoCodeAttempts(DomainError):
    code = "invalid"
    message_ko = "코드를 여러 번 잘못 넣었어요. {minutes}분쯤 뒤에 다시 해 주세요."
    message_en = "Too many wrong codes. Please try again in about {minutes} minutes."


class VoucherNotApplicable(DomainError):
    """The code in use counts no longer."""

    code = "voucher_not_applicable"
    message_ko = "쓰던 할인 코드를 더는 쓸 수 없어요. 코드를 빼고 다시 주문해 주세요."
    message_en = "The voucher in use does not apply any more. Remove it and order again."


class MinimumSpentNotReached(VoucherNotApplicable):
    message_ko = "{amount}원 이상 담아야 쓸 수 있는 코드예요."
    message_en = "This offer is only valid for orders over {amount}."


class TooFewPieces(VoucherNotApplicable):
    message_ko = "{quantity}개 이상 담아야 쓸 수 있는 코드예요."
    message_en = "This offer is only valid for orders with a minimum of {quantity} items."


class UsedByCustomer(VoucherNotApplicable):
    message_ko = "한 사람이 한 번만 쓸 수 있는 코드예요."
    message_en = "This offer is valid only once per customer."


class ForStaffOnly(VoucherNotApplicable):
    message_ko = "직원만 쓸 수 있는 코드예요."
    message_en = "This offer is valid only for staff customers."


class NothingEligible(VoucherNotApplicable):
    message_ko = "장바구니에 이 코드를 쓸 수 있는 상품이 없어요."
    message_en = "This offer is only valid for selected items."


class NothingToShip(VoucherNotApplicable):
    message_ko = "배송할 것이 없어 배송비 코드를 쓸 수 없어요."
    message_en = "Your order does not require shipping."


class DeliveryNotChosen(VoucherNotApplicable):
    message_ko = "배송지와 배송 방법을 고른 뒤에 쓸 수 있는 코드예요."
    message_en = "Please select a delivery method first."


class CountryNotServed(VoucherNotApplicable):
    message_ko = "이 배송지에는 쓸 수 없는 코드예요."
    message_en = "This offer is not valid in your country."


class GiftCardNotApplicable(DomainError):
    """A card in use that cannot pay what was shown: it ended, was stopped, or was spent elsewhere in the meantime."""

    code = "gift_card_not_applicable"
    message_ko = "쓰던 기프트카드를 더는 쓸 수 없거나 잔액이 바뀌었어요. 카드를 확인하고 다시 주문해 주세요."
    message_en = "A gift card in use no longer applies or its balance has changed. Check it and order again."


class TooManyGiftCards(GiftCardNotApplicable):
    message_ko = "한 번에 기프트카드 {limit}장까지 쓸 수 있어요."
    message_en = "At most {limit} gift cards can be used at once."


class CodesError(DomainError):
    """Something about voucher codes; ``voucher_codes`` are those it is about."""

    def __init__(self, codes: Iterable[str], field: str | None = "addCodes") -> None:
        super().__init__(field, voucher_codes=sorted(codes))


class CodeTaken(CodesError):
    code = "already_exists"
    message_ko = "이미 있는 코드예요."
    message_en = "Promo code already exists."


class CodeTwice(CodesError):
    code = "duplicated_input_item"
    message_ko = "같은 코드가 두 번 들어 있어요."
    message_en = "Codes in the input are duplicated."


class VoucherAlreadyUsed(DomainError):
    """How often a voucher may be used cannot change once it was."""

    code = "voucher_already_used"
    message_ko = "이미 쓰인 할인이라 사용 횟수 조건은 바꿀 수 없어요."
    message_en = "Usage settings of a voucher that was already used cannot be changed."


class ChannelsError(DomainError):
    """Something about channels; ``channels`` are their global ids."""

    code = "invalid"
    message_ko = "이 채널에서 쓸 수 없는 값이에요."
    message_en = "The value cannot be used in this channel."


class ChannelValueRequired(ChannelsError):
    code = "required"
    message_ko = "할인 값을 적어 주세요."
    message_en = "Value is required for voucher."


class ChannelTwice(ChannelsError):
    code = "duplicated_input_item"
    message_ko = "같은 채널이 두 번 들어 있어요."
    message_en = "The same channel is named twice."


class GiftCardExpired(DomainError):
    code = "expired_gift_card"
    message_ko = "기한이 지난 기프트카드예요."
    message_en = "Expired gift card cannot be activated."


class CannotAssign(DomainError):
    """A card somebody has used already, or nobody such."""

    code = "cannot_assign"
    message_ko = "이 사람에게 정해 줄 수 없어요."
    message_en = "The gift card cannot be assigned to this person."
