"""Toss Payments (토스페이먼츠): cards, Korean wallets, transfers, mobile phones and virtual accounts, through its public HTTP API.

The shopper approves a payment in Toss's window; money moves only when we confirm it. So nothing has to be opened beforehand, and an
attempt that was called off here can never become money. The smallest payment is 100 won by card and 200 won by account
(docs.tosspayments.com, error code BELOW_MINIMUM_AMOUNT). There is no capture at a later time.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare

from market.core import clock
from market.core.money import Money
from market.core.sealing import seal, unseal
from market.orders.enums import PaymentMeans
from market.payments.enums import FlowStrategy, PaymentStatus
from market.payments.errors import GatewayDataInvalid, ProviderRefused, ProviderUnavailable, SignatureInvalid
from market.payments.gateways.toss_api import NOT_FOUND, TossApi, TossRefusal
from market.payments.gateways.toss_books import (
    UNCONFIRMED,
    VIRTUAL_ACCOUNT,
    Payment,
    deposit_facts,
    failure,
    reason_with_key,
    state_of,
    unpaid,
    uuid_of,
)
from market.payments.gateways.toss_words import FAILURES, METHODS
from market.payments.ports import Answer, Handle, Message, OpenRequest, PaymentState
from market.payments.selectors.transaction_get import kept_with

R = TypeVar("R")
SDK_URL = "https://js.tosspayments.com/v2/standard"
SECRET, REFUND_ACCOUNT = "webhookSecret", "refundReceiveAccount"
NOT_OURS = "paymentKey, orderId and amount are not of this payment"
PAYMENT_KEY = re.compile(r"[A-Za-z0-9_=-]{1,200}")
ACCOUNT = {"bank": r"[0-9A-Z]{2,3}", "accountNumber": r"[0-9]{1,20}", "holderName": r"[^\x00-\x1f]{1,60}"}
MAX_VALID_HOURS = 72


def asked(call: Callable[..., R]) -> Callable[..., R]:
    """Toss's refusals as ours; what trying again may change comes as ProviderUnavailable already."""

    @functools.wraps(call)
    def safe(*args: Any, **kwargs: Any) -> R:
        try:
            return call(*args, **kwargs)
        except TossRefusal as refusal:
            raise ProviderRefused(None, detail=str(refusal)[:200]) from refusal

    return safe


