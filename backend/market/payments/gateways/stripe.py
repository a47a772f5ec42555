"""Stripe, through its official library: PaymentIntents, cards and the Korean wallets.

KRW has no decimals at Stripe: the amount is the won. The smallest payment is 100 won (docs.stripe.com/currencies).
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import stripe
from django.conf import settings

from market.core.money import CURRENCY_PLACES, Money
from market.orders.enums import PaymentMeans
from market.payments.enums import DisputeStatus, FlowStrategy, PaymentStatus, RefundStatus
from market.payments.errors import GatewayDataInvalid, ProviderRefused, ProviderUnavailable, SignatureInvalid
from market.payments.ports import (
    Answer,
    DisputeState,
    Failure,
    Handle,
    Message,
    OpenRequest,
    PaymentState,
    RefundState,
)

R = TypeVar("R")
KOREAN_METHODS = ("kr_card", "kakao_pay", "naver_pay", "samsung_pay", "payco")
WALLETS = frozenset(KOREAN_METHODS[1:])
METHODS = ("card", *KOREAN_METHODS)
BY_CARD = ("apple_pay", "google_pay", "link")  # what Stripe's express buttons call cards that a wallet holds
STATUSES = {
    "requires_payment_method": PaymentStatus.ACTION_REQUIRED,
    "requires_confirmation": PaymentStatus.ACTION_REQUIRED,
    "requires_action": PaymentStatus.ACTION_REQUIRED,
    "processing": PaymentStatus.PENDING,
    "requires_capture": PaymentStatus.AUTHORIZED,
    "succeeded": PaymentStatus.CHARGED,
    "canceled": PaymentStatus.CANCELED,
}
REFUND_STATUSES = {
    "succeeded": RefundStatus.SUCCEEDED,
    "pending": RefundStatus.PENDING,
    "requires_action": RefundStatus.PENDING,
    "failed": RefundStatus.FAILED,
    "canceled": RefundStatus.FAILED,
}
LOST, WON = ("lost", "charge_refunded"), ("won", "warning_closed")
OTHER_FAILURE_KO = "카드사에서 결제를 승인하지 않았어요. 다른 카드로 다시 해 주세요."
FAILURES = {
    "card_declined": (OTHER_FAILURE_KO, "Your card was declined."),
    "generic_decline": (OTHER_FAILURE_KO, "Your card was declined."),
    "insufficient_funds": ("잔액이나 한도가 모자라요.", "Your card has insufficient funds."),
    "expired_card": ("유효 기간이 지난 카드예요.", "Your card has expired."),
    "incorrect_cvc": ("카드 보안 코드가 맞지 않아요.", "Your card's security code is incorrect."),
    "processing_error": (
        "카드사 처리 중에 오류가 났어요. 다시 해 주세요.",
        "An error occurred while processing your card.",
    ),
    "payment_intent_authentication_failure": (
        "본인 확인이 끝나지 않았어요. 다시 해 주세요.",
        "We could not authenticate your payment. Please try again.",
    ),
}
TOKEN, REQUEST_KEY = "transaction_token", "request_key"
PAGE = 100


def asked(call: Callable[..., R]) -> Callable[..., R]:
    """Stripe's errors as ours: what trying again may change, and what it may not."""

    @functools.wraps(call)
    def safe(*args: Any, **kwargs: Any) -> R:
        try:
            return call(*args, **kwargs)
        except (stripe.CardError, stripe.InvalidRequestError, stripe.PermissionError) as error:
            raise ProviderRefused(None, detail=_detail(error)) from error
        except stripe.StripeError as error:
            raise ProviderUnavailable(f"{type(error).__name__}: {error.user_message or error}") from error

    return safe


