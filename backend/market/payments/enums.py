"""The words of payments; those of the Transaction API are Saleor's."""

from __future__ import annotations

from django.db import models

# The gateways of this market's own whose money people move; what is asked of them is carried out by hand.
BANK_TRANSFER, DEFERRED = "ieum.payment.bank_transfer", "ieum.payment.deferred"
BY_HAND = (BANK_TRANSFER, DEFERRED)


class TransactionEventType(models.TextChoices):
    AUTHORIZATION_SUCCESS = "authorization_success"
    AUTHORIZATION_FAILURE = "authorization_failure"
    AUTHORIZATION_ADJUSTMENT = "authorization_adjustment"
    AUTHORIZATION_REQUEST = "authorization_request"
    AUTHORIZATION_ACTION_REQUIRED = "authorization_action_required"
    CHARGE_ACTION_REQUIRED = "charge_action_required"
    CHARGE_SUCCESS = "charge_success"
    CHARGE_FAILURE = "charge_failure"
    CHARGE_BACK = "charge_back"
    CHARGE_REQUEST = "charge_request"
    REFUND_SUCCESS = "refund_success"
    REFUND_FAILURE = "refund_failure"
    REFUND_REVERSE = "refund_reverse"
    REFUND_REQUEST = "refund_request"
    CANCEL_SUCCESS = "cancel_success"
    CANCEL_FAILURE = "cancel_failure"
    CANCEL_REQUEST = "cancel_request"
    INFO = "info"


class TransactionAction(models.TextChoices):
    """What can be asked of a provider once a payment stands."""

    CHARGE = "charge"
    REFUND = "refund"
    CANCEL = "cancel"


class FlowStrategy(models.TextChoices):
    """Whether a payment is only promised first, or taken at once."""

    AUTHORIZATION = "authorization"
    CHARGE = "charge"


class ActionStatus(models.TextChoices):
    WAITING = "waiting", "보낼 것"
    SENT = "sent", "처리 중"
    DONE = "done", "끝남"
    FAILED = "failed", "거절됨"
    DEAD = "dead", "확인 필요"


class ProviderEventStatus(models.TextChoices):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class PaymentStatus(models.TextChoices):
    """What a provider says of a payment as a whole."""

    ACTION_REQUIRED = "action_required"  # the shopper has to do something
    PENDING = "pending"  # the provider is at it, or waits for a transfer
    AUTHORIZED = "authorized"
    CHARGED = "charged"
    FAILED = "failed"
    CANCELED = "canceled"


class RefundStatus(models.TextChoices):
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class DisputeStatus(models.TextChoices):
    OPEN = "open"
    WON = "won"
    LOST = "lost"


class DifferenceKind(models.TextChoices):
    MISSING_HERE = "missing_here", "우리 장부에 없음"
    MISSING_THERE = "missing_there", "결제사에 없음"
    CHARGED_DIFFERS = "charged_differs", "결제 금액이 다름"
    REFUNDED_DIFFERS = "refunded_differs", "환불 금액이 다름"
    STATUS_DIFFERS = "status_differs", "상태가 다름"


class DepositStatus(models.TextChoices):
    """What became of a line of a bank statement."""

    UNMATCHED = "unmatched", "확인 필요"
    MATCHED = "matched", "맞춤"
    IGNORED = "ignored", "제외"


class DepositMatchKind(models.TextChoices):
    """How well a deposit fits what is awaited."""

    CERTAIN = "certain", "확실"
    PARTIAL = "partial", "모자람"
    OVER = "over", "넘침"
    SUGGESTED = "suggested", "제안"
    NONE = "none", "없음"


class BatchStatus(models.TextChoices):
    """Where an uploaded bank statement stands."""

    PREVIEW = "preview", "미리보기"
    APPLYING = "applying", "반영 중"
    DONE = "done", "반영됨"
