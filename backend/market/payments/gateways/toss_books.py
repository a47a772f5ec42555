"""Reading Toss Payments' payment objects: what our port calls a state, and our own marks in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from market.payments.enums import PaymentStatus, RefundStatus
from market.payments.gateways.toss_words import BANKS, ISSUERS, KINDS, METHODS, words_of
from market.payments.ports import Failure, PaymentState, RefundState

Payment = Mapping[str, Any]
VIRTUAL_ACCOUNT = "가상계좌"
WAITING = "WAITING_FOR_DEPOSIT"
# Without our confirmation none of these can become money.
UNCONFIRMED = frozenset({"READY", "IN_PROGRESS", "ABORTED", "EXPIRED"})
FAILED = frozenset({"ABORTED", "EXPIRED"})
TAKEN = frozenset({"DONE", "CANCELED", "PARTIAL_CANCELED"})
CANCEL_STATUSES = {"DONE": RefundStatus.SUCCEEDED, "IN_PROGRESS": RefundStatus.PENDING, "ABORTED": RefundStatus.FAILED}
REFUND_FAILED = frozenset({"FAILED", "PARTIAL_FAILED"})
REASON_LENGTH = 200
KEY_AT_THE_END = re.compile(r"\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]$")


def unpaid(token: UUID, amount: Decimal, currency: str, *, is_open: bool = True) -> PaymentState:
    """An attempt that Toss knows nothing of yet. Our token stands in for its payment key. Closed, it can never become money."""
    status = PaymentStatus.ACTION_REQUIRED if is_open else PaymentStatus.CANCELED
    return PaymentState(str(token), status, amount, currency, transaction_token=token)


def state_of(payment: Payment, *, is_open: bool = True) -> PaymentState:
    """The payment's state. ``is_open``: whether we would still confirm it; one that was called off here counts as cancelled."""
    token = uuid_of(payment.get("orderId"))
    taken = is_taken(payment)
    total, means = Decimal(str(payment["totalAmount"])), _means(payment)
    return PaymentState(
        psp_reference=_reference(payment),
        status=_status(payment, is_open=is_open),
        amount=total,
        currency=str(payment.get("currency") or "KRW"),
        charged=total if taken else Decimal(0),
        refunds=_refunds(payment) if taken else (),
        failure=failure_of(payment),
        means=METHODS.get(means) if means else None,
        method_details=_method_details(payment, means),
        external_url=str((payment.get("receipt") or {}).get("url") or "")[:500],
        transaction_token=token,
        created_at=_moment(payment.get("requestedAt")),
    )


def is_taken(payment: Payment) -> bool:
    """Whether money came; a virtual account that was cancelled before a deposit never held any."""
    return payment["status"] == "DONE" or (payment["status"] in TAKEN and bool(payment.get("approvedAt")))


def reason_with_key(reason: str, key: UUID) -> str:
    """What Toss keeps with a cancellation: the reason, and our key, by which it is found again whatever became of the answer."""
    mark = f" [{key}]"
    return (reason or "환불")[: REASON_LENGTH - len(mark)] + mark


def failure_of(payment: Payment) -> Failure | None:
    """Why a payment came to nothing; the payment key tells the attempts under one order number apart."""
    if payment["status"] not in FAILED:
        return None
    code = str((payment.get("failure") or {}).get("code") or payment["status"])
    return failure(code, str(payment["paymentKey"]))


def failure(code: str, reference: str) -> Failure:
    words = words_of(code)
    return Failure(reference, code, words.korean, words.english)


def deposit_facts(payment: Payment) -> dict[str, Any] | None:
    """Where the shopper has to transfer to, for a virtual account that waits."""
    account = payment.get("virtualAccount")
    if payment["status"] != WAITING or not account:
        return None
    bank = str(account.get("bankCode") or "")
    return {
        "bankCode": bank,
        "bankName": BANKS.get(bank, bank),
        "accountNumber": account.get("accountNumber"),
        "accountHolder": account.get("customerName"),
        "dueDate": account.get("dueDate"),
    }


def uuid_of(text: Any) -> UUID | None:
    """One of our tokens; only in the form that we write them."""
    try:
        found = UUID(str(text))
    except ValueError:
        return None
    return found if str(found) == text else None


def _reference(payment: Payment) -> str:
    """The payment key is final once we confirmed it; before, the shopper may begin again with another under the same order number."""
    return str(payment["orderId"] if payment["status"] in UNCONFIRMED else payment["paymentKey"])


def _status(payment: Payment, *, is_open: bool) -> PaymentStatus:
    status = payment["status"]
    if status in UNCONFIRMED:
        return PaymentStatus.ACTION_REQUIRED if is_open else PaymentStatus.CANCELED
    if status == WAITING:
        lapsed = bool((payment.get("virtualAccount") or {}).get("expired"))
        return PaymentStatus.CANCELED if lapsed else PaymentStatus.PENDING
    return PaymentStatus.CHARGED if is_taken(payment) else PaymentStatus.CANCELED


def _refunds(payment: Payment) -> tuple[RefundState, ...]:
    rows = payment.get("cancels") or []
    bounced = (payment.get("virtualAccount") or {}).get("refundStatus") in REFUND_FAILED
    return tuple(_refund(row, failed=bounced and row is rows[-1]) for row in rows)


def _refund(row: Mapping[str, Any], *, failed: bool) -> RefundState:
    status = CANCEL_STATUSES.get(str(row.get("cancelStatus")), RefundStatus.PENDING)
    marked = KEY_AT_THE_END.search(str(row.get("cancelReason") or ""))
    return RefundState(
        psp_reference=str(row["transactionKey"]),
        amount=Decimal(str(row["cancelAmount"])),
        status=RefundStatus.FAILED if failed else status,
        request_key=UUID(marked.group(1)) if marked else None,
    )


def _means(payment: Payment) -> str:
    return KINDS.get(str(payment.get("method") or ""), "")


def _method_details(payment: Payment, kind: str) -> dict[str, str]:
    """Kind, brand and issuer; of a card's number, which comes masked, what can be told at its end."""
    if not kind:
        return {}
    facts = {"kind": kind}
    card, easy = payment.get("card") or {}, payment.get("easyPay") or {}
    if easy.get("provider"):
        facts["brand"] = str(easy["provider"])
    if card.get("issuerCode"):
        facts["issuer"] = ISSUERS.get(str(card["issuerCode"]), str(card["issuerCode"]))
    if card.get("number"):
        facts["last4"] = str(card["number"])[-4:]
    bank = str((payment.get("virtualAccount") or payment.get("transfer") or {}).get("bankCode") or "")
    if bank:
        facts["issuer"] = BANKS.get(bank, bank)
    return facts


def _moment(text: Any) -> dt.datetime | None:
    return dt.datetime.fromisoformat(str(text)) if text else None