class Stripe:
    id = "saleor.app.payment.stripe"  # the name that Saleor's clients ask for
    name_ko = "카드 · 간편결제"
    name_en = "Card and wallets"
    means = PaymentMeans.CARD
    currencies: tuple[str, ...] = ("KRW",)
    strategies: tuple[FlowStrategy, ...] = (FlowStrategy.CHARGE, FlowStrategy.AUTHORIZATION)
    minimum = Decimal(100)
    is_remote = True

    def __init__(self) -> None:
        base = {"api": settings.STRIPE_API_BASE} if settings.STRIPE_API_BASE else {}
        self._client = stripe.StripeClient(
            settings.STRIPE_API_KEY,
            base_addresses=base,  # type: ignore[arg-type]
            max_network_retries=2,
            http_client=stripe.HTTPXClient(timeout=settings.PAYMENT_TIMEOUT_SECONDS, allow_sync_methods=True),
        )

    def client_config(self, *, amount: Money, language: str) -> dict[str, Any]:
        return {
            "stripePublishableKey": settings.STRIPE_PUBLISHABLE_KEY,
            "stripeScriptUrl": settings.STRIPE_JS_URL,
            "isTestMode": settings.PAYMENTS_TEST_MODE,
            "amount": str(amount.amount),
            "currency": amount.currency,
            "paymentMethods": list(METHODS),
        }

    def check(self, data: Mapping[str, Any]) -> PaymentMeans:
        """Saleor's Stripe app wants ``{"paymentIntent": {"paymentMethod": "card"}}``; ``automatic_payment_methods`` is taken as well."""
        intent = data.get("paymentIntent", {})
        if not isinstance(intent, Mapping):
            raise GatewayDataInvalid("paymentGateway", detail="paymentIntent")
        method = intent.get("paymentMethod", "card")
        if method not in (*METHODS, *BY_CARD):
            raise GatewayDataInvalid("paymentGateway", detail="paymentMethod")
        return PaymentMeans.EASY_PAY if method in WALLETS else PaymentMeans.CARD

    @asked
    def open(self, request: OpenRequest) -> Answer:
        params: dict[str, Any] = {
            "amount": _minor(request.amount),
            "currency": request.amount.currency.lower(),
            "capture_method": "manual" if request.strategy == FlowStrategy.AUTHORIZATION else "automatic",
            "metadata": {TOKEN: str(request.transaction_token)},
        }
        options = {"idempotency_key": f"open:{request.transaction_token}"}
        intent = self._client.v1.payment_intents.create(params, options)  # type: ignore[arg-type]
        return self._answer(intent)

    @asked
    def process(self, handle: Handle, data: Mapping[str, Any]) -> Answer:
        return self._answer(self._intent(handle.psp_reference))

    @asked
    def read(self, handle: Handle) -> PaymentState:
        return self._state(self._intent(handle.psp_reference))

    @asked
    def charge(self, handle: Handle, *, amount: Decimal, key: UUID) -> PaymentState:
        minor = _minor(Money.of(amount, handle.currency))
        self._client.v1.payment_intents.capture(
            handle.psp_reference, {"amount_to_capture": minor}, {"idempotency_key": str(key)}
        )
        return self.read(handle)

    @asked
    def refund(self, handle: Handle, *, amount: Decimal, key: UUID, reason: str) -> PaymentState:
        params: Any = {
            "payment_intent": handle.psp_reference,
            "amount": _minor(Money.of(amount, handle.currency)),
            "metadata": {REQUEST_KEY: str(key)},
        }
        self._client.v1.refunds.create(params, {"idempotency_key": str(key)})
        return self.read(handle)

    @asked
    def cancel(self, handle: Handle, *, key: UUID, reason: str) -> PaymentState:
        if not handle.psp_reference:
            raise ProviderRefused(None, detail="the payment was never begun")
        self._client.v1.payment_intents.cancel(handle.psp_reference, None, {"idempotency_key": str(key)})
        return self.read(handle)

    def message(self, *, body: bytes, headers: Mapping[str, str]) -> Message:
        """Stripe's library compares the signature in constant time and refuses what is older than five minutes."""
        signature = headers.get("Stripe-Signature", "")
        try:
            text = body.decode("utf-8")
            stripe.WebhookSignature.verify_header(text, signature, settings.STRIPE_WEBHOOK_SECRET, tolerance=300)
            event = json.loads(text)
            thing = event["data"]["object"]
            return Message(event["id"], event["type"], _intent_id(thing), _facts(event, thing))
        except (stripe.SignatureVerificationError, ValueError, KeyError, TypeError) as error:
            raise SignatureInvalid from error

    def list_since(self, since: dt.datetime, until: dt.datetime) -> Iterator[PaymentState]:
        params: dict[str, Any] = {
            "limit": PAGE,
            "created": {"gte": int(since.timestamp()), "lt": int(until.timestamp())},
        }
        while True:
            page = self._page(params)
            for intent in page:
                yield self._read_state(intent)
            if len(page) < PAGE:
                return
            params["starting_after"] = page[-1]["id"]

    @asked
    def _page(self, params: Any) -> list[Any]:
        return list(self._client.v1.payment_intents.list(params).data)

    @asked
    def _read_state(self, intent: Any) -> PaymentState:
        return self._state(intent)

    def _intent(self, reference: str) -> Any:
        if not reference:
            raise ProviderRefused("id", detail="the payment was never begun")
        return self._client.v1.payment_intents.retrieve(reference, {"expand": ["latest_charge"]})

    def _answer(self, intent: Any) -> Answer:
        state = self._state(intent)
        data: dict[str, Any] = {
            "stripeClientSecret": intent["client_secret"],
            "paymentIntentId": intent["id"],
            "status": intent["status"],
        }
        if state.failure is not None:
            failure = state.failure
            data["errors"] = [{"code": failure.code, "message": failure.message_en, "messageKo": failure.message_ko}]
        return Answer(
            state, data={"paymentIntent": data, "stripePublishableKey": settings.STRIPE_PUBLISHABLE_KEY}, keep={}
        )

    def _state(self, intent: Any) -> PaymentState:
        currency = intent["currency"].upper()
        charge = self._charge(_get(intent, "latest_charge"))
        captured = bool(charge and _get(charge, "captured") and charge["status"] == "succeeded")
        refunds = self._refunds(intent, currency) if captured else ()
        token = _uuid(_get(_get(intent, "metadata") or {}, TOKEN))
        promised = intent["capture_method"] == "manual" and charge is not None and charge["status"] == "succeeded"
        charged = _received(intent, charge, currency) if captured else Decimal(0)
        amount = _major(intent["amount"], currency)
        status = STATUSES.get(intent["status"], PaymentStatus.PENDING)
        authorized = amount if promised else Decimal(0)
        kind, details = _method_of(charge)
        return PaymentState(
            psp_reference=intent["id"],
            status=status,
            amount=amount,
            currency=currency,
            authorized=authorized,
            charged=charged,
            canceled=_canceled(status, authorized, charged),
            charge_reference=charge["id"] if charge else "",
            refunds=refunds,
            disputes=self._disputes(charge, currency),
            failure=_failure(intent),
            means=kind,
            method_details=details,
            external_url=_dashboard_url(intent),
            transaction_token=token,
            created_at=dt.datetime.fromtimestamp(intent["created"], dt.UTC),
        )

    def _charge(self, charge: Any) -> Any:
        return self._client.v1.charges.retrieve(charge) if isinstance(charge, str) else charge

    def _refunds(self, intent: Any, currency: str) -> tuple[RefundState, ...]:
        rows = self._client.v1.refunds.list({"payment_intent": intent["id"], "limit": PAGE}).auto_paging_iter()
        return tuple(
            RefundState(
                psp_reference=row["id"],
                amount=_major(row["amount"], currency),
                status=REFUND_STATUSES.get(row["status"], RefundStatus.PENDING),
                request_key=_uuid(_get(_get(row, "metadata") or {}, REQUEST_KEY)),
                message=_get(row, "failure_reason") or "",
            )
            for row in rows
        )

    def _disputes(self, charge: Any, currency: str) -> tuple[DisputeState, ...]:
        if charge is None or not _get(charge, "disputed"):
            return ()
        rows = self._client.v1.disputes.list({"charge": charge["id"], "limit": PAGE}).auto_paging_iter()
        return tuple(
            DisputeState(row["id"], _major(row["amount"], currency), _dispute_status(row["status"]), row["reason"])
            for row in rows
        )


