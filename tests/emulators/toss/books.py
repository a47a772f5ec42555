"""The payments of one merchant and what may happen to them. One lock: every call is whole."""

from __future__ import annotations

import copy
import datetime as dt
import secrets
import threading
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from emulators.toss.errors import Refused

Json = dict[str, Any]
SEOUL = ZoneInfo("Asia/Seoul")
CARD, EASY_PAY, VIRTUAL_ACCOUNT = "카드", "간편결제", "가상계좌"
APPROVED = ("DONE", "PARTIAL_CANCELED", "CANCELED", "WAITING_FOR_DEPOSIT")


def now() -> str:
    return dt.datetime.now(SEOUL).isoformat(timespec="seconds")


class Books:
    def __init__(self, told: Callable[[str, Json], None]) -> None:
        """``told`` hears of every change that Toss sends a message about: the event type and the payment."""
        self.lock = threading.RLock()
        self.payments: dict[str, Json] = {}
        self.transactions: list[Json] = []
        self.declines: list[str] = []
        self.refunded_to: list[Json] = []
        self._told = told

    def request(self, *, order_id: str, amount: int, method: str) -> Json:
        """The shopper approved in the window: the payment waits for the merchant's confirmation."""
        if not 6 <= len(order_id) <= 64:
            raise Refused("INVALID_ORDER_ID")
        payment: Json = {
            "version": "2022-11-16", "mId": "stub", "type": "NORMAL", "paymentKey": f"stub{secrets.token_hex(12)}",
            "orderId": order_id, "orderName": "시험 주문", "currency": "KRW", "country": "KR", "method": method,
            "status": "IN_PROGRESS", "totalAmount": amount, "balanceAmount": amount, "requestedAt": now(), "approvedAt": None,
            "lastTransactionKey": None, "cancels": None, "card": None, "virtualAccount": None, "easyPay": None, "failure": None,
            "secret": f"ps_{secrets.token_hex(12)}", "isPartialCancelable": True, "receipt": None,
        }  # fmt: skip
        with self.lock:
            self.payments[payment["paymentKey"]] = payment
        return copy.deepcopy(payment)

    def payment(self, payment_key: str) -> Json:
        """The payment itself. Raises Refused."""
        if payment_key not in self.payments:
            raise Refused("NOT_FOUND_PAYMENT", "존재하지 않는 결제 정보 입니다.")
        return self.payments[payment_key]

    def payment_of_order(self, order_id: str) -> Json:
        found = [row for row in self.payments.values() if row["orderId"] == order_id]
        if not found:
            raise Refused("NOT_FOUND_PAYMENT", "존재하지 않는 결제 정보 입니다.")
        return next((row for row in found if row["status"] in APPROVED), found[-1])

    def confirm(self, body: Json) -> Json:
        payment = self.payment(str(body.get("paymentKey")))
        if payment["orderId"] != body.get("orderId"):
            raise Refused("NOT_FOUND_PAYMENT_SESSION")
        if payment["totalAmount"] != body.get("amount"):
            raise Refused("INVALID_REQUEST", "결제 금액이 다릅니다.")
        if payment["status"] in APPROVED:
            raise Refused("ALREADY_PROCESSED_PAYMENT", "이미 처리된 결제 입니다.")
        if payment["status"] != "IN_PROGRESS":
            raise Refused("NOT_FOUND_PAYMENT_SESSION")
        if self.payment_of_order(payment["orderId"])["status"] in APPROVED:
            raise Refused("DUPLICATED_ORDER_ID")
        if self.declines:
            code = self.declines.pop(0)
            payment |= {"status": "ABORTED", "failure": {"code": code, "message": "승인 거절"}}
            self._told("PAYMENT_STATUS_CHANGED", payment)
            raise Refused(code)
        if payment["method"] == VIRTUAL_ACCOUNT:
            self._issue_account(payment)
        else:
            self._take(payment)
        return payment

    def cancel(self, payment_key: str, body: Json) -> Json:
        payment = self.payment(payment_key)
        status, amount = payment["status"], body.get("cancelAmount", payment["balanceAmount"])
        if not body.get("cancelReason") or len(body["cancelReason"]) > 200:
            raise Refused("INVALID_REQUEST")
        if status == "CANCELED":
            raise Refused("ALREADY_CANCELED_PAYMENT", "이미 취소된 결제 입니다.")
        if status not in APPROVED:
            raise Refused("NOT_CANCELABLE_PAYMENT")
        if status == "WAITING_FOR_DEPOSIT" and amount != payment["totalAmount"]:
            raise Refused("NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT")
        if "refundableAmount" in body and body["refundableAmount"] != payment["balanceAmount"]:
            raise Refused("NOT_MATCHES_REFUNDABLE_AMOUNT")
        if not isinstance(amount, int) or not 0 < amount <= payment["balanceAmount"]:
            raise Refused("NOT_CANCELABLE_AMOUNT")
        if payment["method"] == VIRTUAL_ACCOUNT and status != "WAITING_FOR_DEPOSIT":
            _check_account(body.get("refundReceiveAccount"))
            self.refunded_to.append(body["refundReceiveAccount"])
        self._give_back(payment, amount, str(body["cancelReason"]))
        return payment

    def deposit(self, payment_key: str) -> None:
        payment = self.payment(payment_key)
        if payment["status"] != "WAITING_FOR_DEPOSIT" or payment["virtualAccount"]["expired"]:
            raise Refused("INVALID_REQUEST")
        self._take(payment)

    def listed(self, start: str, end: str, after: str | None, limit: int) -> list[Json]:
        """Rows between two moments without a zone, which are Seoul's."""
        first, last = (dt.datetime.fromisoformat(text).replace(tzinfo=SEOUL) for text in (start, end))
        rows = [row for row in self.transactions if first <= dt.datetime.fromisoformat(row["transactionAt"]) <= last]
        if after is None:
            return rows[:limit]
        keys = [row["transactionKey"] for row in rows]
        if after not in keys:
            raise Refused("INVALID_TRANSACTION_KEY", "잘못된 페이징 키 입니다.")
        return rows[keys.index(after) + 1 :][:limit]

    def _issue_account(self, payment: Json) -> None:
        due = dt.datetime.now(SEOUL) + dt.timedelta(days=3)
        payment["status"] = "WAITING_FOR_DEPOSIT"
        payment["virtualAccount"] = {
            "accountType": "일반", "accountNumber": "X6505636518308", "bankCode": "20", "customerName": "시험", "expired": False,
            "dueDate": due.isoformat(timespec="seconds"), "refundStatus": "NONE", "refundReceiveAccount": None,
        }  # fmt: skip
        self._moved(payment, payment["totalAmount"])
        self._told("DEPOSIT_CALLBACK", payment)

    def _take(self, payment: Json) -> None:
        payment |= {"status": "DONE", "approvedAt": now()}
        payment["receipt"] = {"url": f"https://receipts.toss.example/{payment['paymentKey']}"}
        if payment["method"] == CARD:
            payment["card"] = {
                "issuerCode": "41",
                "acquirerCode": "41",
                "number": "43301234****123*",
                "cardType": "신용",
            }
        if payment["method"] == EASY_PAY:
            payment["easyPay"] = {"provider": "토스페이", "amount": payment["totalAmount"], "discountAmount": 0}
        self._moved(payment, payment["totalAmount"])
        self._told(_event_of(payment), payment)

    def _give_back(self, payment: Json, amount: int, reason: str) -> None:
        payment["balanceAmount"] -= amount
        payment["status"] = "CANCELED" if payment["balanceAmount"] == 0 else "PARTIAL_CANCELED"
        key = self._moved(payment, -amount)
        row = {
            "transactionKey": key, "cancelAmount": amount, "cancelReason": reason, "canceledAt": now(), "cancelStatus": "DONE",
            "cancelRequestId": None, "refundableAmount": payment["balanceAmount"],
        }  # fmt: skip
        payment["cancels"] = [*(payment["cancels"] or []), row]
        self._told(_event_of(payment), payment)

    def _moved(self, payment: Json, amount: int) -> str:
        key = f"txrd_{secrets.token_hex(12)}"
        payment["lastTransactionKey"] = key
        row = {name: payment[name] for name in ("mId", "paymentKey", "orderId", "method", "status", "currency")}
        self.transactions.append(row | {"transactionKey": key, "transactionAt": now(), "amount": amount})
        return key


def _event_of(payment: Json) -> str:
    return "DEPOSIT_CALLBACK" if payment["method"] == VIRTUAL_ACCOUNT else "PAYMENT_STATUS_CHANGED"


def _check_account(account: Any) -> None:
    names = ("bank", "accountNumber", "holderName")
    if not isinstance(account, dict) or not all(account.get(name) for name in names):
        raise Refused("INVALID_REFUND_ACCOUNT_INFO", "환불 계좌 정보가 올바르지 않습니다.")
    if not str(account["accountNumber"]).isdigit():
        raise Refused("INVALID_REFUND_ACCOUNT_NUMBER")
