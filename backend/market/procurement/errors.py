"""What can go wrong between a need and an approved order."""

from __future__ import annotations

from market.core.errors import DomainError


class NobodyToApprove(DomainError):
    """No approval line for the amount, or only the requester stands in it."""

    code = "nobody_to_approve"
    message_ko = "결재할 사람이 없어요. 기관 관리자에게 결재선을 정해 달라고 해 주세요."
    message_en = "There is nobody to approve it. Ask whoever administers the agency to set an approval line."


class ApproverGone(DomainError):
    """Somebody in the approval line has left or may not approve any more."""

    code = "approver_gone"
    message_ko = "결재선의 {name} 님은 더는 결재할 수 없어요. 기관 관리자가 결재선을 고쳐야 해요."
    message_en = "{name} of the approval line cannot approve any more. The approval line has to be mended."


class TemplateRangeTaken(DomainError):
    """Another approval line of the same department begins at the same amount."""

    code = "unique"
    message_ko = "같은 부서에 같은 금액부터 시작하는 결재선이 있어요."
    message_en = "An approval line of this department begins at the same amount already."


class NotEditable(DomainError):
    """In approval, or decided for good."""

    code = "not_editable"
    message_ko = "지금은 고칠 수 없는 품의예요. ({status})"
    message_en = "The request cannot be changed now. ({status})"


class BasketTaken(DomainError):
    """Another request is being written from the basket."""

    code = "basket_taken"
    message_ko = "이 구매 목록으로 쓰고 있는 품의가 있어요."
    message_en = "A request is being written from this purchase list already."


class BasketGone(DomainError):
    """The basket was ordered or deleted."""

    code = "basket_gone"
    message_ko = "품의에 담긴 구매 목록이 없어졌어요. 다시 담아 주세요."
    message_en = "The purchase list of this request is gone. Please fill it again."


class OpenTenderNeeded(DomainError):
    """No private contract is open for one enterprise's part."""

    code = "open_tender"
    message_ko = "{vendor}에서 사는 금액은 수의계약을 할 수 없어요. 입찰로 나라장터에서 진행해 주세요."
    message_en = "The part of {vendor} cannot be bought by private contract; it needs an open tender."


class QuotesMissing(DomainError):
    """Fewer quotes are attached than the law, or the agency's rules, ask for."""

    code = "quotes_missing"
    message_ko = "{vendor}에서 사려면 견적서가 {needed}부 있어야 해요. 지금 {attached}부예요."
    message_en = "Buying from {vendor} takes {needed} quotes; {attached} are attached."


class SplitReasonNeeded(DomainError):
    """With what was bought before, it would pass a limit (쪼개기 계약)."""

    code = "split_reason_needed"
    message_ko = "{vendor}에서 올해 산 금액과 더하면 한도를 넘어요. 나누어 사는 것이 아닌 까닭을 적어 주세요."
    message_en = "Together with this year's purchases from {vendor} it passes a limit. Say why it is no split purchase."


class ChoiceReasonNeeded(DomainError):
    """A lower quote was not chosen."""

    code = "choice_reason_needed"
    message_ko = "{vendor}보다 낮은 견적이 있어요. 고른 까닭을 적어 주세요."
    message_en = "A quote lower than that of {vendor} was not chosen. Please say why."


class NotInApproval(DomainError):
    """It was decided, sent back or withdrawn already."""

    code = "not_in_approval"
    message_ko = "결재 중인 품의가 아니에요. ({status})"
    message_en = "The request is not in approval. ({status})"


class HoldLapsed(DomainError):
    """Price, stock and budget are not held any more."""

    code = "hold_lapsed"
    message_ko = "가격과 재고를 잡아 둔 기간이 끝났어요. 기안자가 다시 올려야 해요."
    message_en = "The time for which its terms were held is over. The requester has to put it up again."


class OlderRound(DomainError):
    """The page shows a round that is over."""

    code = "older_round"
    message_ko = "그사이 다시 올린 품의예요. 새로 고친 내용을 보고 결정해 주세요."
    message_en = "The request was put up anew since. Please look at it again before you decide."


class TotalMoved(DomainError):
    """The total is not the one the approver saw; ``total`` in won."""

    code = "total_moved"
    message_ko = "그사이 금액이 {total}원으로 바뀌었어요. 다시 보고 결정해 주세요."
    message_en = "The total is {total} won by now. Please look at it again before you decide."


class NotYourTurn(DomainError):
    """The person stands in the line, but earlier stages have not decided."""

    code = "not_your_turn"
    message_ko = "아직 결재할 차례가 아니에요."
    message_en = "It is not your turn yet."


class NotInLine(DomainError):
    """The person, nor anybody the person stands in for today, has no place in the approval line."""

    code = "not_in_line"
    message_ko = "이 품의의 결재선에 없어요."
    message_en = "You have no place in the approval line of this request."


class DecidedAlready(DomainError):
    """The person's place has decided."""

    code = "decided_already"
    message_ko = "이미 결정했어요."
    message_en = "This was decided already."


class OwnRequest(DomainError):
    """Nobody approves the own request, not as somebody's deputy either."""

    code = "own_request"
    message_ko = "자기가 올린 품의는 결재할 수 없어요."
    message_en = "Nobody approves the own request."


class LineNotStanding(DomainError):
    """No such line in this round, or it was rejected before."""

    code = "not_found"
    message_ko = "이 품의에 없거나 이미 반려한 품목이에요."
    message_en = "The request has no such line, or it was rejected already."


class VendorStopped(DomainError):
    """An enterprise does not sell any more."""

    code = "vendor_stopped"
    message_ko = "{vendor}가 판매를 멈춰서 발주할 수 없어요. 보완 요청으로 돌려보내 주세요."
    message_en = "{vendor} does not sell any more, so that nothing can be ordered. Please send the request back."


class DeliveryDayPassed(DomainError):
    """The day by which it should be there is over."""

    code = "delivery_day_passed"
    message_ko = "납품 희망일이 지났어요. 날짜를 고쳐 다시 올려야 해요."
    message_en = "The delivery day has passed. The request needs another one."


class PurchaseOrderStanding(DomainError):
    """The purchase order is in a state in which this cannot be done."""

    code = "not_possible_now"
    message_ko = "지금 상태에서는 할 수 없는 일이에요. ({status})"
    message_en = "This cannot be done now. ({status})"


class NoRealChange(DomainError):
    """Neither a later day nor fewer pieces."""

    code = "invalid"
    message_ko = "더 늦은 날이나 더 적은 수량을 제안해 주세요. 값을 올릴 수는 없어요."
    message_en = "Propose a later day or fewer pieces. A higher price cannot be proposed."


class FolderTooLarge(DomainError):
    """The papers of a purchase together are more than can be handed out at once."""

    code = "folder_too_large"
    message_ko = "문서철이 너무 커요. 문서를 하나씩 받아 주세요."
    message_en = "The folder is too large. Please download the papers one by one."