def _detail(error: stripe.StripeError) -> str:
    parts = (error.code, _get(error, "decline_code"), error.user_message)
    return " ".join(str(part) for part in parts if part)[:200] or type(error).__name__


def _minor(amount: Money) -> int:
    """What Stripe counts in: the smallest unit of the currency, which for won is the won."""
    return int(amount.amount.scaleb(CURRENCY_PLACES.get(amount.currency, 2)))


def _major(minor: int, currency: str) -> Decimal:
    return Decimal(minor).scaleb(-CURRENCY_PLACES.get(currency, 2))


def _get(thing: Any, name: str) -> Any:
    """A field that may be missing; Stripe's objects are looked into like dictionaries."""
    try:
        return (
            thing[name]
            if thing is not None and not isinstance(thing, stripe.StripeError)
            else getattr(thing, name, None)
        )
    except (KeyError, TypeError):
        return None


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        return None


def _received(intent: Any, charge: Any, currency: str) -> Decimal:
    received = _get(intent, "amount_received")
    if received is None:
        received = _get(charge, "amount_captured")
    return _major(charge["amount"] if received is None else received, currency)


def _canceled(status: PaymentStatus, authorized: Decimal, charged: Decimal) -> Decimal:
    """What was promised and will never be taken: all of a cancelled payment, the rest of a partial capture."""
    if status == PaymentStatus.CANCELED or (authorized > 0 and charged > 0):
        return authorized - charged if authorized else Decimal(0)
    return Decimal(0)


