"""What can go wrong with quotes; codes are those of QuoteErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError


class RequestNotEditable(DomainError):
    code = "not_editable"
    message_ko = "이미 보낸 견적요청은 고칠 수 없어요. 취소하고 새로 보내 주세요."
    message_en = "A request that was sent cannot be changed. Cancel it and send a new one."


FIELD_WORDS = {
    "title": "건명",
    "deliveryPlace": "납품 장소",
    "deliveryBy": "납품 기한",
    "replyBy": "답 마감",
    "items": "품목",
    "vendors": "요청할 기업",
}


class RequestNotComplete(DomainError):
    """``missing``: names of input fields, joined by commas; ``missing_ko``: the same in the words of the form."""

    code = "not_complete"
    message_ko = "보내기 전에 채워 주세요: {missing_ko}"
    message_en = "Please fill in what is missing before sending: {missing}."


class RequestNotOpen(DomainError):
    """Late, closed, called off or not sent yet."""

    code = "not_open"
    message_ko = "답을 받는 기간이 아니에요. 마감됐거나 취소된 견적요청이에요."
    message_en = "This request takes no answers now: it has closed or was cancelled."


class RequestStillSealed(DomainError):
    code = "still_sealed"
    message_ko = "마감 전이라 아직 고를 수 없어요. 마감되거나 모두 답하면 금액이 열려요."
    message_en = "Answers open when the deadline has passed or everybody has answered."


class VendorNotSelling(DomainError):
    code = "vendor_not_selling"
    message_ko = "지금 거래할 수 없는 기업이에요."
    message_en = "This enterprise does not sell at the moment."


class AnswerNotStanding(DomainError):
    """Replaced or withdrawn."""

    code = "replaced"
    message_ko = "새 견적으로 바뀌었거나 거둬들인 견적이에요."
    message_en = "This quote was replaced or withdrawn."


class QuoteEnded(DomainError):
    code = "quote_ended"
    message_ko = "유효기간이 지난 견적이에요. 새 견적을 받아 주세요."
    message_en = "The validity of this quote has ended. Please ask for a new one."


class QuoteNotChosen(DomainError):
    code = "not_chosen"
    message_ko = "먼저 견적을 골라야 구매 목록에 담을 수 있어요."
    message_en = "Choose the quote first; then it can be bought."


class ReasonRequired(DomainError):
    code = "reason_required"
    message_ko = "가장 낮은 금액이 아닌 견적을 고를 때는 까닭을 적어야 해요."
    message_en = "Please say why, since this is not the lowest quote."


class AlreadyChosen(DomainError):
    code = "already_chosen"
    message_ko = "이미 고른 견적이 있어요."
    message_en = "A quote of this request is chosen already."


class AlreadyAnswered(DomainError):
    """A refusal after an answer, or the other way round, needs the first to be taken back."""

    code = "already_answered"
    message_ko = "이미 견적을 냈어요. 사양하려면 먼저 견적을 거둬들여 주세요."
    message_en = "You have answered already. Withdraw the quote before declining."


class NothingToWithdraw(DomainError):
    code = "nothing_to_withdraw"
    message_ko = "거둬들일 견적이 없어요."
    message_en = "There is no quote to withdraw."


class ForeignListing(DomainError):
    code = "foreign_listing"
    message_ko = "우리 기업이 공공 채널에서 파는 상품만 고를 수 있어요."
    message_en = "Only goods your own enterprise sells in the public channel can be named."


class ItemsMismatch(DomainError):
    code = "items_mismatch"
    message_ko = "요청한 품목마다 한 줄씩 빠짐없이 적어 주세요."
    message_en = "Answer each requested item exactly once."


class EmptyBasket(DomainError):
    code = "empty_basket"
    message_ko = "견적을 낼 상품이 구매 목록에 없어요."
    message_en = "There is nothing in the purchase list to quote."


class NotPublicBasket(DomainError):
    code = "not_public_basket"
    message_ko = "공공 채널의 구매 목록으로만 견적을 낼 수 있어요."
    message_en = "Quotes are made of purchase lists of the public channel only."


class NotForSale(DomainError):
    """``name``: the first product that cannot be bought now."""

    code = "not_for_sale"
    message_ko = "지금 살 수 없는 상품이 있어요: {name}"
    message_en = "Something in the purchase list cannot be bought now: {name}"


class AnsweredQuestion(DomainError):
    code = "question_answered"
    message_ko = "이미 답한 질문이에요."
    message_en = "This question is answered already."


class TooManyFiles(DomainError):
    code = "too_many_files"
    message_ko = "파일은 {limit}개까지 붙일 수 있어요."
    message_en = "At most {limit} files."


class TooManyRequests(DomainError):
    code = "too_many_requests"
    message_ko = "질문은 {limit}개까지 할 수 있어요."
    message_en = "At most {limit} questions."
