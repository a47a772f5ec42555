"""Bank transfer (무통장 입금): the shopper transfers, the operator matches the statement. No interface to call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings

from market.core.money import Money
from market.orders.enums import PaymentMeans
from market.payments.enums import FlowStrategy, PaymentStatus
from market.payments.errors import ProviderRefused, SignatureInvalid
from market.payments.ports import Answer, Handle, Message, OpenRequest, PaymentState


class ByHand:
    """What providers without an interface share: nothing happens until people report it."""

    id: str
    name_ko: str
    name_en: str
    means: PaymentMeans
    currencies: tuple[str, ...] = ("KRW",)
    strategies: tuple[FlowStrategy, ...] = (FlowStrategy.CHARGE,)
    minimum = Decimal(1)
    is_remote = False

    def client_config(self, *, amount: Money, language: str) -> dict[str, Any]:
        return {}

    def check(self, data: Mapping[str, Any]) -> PaymentMeans:
        return self.means

    def open(self, request: OpenRequest) -> Answer:
        state = self._state(request.transaction_token, request.amount.amount, request.amount.currency)
        return Answer(state, data=self.instructions(request))

    def instructions(self, request: OpenRequest) -> dict[str, Any]:
        """What the shopper is told to do."""
        return {}

    def process(self, handle: Handle, data: Mapping[str, Any]) -> Answer:
        return Answer(self.read(handle))

    def read(self, handle: Handle) -> PaymentState:
        return self._state(handle.transaction_token, handle.amount, handle.currency)

    def charge(self, handle: Handle, *, amount: Decimal, key: UUID) -> PaymentState:
        raise ProviderRefused("actionType", detail="reported by hand")

    def refund(self, handle: Handle, *, amount: Decimal, key: UUID, reason: str) -> PaymentState:
        raise ProviderRefused("actionType", detail="reported by hand")

    def cancel(self, handle: Handle, *, key: UUID, reason: str) -> PaymentState:
        """There is nothing anybody would have to undo."""
        return PaymentState(str(handle.transaction_token), PaymentStatus.CANCELED, handle.amount, handle.currency)

    def message(self, *, body: bytes, headers: Mapping[str, str]) -> Message:
        raise SignatureInvalid

    def list_since(self, since: dt.datetime, until: dt.datetime) -> Iterator[PaymentState]:
        return iter(())

    def _state(self, token: UUID, amount: Decimal, currency: str) -> PaymentState:
        return PaymentState(str(token), PaymentStatus.PENDING, amount, currency)


class BankTransfer(ByHand):
    id = "ieum.payment.bank_transfer"
    name_ko = "무통장 입금"
    name_en = "Bank transfer"
    means = PaymentMeans.BANK_TRANSFER

    def client_config(self, *, amount: Money, language: str) -> dict[str, Any]:
        return _account()

    def instructions(self, request: OpenRequest) -> dict[str, Any]:
        pay_by = request.pay_by.isoformat() if request.pay_by else None
        return {**_account(), "reference": request.reference, "payBy": pay_by}


def _account() -> dict[str, Any]:
    return {
        "bankName": settings.OPERATOR_BANK_NAME,
        "accountNumber": settings.OPERATOR_BANK_ACCOUNT,
        "accountHolder": settings.OPERATOR_BANK_HOLDER,
    }
