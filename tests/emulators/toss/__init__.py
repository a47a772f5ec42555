"""A stub of Toss Payments' public HTTP API for tests. See README.md."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from emulators.toss.books import CARD, EASY_PAY, VIRTUAL_ACCOUNT, Books, Json
from emulators.toss.messages import Outgoing, Send, Sent
from emulators.toss.server import Merchant, server_of

__all__ = ["CARD", "EASY_PAY", "VIRTUAL_ACCOUNT", "Sent", "TossStub"]


class TossStub:
    """A running server, its merchant, and the hands of everybody who is not the merchant."""

    secret_key = "test_sk_stub"
    client_key = "test_ck_stub"

    def __init__(self) -> None:
        self.outgoing = Outgoing()
        self.merchant = Merchant(self.secret_key, Books(self.outgoing.tell))
        self.faults = self.merchant.faults
        self.url = ""

    @classmethod
    @contextmanager
    def running(cls) -> Iterator[TossStub]:
        stub = cls()
        with server_of(stub.merchant) as server:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
            thread.start()
            stub.url = f"http://127.0.0.1:{server.server_address[1]}"
            try:
                yield stub
            finally:
                server.shutdown()
                thread.join()

    # The shopper

    def approve(self, window: Mapping[str, Any], *, method: str = CARD) -> Json:
        """Approve in the window that was opened with this data; returns what the success address is called with."""
        payment = self.merchant.books.request(order_id=window["orderId"], amount=int(window["amount"]), method=method)
        return {"paymentKey": payment["paymentKey"], "orderId": payment["orderId"], "amount": payment["totalAmount"]}

    def leave(self, window: Mapping[str, Any]) -> Json:
        """Close the window; returns what the fail address is called with."""
        return {
            "code": "PAY_PROCESS_CANCELED",
            "message": "사용자가 결제를 취소하였습니다",
            "orderId": window["orderId"],
        }

    # The bank, the card company, time

    def deposit(self, payment_key: str) -> None:
        with self.merchant.books.lock:
            self.merchant.books.deposit(payment_key)

    def decline_next(self, code: str = "REJECT_CARD_PAYMENT") -> None:
        self.merchant.books.declines.append(code)

    def expire(self, payment_key: str) -> None:
        """Nobody confirmed in time; or nobody paid into the virtual account, which Toss sends no message about."""
        with self.merchant.books.lock:
            payment = self.merchant.books.payment(payment_key)
            if payment["status"] == "WAITING_FOR_DEPOSIT":
                payment["virtualAccount"]["expired"] = True
            else:
                payment["status"] = "EXPIRED"
                self.outgoing.tell("PAYMENT_STATUS_CHANGED", payment)

    def refund_bounces(self, payment_key: str) -> None:
        """The bank sent the latest refund back."""
        with self.merchant.books.lock:
            self.merchant.books.payment(payment_key)["virtualAccount"]["refundStatus"] = "FAILED"

    def forget_keys(self) -> None:
        """Fifteen days later."""
        self.merchant.answers.clear()

    # What goes wrong

    def go_down(self) -> None:
        self.faults.is_down = True

    def come_up(self) -> None:
        self.faults.is_down = False

    def drop_answers(self, path: str, times: int = 3) -> None:
        """Calls are carried out and their answers lost; three times, because a client asks again at once."""
        self.faults.drops[path] = times

    def fail_next(self, path: str, code: str) -> None:
        self.faults.errors.setdefault(path, []).append(code)

    @contextmanager
    def held(self, path: str) -> Iterator[None]:
        """Calls under an idempotency key are carried out, but their answers come only after this."""
        release = self.faults.holds.setdefault(path, threading.Event())
        try:
            yield
        finally:
            release.set()
            del self.faults.holds[path]

    # What can be seen

    def deliver(self, send: Send) -> int:
        return self.outgoing.deliver(send)

    def payment(self, payment_key: str) -> Json:
        return self.merchant.books.payment(payment_key)

    def asked(self, part: str) -> list[tuple[str, str, str]]:
        """The calls whose path has this part."""
        return [call for call in self.merchant.asked if part in call[1]]

    def books(self) -> dict[str, Json]:
        """By payment key: what was taken, given back, and is still waited for, in won."""
        found: dict[str, Json] = {}
        for key, payment in self.merchant.books.payments.items():
            taken = payment["totalAmount"] if payment["approvedAt"] else 0
            cancels = (payment["cancels"] or []) if taken else []
            bounced = (payment["virtualAccount"] or {}).get("refundStatus") == "FAILED"
            given_back = sum(row["cancelAmount"] for row in (cancels[:-1] if bounced else cancels))
            waits = payment["status"] == "WAITING_FOR_DEPOSIT" and not payment["virtualAccount"]["expired"]
            found[key] = {
                "order_id": payment["orderId"],
                "taken": taken,
                "given_back": given_back,
                "awaited": payment["totalAmount"] if waits else 0,
            }
        return found
