"""What can go wrong with payments; codes are those of Saleor's transaction error enums."""

from __future__ import annotations

from market.core.errors import DomainError


class GatewayUnknown(DomainError):
    """No such payment gateway, or not offered in this channel and currency."""

    code = "not_found"
    message_ko = "쓸 수 없는 결제 방법이에요."
    message_en = "This payment gateway is not available."


class AmountInvalid(DomainError):
    """Not a positive amount, more than is still to be paid, or less than the provider takes."""

    code = "invalid"
    message_ko = "결제할 금액이 맞지 않아요. 남은 금액은 {remaining}원이에요."
    message_en = "The amount does not fit. {remaining} is still to be paid."


class AmountTooSmall(DomainError):
    code = "invalid"
    message_ko = "{minimum}원부터 이 방법으로 결제할 수 있어요."
    message_en = "This way of payment takes {minimum} or more."


class NothingToPay(DomainError):
    code = "invalid"
    message_ko = "더 결제할 금액이 없어요."
    message_en = "There is nothing left to pay."


class GatewayDataInvalid(DomainError):
    """The data for the gateway lacks something or names what it does not know."""

    code = "invalid"
    message_ko = "결제 정보가 올바르지 않아요. ({detail})"
    message_en = "The data for the payment gateway is not valid ({detail})."


class IdempotencyKeyReused(DomainError):
    """The key belongs to another payment of this checkout or order."""

    code = "unique"
    message_ko = "이미 쓴 멱등 키예요."
    message_en = "The idempotency key was used for another payment already."


class TransactionAlreadyProcessed(DomainError):
    code = "transaction_already_processed"
    message_ko = "이미 끝난 결제예요."
    message_en = "The transaction has been processed already."


class PaymentOutdated(DomainError):
    """The cart changed after the payment was begun; that payment has been called off."""

    code = "invalid"
    message_ko = "그사이 금액이 바뀌어 이전 결제를 멈췄어요. 새 금액으로 다시 결제해 주세요."
    message_en = "The total has changed, so the earlier payment was called off. Please pay the new total."


class ActionNotAvailable(DomainError):
    code = "invalid"
    message_ko = "지금은 할 수 없는 일이에요."
    message_en = "This action is not available for the transaction now."


class DuplicatedReport(DomainError):
    """The same reference was reported before with another amount or type."""

    code = "incorrect_details"
    message_ko = "같은 참조 번호로 다른 내용이 이미 기록되어 있어요."
    message_en = "An event with this reference was recorded with other details."


class ProviderRefused(DomainError):
    """The provider said no, for a reason that trying again does not change."""

    code = "invalid"
    message_ko = "결제사에서 거절했어요. ({detail})"
    message_en = "The payment provider refused ({detail})."


class StatementUnreadable(DomainError):
    """The file is no statement that can be read; ``detail_ko`` and ``detail_en`` say why."""

    code = "invalid"
    message_ko = "{detail_ko}"
    message_en = "{detail_en}"

    def __init__(self, field: str | None, detail_ko: str, detail_en: str) -> None:
        super().__init__(field, detail_ko=detail_ko, detail_en=detail_en)


class BatchNotReady(DomainError):
    """The statement has been applied already, or its preview has lapsed."""

    code = "invalid"
    message_ko = "이미 반영했거나 기한이 지난 미리보기예요. 파일을 다시 올려 주세요."
    message_en = "This preview was applied already or has lapsed. Please upload the file again."


class DepositNotOpen(DomainError):
    """The deposit is matched or ignored already."""

    code = "invalid"
    message_ko = "이미 처리한 입금이에요. 새로 고친 뒤 다시 봐 주세요."
    message_en = "The deposit was dealt with already. Please reload and look again."


class DepositNotReversible(DomainError):
    """What the deposit brought has been given back, or is about to be."""

    code = "invalid"
    message_ko = "이 돈은 이미 돌려주었거나 돌려주는 중이라 맞춤을 되돌릴 수 없어요."
    message_en = "This money has been given back or is about to be, so the match cannot be undone."


class RefundAccountNotNeeded(DomainError):
    """No refund by transfer is waiting for this order."""

    code = "invalid"
    message_ko = "이 주문에는 계좌로 돌려드릴 돈이 없어요."
    message_en = "No refund by transfer is waiting for this order."


class AccountNumberInvalid(DomainError):
    code = "invalid"
    message_ko = "계좌번호는 숫자 10~16자리예요. 줄표는 넣어도 돼요."
    message_en = "An account number has 10 to 16 digits; hyphens are fine."


class ProviderUnavailable(Exception):
    """The provider cannot be reached, or does not know itself what became of the call. Trying again is safe: every call has a key."""


class ProviderSilent(DomainError):
    """What the buyer is told when a provider cannot be reached. Nothing is lost: the same request may be sent again."""

    code = "invalid"
    is_passing = True
    message_ko = "결제사와 연결되지 않아요. 잠시 뒤에 다시 해 주세요. 두 번 결제되지 않아요."
    message_en = "The payment provider does not answer. Please try again shortly; you will not be charged twice."


class SignatureInvalid(Exception):
    """A message that claims to come from a provider and does not."""