def _failure(intent: Any) -> Failure | None:
    """The latest attempt, if it failed. Attempts are told apart by their charge, or by what the bank said where there was none."""
    error = _get(intent, "last_payment_error")
    if not error:
        return None
    code = _get(error, "decline_code") or _get(error, "code") or "declined"
    mark = _get(error, "charge") or _get(_get(error, "payment_method"), "id") or code
    korean, english = FAILURES.get(code, (OTHER_FAILURE_KO, _get(error, "message") or "The payment was declined."))
    return Failure(f"{intent['id']}:{mark}", code, korean, english)


def _method_of(charge: Any) -> tuple[PaymentMeans | None, dict[str, str]]:
    details = _get(charge, "payment_method_details")
    kind = _get(details, "type")
    if not kind:
        return None, {}
    facts = {"kind": str(kind)}
    card = _get(details, kind)
    for name in ("brand", "last4", "issuer"):
        if _get(card, name):
            facts[name] = str(_get(card, name))
    return (PaymentMeans.EASY_PAY if kind in WALLETS else PaymentMeans.CARD), facts


def _dispute_status(status: str) -> DisputeStatus:
    if status in LOST:
        return DisputeStatus.LOST
    return DisputeStatus.WON if status in WON else DisputeStatus.OPEN


def _dashboard_url(intent: Any) -> str:
    """Where staff look the payment up, at Stripe itself."""
    if settings.STRIPE_API_BASE:
        return ""
    test = "" if _get(intent, "livemode") else "test/"
    return f"https://dashboard.stripe.com/{test}payments/{intent['id']}"


def _intent_id(thing: Any) -> str:
    if thing["object"] == "payment_intent":
        return str(thing["id"])
    return str(_get(thing, "payment_intent") or "")


def _facts(event: Any, thing: Any) -> dict[str, Any]:
    """What is worth keeping of a message: no names, addresses or cards."""
    token = _get(_get(thing, "metadata") or {}, TOKEN)
    return {
        "created": event["created"],
        "object": thing["object"],
        "object_id": thing["id"],
        "status": _get(thing, "status"),
        "amount": _get(thing, "amount"),
        TOKEN: str(_uuid(token)) if _uuid(token) else None,
    }