class Toss:
    id = "ieum.payment.toss"
    name_ko = "토스페이먼츠"
    name_en = "Toss Payments"
    means = PaymentMeans.CARD
    currencies: tuple[str, ...] = ("KRW",)
    strategies: tuple[FlowStrategy, ...] = (FlowStrategy.CHARGE,)
    minimum = Decimal(100)
    is_remote = True

    def __init__(self) -> None:
        self._api = TossApi(
            base=settings.TOSS_API_BASE,
            secret_key=settings.TOSS_SECRET_KEY,
            timeout=settings.PAYMENT_TIMEOUT_SECONDS,
        )

    def client_config(self, *, amount: Money, language: str) -> dict[str, Any]:
        return {
            "clientKey": settings.TOSS_CLIENT_KEY,
            "sdkUrl": SDK_URL,
            "isTestMode": settings.TOSS_CLIENT_KEY.startswith("test_"),
            "amount": int(amount.amount),
            "currency": amount.currency,
            "methods": list(METHODS),
        }

    def check(self, data: Mapping[str, Any]) -> PaymentMeans:
        """``{"method": "CARD"}``, one of ``METHODS``; may be left out where Toss's own widget lets the shopper choose."""
        method = data.get("method", "CARD")
        if not isinstance(method, str) or method not in METHODS:
            raise GatewayDataInvalid("paymentGateway", detail="method")
        return METHODS[method]

    def open(self, request: OpenRequest) -> Answer:
        """Says what the window needs; Toss hears of it from the browser."""
        token, amount = request.transaction_token, request.amount
        data: dict[str, Any] = {
            "clientKey": settings.TOSS_CLIENT_KEY,
            "orderId": str(token),
            "orderName": request.order_name[:100] or str(token),
            "amount": int(amount.amount),
            "currency": amount.currency,
            "method": request.data.get("method", "CARD"),
            "validHours": MAX_VALID_HOURS,
        }
        if request.email and len(request.email) <= 100:
            data["customerEmail"] = request.email
        return Answer(unpaid(token, amount.amount, amount.currency), data=data)

    @asked
    def process(self, handle: Handle, data: Mapping[str, Any]) -> Answer:
        """``{"paymentKey", "orderId", "amount"}`` from the success address confirms; ``{"code"}`` from the fail address is noted.

        With a virtual account, ``refundReceiveAccount`` may come along, now or later: Toss cannot give back without it.
        """
        account = _refund_account(data)
        keep: dict[str, Any] = {REFUND_ACCOUNT: account} if account else {}
        payment_key = _redirect(handle, data)
        if payment_key and handle.is_open and _is_provisional(handle):
            return self._confirm(handle, payment_key, keep)
        payment = self._payment(handle)
        state = self._state(handle, payment)
        if state.failure is None and isinstance(data.get("code"), str) and state.charged == 0 and handle.is_open:
            state = replace(state, failure=_told_by_client(handle, data["code"]))
        return _answer(state, payment, keep)

    @asked
    def read(self, handle: Handle) -> PaymentState:
        return self._state(handle, self._payment(handle))

    def charge(self, handle: Handle, *, amount: Decimal, key: UUID) -> PaymentState:
        raise ProviderRefused("actionType", detail="Toss Payments takes money at once")

    @asked
    def refund(self, handle: Handle, *, amount: Decimal, key: UUID, reason: str) -> PaymentState:
        """The books are read first: a cancellation that bears our key was done already, however long ago its answer was lost.

        ``refundableAmount`` makes Toss refuse when anything was cancelled between the reading and the call.
        """
        payment = self._payment(handle)
        state = self._state(handle, payment)
        if payment is None or state.charged == 0:
            raise ProviderRefused("actionType", detail="nothing was paid")
        if any(row.request_key == key for row in state.refunds):
            return state
        balance = int(payment["balanceAmount"])
        body: dict[str, Any] = {
            "cancelReason": reason_with_key(reason, key),
            "cancelAmount": int(amount),
            "refundableAmount": balance,
        }
        if payment.get("method") == VIRTUAL_ACCOUNT:
            body[REFUND_ACCOUNT] = _account_to_refund(handle)
        given_back = self._api.cancel(str(payment["paymentKey"]), key=f"{key}:{balance}", body=body)
        return self._state(handle, given_back)

    @asked
    def cancel(self, handle: Handle, *, key: UUID, reason: str) -> PaymentState:
        """Only a virtual account that waits is known to Toss as something to cancel; the rest ends by never being confirmed."""
        closed = replace(handle, is_open=False)
        payment = self._payment(handle)
        state = self._state(closed, payment)
        if payment is not None and state.status == PaymentStatus.PENDING:
            body = {"cancelReason": reason_with_key(reason, key)}
            state = self._state(closed, self._api.cancel(str(payment["paymentKey"]), key=str(key), body=body))
        if state.charged > 0:
            raise ProviderRefused(None, detail="the payment is paid already")
        return state

    def message(self, *, body: bytes, headers: Mapping[str, str]) -> Message:
        """Toss does not sign messages about payments. One is taken in when it is about a transaction of ours and, where we know the
        payment's secret, brings the same; what it says is not believed, but read from Toss. Its content is its id: repeats are equal.
        """
        try:
            told = json.loads(body)
            data = told.get("data", told)
            kind = str(told.get("eventType") or "DEPOSIT_CALLBACK")
            token, secret = uuid_of(data.get("orderId")), data.get("secret")
        except (ValueError, TypeError, AttributeError) as error:
            raise SignatureInvalid from error
        digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
        event_id = f"{kind[:100]}:{digest}"
        kept = kept_with(gateway=self.id, token=token) if token else None
        if kept is None:
            return Message(event_id, kind, "", {})
        expected = kept.get(SECRET)
        must_match = expected and (secret or kind == "DEPOSIT_CALLBACK")
        if must_match and not constant_time_compare(str(secret), str(expected)):
            raise SignatureInvalid
        facts = {
            "created": told.get("createdAt"),
            "status": data.get("status"),
            "transaction_token": str(token),
        }
        return Message(event_id, kind, str(token), facts, is_signed=False)

    @asked
    def list_since(self, since: dt.datetime, until: dt.datetime) -> Iterator[PaymentState]:
        """Toss lists what moved, so all that moved since then is looked through for payments that began in this time."""
        return iter(list(self._began_between(since, until)))

    def _began_between(self, since: dt.datetime, until: dt.datetime) -> Iterator[PaymentState]:
        seen: set[str] = set()
        for row in self._api.transactions(since, max(until, clock.now())):
            payment_key = str(row["paymentKey"])
            if payment_key in seen:
                continue
            seen.add(payment_key)
            payment = self._api.payment(payment_key)
            state = state_of(payment) if payment is not None else None
            if state is not None and state.created_at is not None and since <= state.created_at < until:
                yield state

    def _payment(self, handle: Handle) -> Payment | None:
        """The payment, None when the shopper has not begun. Raises ProviderRefused where Toss does not know what it told us itself."""
        if _is_provisional(handle):
            return self._api.payment_of_order(str(handle.transaction_token))
        payment = self._api.payment(handle.psp_reference)
        if payment is None:
            raise ProviderRefused("id", detail="Toss does not know the payment")
        return payment

    def _state(self, handle: Handle, payment: Payment | None) -> PaymentState:
        if payment is None:
            return unpaid(handle.transaction_token, handle.amount, handle.currency, is_open=handle.is_open)
        return state_of(payment, is_open=handle.is_open)

    def _confirm(self, handle: Handle, payment_key: str, keep: Mapping[str, Any]) -> Answer:
        order_id = str(handle.transaction_token)
        try:
            payment: Payment | None = self._api.confirm(
                payment_key=payment_key, order_id=order_id, amount=int(handle.amount)
            )
        except TossRefusal as refusal:
            if refusal.code in FAILURES:
                return self._declined(handle, payment_key, refusal.code)
            if refusal.code != "ALREADY_PROCESSED_PAYMENT":
                raise
            payment = self._api.payment(payment_key)
        except ProviderUnavailable:
            payment = self._api.payment(payment_key)  # the books say what became of the call
            if payment is None or payment["status"] in ("READY", "IN_PROGRESS"):
                raise
        _ensure_ours(handle, payment)
        return _answer(self._state(handle, payment), payment, keep)

    def _declined(self, handle: Handle, payment_key: str, code: str) -> Answer:
        """The shopper may try again under the same order number. A key that Toss never gave out tells no attempts apart."""
        reference = f"{handle.transaction_token}:{code}" if code in NOT_FOUND else payment_key
        state = unpaid(handle.transaction_token, handle.amount, handle.currency)
        return _answer(replace(state, failure=failure(code, reference)), None, {})


