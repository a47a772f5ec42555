"""The stub itself refuses what Toss documents as refused; otherwise the stories told with it would prove nothing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from emulators.toss import CARD, VIRTUAL_ACCOUNT, TossStub

Call = Callable[..., tuple[int, Any]]
WINDOW = {"orderId": "order-0001", "amount": 9_000}


@pytest.fixture
def call(toss_stub: TossStub) -> Call:
    def ask(method: str, path: str, *, key: str = "", auth: Any = None, **content: Any) -> tuple[int, Any]:
        headers = {"Idempotency-Key": key} if key else {}
        with httpx.Client(trust_env=False, auth=auth or (toss_stub.secret_key, ""), base_url=toss_stub.url) as http:
            answer = http.request(method, path, headers=headers, **content)
        return answer.status_code, answer.json()

    return ask


def code_of(answer: tuple[int, Any]) -> tuple[int, str]:
    return answer[0], answer[1]["code"]


def paid(toss_stub: TossStub, call: Call, method: str = CARD, window: dict[str, Any] = WINDOW) -> str:
    redirect = toss_stub.approve(window, method=method)
    assert call("POST", "/v1/payments/confirm", json=redirect)[0] == 200
    return str(redirect["paymentKey"])


def test_who_asks_must_have_the_secret_key(toss_stub: TossStub, call: Call) -> None:
    path = "/v1/payments/x"
    assert code_of(call("GET", path, auth=("test_sk_other", ""))) == (401, "UNAUTHORIZED_KEY")
    assert httpx.get(toss_stub.url + path, trust_env=False).status_code == 401
    without_colon = {"Authorization": "Basic dGVzdF9za19zdHVi"}
    answer = httpx.get(toss_stub.url + path, headers=without_colon, trust_env=False)
    assert code_of((answer.status_code, answer.json())) == (403, "INCORRECT_BASIC_AUTH_FORMAT")


def test_only_what_the_shopper_approved_is_confirmed(toss_stub: TossStub, call: Call) -> None:
    redirect = toss_stub.approve(WINDOW)

    def confirm(**changed: Any) -> tuple[int, str]:
        return code_of(call("POST", "/v1/payments/confirm", json=redirect | changed))

    assert confirm(paymentKey="unknown") == (404, "NOT_FOUND_PAYMENT")
    assert confirm(orderId="order-0002") == (404, "NOT_FOUND_PAYMENT_SESSION")
    assert confirm(amount=1) == (400, "INVALID_REQUEST")
    status, payment = call("POST", "/v1/payments/confirm", json=redirect)
    assert (status, payment["status"], payment["balanceAmount"]) == (200, "DONE", 9_000)
    assert confirm() == (400, "ALREADY_PROCESSED_PAYMENT")
    second = toss_stub.approve(WINDOW)
    assert confirm(**second) == (400, "DUPLICATED_ORDER_ID")
    assert call("GET", "/v1/payments/orders/order-0001")[1]["paymentKey"] == redirect["paymentKey"]


def test_no_more_is_given_back_than_was_taken(toss_stub: TossStub, call: Call) -> None:
    path = f"/v1/payments/{paid(toss_stub, call)}/cancel"

    def cancel(**body: Any) -> tuple[int, str]:
        return code_of(call("POST", path, json={"cancelReason": "시험", **body}))

    assert cancel(cancelAmount=9_001) == (403, "NOT_CANCELABLE_AMOUNT")
    assert cancel(cancelAmount=0) == (403, "NOT_CANCELABLE_AMOUNT")
    assert cancel(cancelReason="") == (400, "INVALID_REQUEST")
    assert cancel(cancelAmount=1_000, refundableAmount=8_000) == (400, "NOT_MATCHES_REFUNDABLE_AMOUNT")
    status, payment = call("POST", path, json={"cancelReason": "시험", "cancelAmount": 4_000})
    assert (status, payment["status"], payment["balanceAmount"]) == (200, "PARTIAL_CANCELED", 5_000)
    assert call("POST", path, json={"cancelReason": "시험"})[1]["status"] == "CANCELED"
    assert cancel() == (400, "ALREADY_CANCELED_PAYMENT")
    assert code_of(call("POST", "/v1/payments/unknown/cancel", json={"cancelReason": "시험"}))[0] == 404
    (books,) = toss_stub.books().values()
    assert (books["taken"], books["given_back"]) == (9_000, 9_000)


def test_a_virtual_account_needs_an_account_to_give_back_to(toss_stub: TossStub, call: Call) -> None:
    key = paid(toss_stub, call, VIRTUAL_ACCOUNT)
    path, reason = f"/v1/payments/{key}/cancel", {"cancelReason": "시험"}
    partly = call("POST", path, json=reason | {"cancelAmount": 1_000})
    assert code_of(partly) == (403, "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT")
    toss_stub.deposit(key)
    assert code_of(call("POST", path, json=reason)) == (400, "INVALID_REFUND_ACCOUNT_INFO")
    account = {"bank": "88", "accountNumber": "1101", "holderName": "한지우"}
    assert call("POST", path, json=reason | {"refundReceiveAccount": account})[1]["status"] == "CANCELED"


def test_the_same_key_gives_the_same_answer(toss_stub: TossStub, call: Call) -> None:
    path = f"/v1/payments/{paid(toss_stub, call)}/cancel"
    body = {"cancelReason": "시험", "cancelAmount": 1_000}
    first = call("POST", path, key="once", json=body)
    assert call("POST", path, key="once", json=body | {"cancelAmount": 2_000}) == first
    assert call("POST", path, key="twice", json=body)[1]["balanceAmount"] == 7_000
    refused = call("POST", path, key="too much", json=body | {"cancelAmount": 90_000})
    assert code_of(refused) == (403, "NOT_CANCELABLE_AMOUNT")
    assert call("POST", path, key="too much", json=body) == refused
    assert code_of(call("POST", path, key="k" * 301, json=body)) == (400, "INVALID_IDEMPOTENCY_KEY")


def test_while_the_first_call_runs_the_second_is_told_so(toss_stub: TossStub, call: Call) -> None:
    redirect = toss_stub.approve(WINDOW)
    with ThreadPoolExecutor(max_workers=1) as pool, toss_stub.held("confirm"):
        first = pool.submit(call, "POST", "/v1/payments/confirm", key="once", json=redirect)
        while toss_stub.payment(redirect["paymentKey"])["status"] != "DONE":
            assert not first.done()
        again = call("POST", "/v1/payments/confirm", key="once", json=redirect)
        assert code_of(again) == (409, "IDEMPOTENT_REQUEST_PROCESSING")
    assert first.result()[0] == 200


def test_transactions_are_listed_page_by_page(toss_stub: TossStub, call: Call) -> None:
    for number in range(3):
        paid(toss_stub, call, window={"orderId": f"order-000{number}", "amount": 1_000})
    time = {"startDate": "2000-01-01T00:00:00", "endDate": "2100-01-01T00:00:00"}
    first = call("GET", "/v1/transactions", params=time | {"limit": 2})[1]
    after = call("GET", "/v1/transactions", params=time | {"limit": 2, "startingAfter": first[1]["transactionKey"]})[1]
    assert [row["orderId"] for row in first + after] == ["order-0000", "order-0001", "order-0002"]
    assert code_of(call("GET", "/v1/transactions", params=time | {"startingAfter": "x"}))[0] == 400
    assert code_of(call("GET", "/v1/transactions")) == (400, "INVALID_REQUEST")
