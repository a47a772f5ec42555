"""Toss Payments' public HTTP API: how it is called, and how it says no (docs.tosspayments.com, core API).

Only reads and calls under an idempotency key are sent, so each of them may be sent again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from market.core.clock import SEOUL
from market.payments.errors import ProviderUnavailable

Json = dict[str, Any]
PAGE = 100
KEY_IN_USE = "IDEMPOTENT_REQUEST_PROCESSING"
NOT_FOUND = frozenset({"NOT_FOUND_PAYMENT", "NOT_FOUND"})
# Refusals that say nothing about the payment: the same call may succeed later, or succeeded already.
PASSING = frozenset(
    {
        KEY_IN_USE,
        "PROVIDER_ERROR",
        "COMMON_ERROR",
        "FORBIDDEN_CONSECUTIVE_REQUEST",
        "NOT_MATCHES_REFUNDABLE_AMOUNT",
        "NOT_AVAILABLE_BANK",
        # Of the operator's keys: the shopper can do nothing, and no refund must be lost over them.
        "UNAUTHORIZED_KEY",
        "INVALID_API_KEY",
        "INCORRECT_BASIC_AUTH_FORMAT",
    }
)


class TossRefusal(Exception):
    """Toss said no, and would say so again."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code


class _Again(ProviderUnavailable):
    """Worth another try at once: the connection broke, or the first call under the key still runs."""


class TossApi:
    """One merchant's access. Every method raises ProviderUnavailable, and TossRefusal where a call is turned down."""

    def __init__(self, *, base: str, secret_key: str, timeout: float) -> None:
        self._http = httpx.Client(base_url=base, auth=httpx.BasicAuth(secret_key, ""), timeout=timeout)

    def payment(self, payment_key: str) -> Json | None:
        """The payment, None when there is none."""
        return self._found(f"/v1/payments/{quote(payment_key, safe='')}")

    def payment_of_order(self, order_id: str) -> Json | None:
        """The payment that was requested under this order number, None when there is none."""
        return self._found(f"/v1/payments/orders/{quote(order_id, safe='')}")

    def confirm(self, *, payment_key: str, order_id: str, amount: int) -> Json:
        """Take the money of a payment that the shopper has approved. The key names order and payment, for Toss compares no bodies."""
        body = {"paymentKey": payment_key, "orderId": order_id, "amount": amount}
        return self._object("POST", "/v1/payments/confirm", json=body, key=f"confirm:{order_id}:{payment_key}")

    def cancel(self, payment_key: str, *, key: str, body: Mapping[str, Any]) -> Json:
        """Give back, or call off a virtual account that waits."""
        return self._object("POST", f"/v1/payments/{quote(payment_key, safe='')}/cancel", json=body, key=key)

    def transactions(self, since: dt.datetime, until: dt.datetime) -> Iterator[Json]:
        """Everything that moved in this time, the oldest first; a payment has one row for each charge and cancellation."""
        params: Json = {
            "startDate": _seoul(since),
            "endDate": _seoul(until + dt.timedelta(seconds=1)),
            "limit": PAGE,
        }
        while True:
            rows = self._ask("GET", "/v1/transactions", params=params)
            if not isinstance(rows, list):
                raise ProviderUnavailable("Toss sent something that is not a list")
            yield from rows
            if len(rows) < PAGE:
                return
            params["startingAfter"] = rows[-1]["transactionKey"]

    def _found(self, path: str) -> Json | None:
        try:
            return self._object("GET", path)
        except TossRefusal as refusal:
            if refusal.code in NOT_FOUND:
                return None
            raise

    def _object(self, method: str, path: str, *, key: str = "", json: Mapping[str, Any] | None = None) -> Json:
        found = self._ask(method, path, key=key, json=json)
        if not isinstance(found, dict):
            raise ProviderUnavailable("Toss sent something that is not an object")
        return found

    @retry(
        retry=retry_if_exception_type(_Again),
        stop=stop_after_attempt(3),
        wait=wait_exponential(multiplier=0.2, max=1),
        reraise=True,
    )
    def _ask(self, method: str, path: str, *, key: str = "", **content: Any) -> Any:
        headers = {"Idempotency-Key": key} if key else {}
        try:
            answer = self._http.request(method, path, headers=headers, **content)
        except httpx.TimeoutException as error:
            raise ProviderUnavailable(f"Toss did not answer in time: {type(error).__name__}") from error
        except httpx.TransportError as error:
            raise _Again(f"Toss cannot be reached: {type(error).__name__}") from error
        return _content(answer)


def _content(answer: httpx.Response) -> Any:
    try:
        content = answer.json()
    except ValueError as error:
        raise ProviderUnavailable(f"Toss answered {answer.status_code} without JSON") from error
    if answer.is_success:
        return content
    told = content if isinstance(content, dict) else {}
    code, message = str(told.get("code") or answer.status_code), str(told.get("message") or "")
    if code == KEY_IN_USE:
        raise _Again(code)
    if code in PASSING or answer.status_code in (401, 429) or answer.status_code >= 500:
        raise ProviderUnavailable(f"{code} {message}")
    raise TossRefusal(code, message)


def _seoul(moment: dt.datetime) -> str:
    """Toss reads dates without a zone as Seoul's."""
    return moment.astimezone(SEOUL).strftime("%Y-%m-%dT%H:%M:%S")