def _is_provisional(handle: Handle) -> bool:
    """Whether Toss's own reference is not known yet."""
    return handle.psp_reference in ("", str(handle.transaction_token))


def _redirect(handle: Handle, data: Mapping[str, Any]) -> str:
    """The payment key that the browser brought. Raises GatewayDataInvalid, always with the same words, unless all of it is ours."""
    if "paymentKey" not in data:
        return ""
    payment_key, order_id = data["paymentKey"], data.get("orderId")
    well_formed = isinstance(payment_key, str) and PAYMENT_KEY.fullmatch(payment_key) is not None
    if not well_formed or order_id != str(handle.transaction_token) or _decimal(data.get("amount")) != handle.amount:
        raise GatewayDataInvalid("data", detail=NOT_OURS)
    return str(payment_key)


def _decimal(amount: Any) -> Decimal | None:
    if not isinstance(amount, str | int | float | Decimal) or isinstance(amount, bool):
        return None
    try:
        return Decimal(str(amount))
    except InvalidOperation:
        return None


def _ensure_ours(handle: Handle, payment: Payment | None) -> None:
    """Whatever the browser said, the payment in Toss's books must be for this transaction and its amount."""
    ours = (
        payment is not None
        and payment.get("orderId") == str(handle.transaction_token)
        and Decimal(str(payment.get("totalAmount"))) == handle.amount
        and payment.get("currency") == handle.currency
    )
    if not ours:
        raise GatewayDataInvalid("data", detail=NOT_OURS)


def _refund_account(data: Mapping[str, Any]) -> dict[str, str] | None:
    """The shopper's account to give back to, sealed. Raises GatewayDataInvalid."""
    account = data.get(REFUND_ACCOUNT)
    if account is None:
        return None
    if not isinstance(account, Mapping):
        raise GatewayDataInvalid("data", detail=REFUND_ACCOUNT)
    for name, form in ACCOUNT.items():
        if not isinstance(account.get(name), str) or not re.fullmatch(form, account[name]):
            raise GatewayDataInvalid("data", detail=f"{REFUND_ACCOUNT}.{name}")
    return _sealed(account)


def _sealed(account: Mapping[str, str]) -> dict[str, str]:
    return {name: seal(account[name]) for name in ACCOUNT}


def _account_to_refund(handle: Handle) -> dict[str, str]:
    kept = handle.data.get(REFUND_ACCOUNT)
    account = {name: unseal(kept[name]) or "" for name in ACCOUNT} if isinstance(kept, Mapping) else {}
    if not account or not all(account.values()):
        raise ProviderRefused("actionType", detail=f"a virtual account needs the buyer's {REFUND_ACCOUNT}")
    return account


def _told_by_client(handle: Handle, code: str) -> Any:
    """What the fail address said. Only codes that we know are noted by name: the browser may say anything."""
    known = code if code in FAILURES else "OTHER"
    return failure(known, f"{handle.transaction_token}:{known}")


def _answer(state: PaymentState, payment: Payment | None, keep: Mapping[str, Any]) -> Answer:
    data: dict[str, Any] = {"orderId": str(state.transaction_token), "status": payment["status"] if payment else None}
    kept = dict(keep)
    if payment is not None and payment["status"] not in UNCONFIRMED:
        data |= {"paymentKey": payment["paymentKey"], "virtualAccount": deposit_facts(payment)}
        data["receiptUrl"] = state.external_url or None
        kept |= {SECRET: payment["secret"]} if payment.get("secret") else {}
        kept |= _account_told_to_toss(payment) if REFUND_ACCOUNT not in kept else {}
    if state.failure is not None:
        failed = state.failure
        data["errors"] = [{"code": failed.code, "message": failed.message_en, "messageKo": failed.message_ko}]
    return Answer(state, data=data, keep=kept)


def _account_told_to_toss(payment: Payment) -> dict[str, Any]:
    """Toss's widget may ask for the account to refund to, and tells it for half an hour only."""
    told = (payment.get("virtualAccount") or {}).get("refundReceiveAccount") or {}
    account = {
        "bank": str(told.get("bankCode") or ""),
        "accountNumber": str(told.get("accountNumber") or ""),
        "holderName": str(told.get("holderName") or ""),
    }
    return {REFUND_ACCOUNT: _sealed(account)} if all(account.values()) else {}
