"""What payments tell the other rooms. Payloads are ids and amounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class TransactionFact(Event):
    """Something about one transaction. ``order_id`` is none where there is no order (yet); ``amount`` is in the currency's unit."""

    topic: ClassVar[str] = "payments.transaction_fact"
    transaction_token: UUID
    order_id: UUID | None
    amount: str
    currency: str

    @property
    def key(self) -> str:
        return f"transaction:{self.transaction_token}"


@dataclass(frozen=True, kw_only=True)
class PaymentReceived(TransactionFact):
    """Money came."""

    topic: ClassVar[str] = "payments.payment_received"


@dataclass(frozen=True, kw_only=True)
class RefundSucceeded(TransactionFact):
    """Money went back."""

    topic: ClassVar[str] = "payments.refund_succeeded"
    psp_reference: str


@dataclass(frozen=True, kw_only=True)
class RefundFailed(TransactionFact):
    """Money should have gone back and did not; staff must look."""

    topic: ClassVar[str] = "payments.refund_failed"
    psp_reference: str


@dataclass(frozen=True, kw_only=True)
class PaymentDisputed(TransactionFact):
    """A buyer contests a charge with the bank."""

    topic: ClassVar[str] = "payments.payment_disputed"
