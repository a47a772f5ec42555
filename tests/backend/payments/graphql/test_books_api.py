"""The desk of payments through the API."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.deposits import applied, deposited, order_by_transfer, statement
from market.core import clock
from market.core.actor import SYSTEM
from market.core.global_ids import to_global_id
from market.core.locks import reset_lock_order
from market.orders.services.order_cancel import order_cancel
from market.payments.enums import ActionStatus, DifferenceKind
from market.payments.flows.actions_send import actions_send
from market.payments.models import BankDeposit, BookDifference, ProviderAction, ProviderEvent, TransactionItem

pytestmark = pytest.mark.django_db(transaction=True)
ERRORS = "errors { field code message }"
UPLOAD = f"""mutation($file: Upload!) {{ bankStatementUpload(file: $file) {{ {ERRORS} statement {{
  id status rowCount withdrawalCount problems {{ row column message }} counts {{ certain partial over suggested none known }}
  lines {{ row depositor found isKnown amount {{ amount }} transaction {{ order {{ number }} }} }} }} }} }}"""
APPLY = f"""mutation($id: ID!) {{ bankStatementApply(id: $id) {{ {ERRORS}
  statement {{ status position addedCount matchedCount counts {{ none }} lines {{ row }} }} }} }}"""
MATCH = f"""mutation($id: ID!, $t: ID, $n: String) {{ bankDepositMatch(id: $id, transactionId: $t, orderNumber: $n) {{ {ERRORS}
  deposit {{ status isDecidedByStaff transaction {{ order {{ isPaid }} }} suggestions {{ id }} }} }} }}"""
UNMATCH = f"mutation($id: ID!, $why: String!) {{ bankDepositUnmatch(id: $id, reason: $why) {{ {ERRORS} deposit {{ status }} }} }}"
IGNORE = f"mutation($id: ID!, $why: String!) {{ bankDepositIgnore(id: $id, reason: $why) {{ {ERRORS} deposit {{ status ignoredReason }} }} }}"
REOPEN = f"mutation($id: ID!) {{ bankDepositReopen(id: $id) {{ {ERRORS} deposit {{ status }} }} }}"
DEPOSITS = """query($first: Int, $filter: BankDepositFilterInput) { bankDeposits(first: $first, filter: $filter) {
  totalCount edges { node { id depositor memo bookedAt account amount { amount } status found
  transaction { name order { number userEmail } } suggestions { token order { number } } } } } }"""
TRANSACTIONS = """query($first: Int, $after: String, $filter: TransactionFilterInput) { transactions(first: $first, after: $after, filter: $filter) {
  totalCount pageInfo { endCursor } edges { node { token isOpen transferReference order { number } events { type } providerActions { kind status }
  deposits { depositor } } } } }"""
REFUNDS = """query($first: Int) { refundsToSend(first: $first) { totalCount edges { node { id amount { amount } isLate sendBy askedAt reason
  transaction { name } order { number } account { bank bankName accountNumber holder } } } } }"""
SENT = f'mutation($id: ID!) {{ refundMarkAsSent(id: $id, reference: "1") {{ {ERRORS} action {{ status }} }} }}'
ACCOUNT = f"""mutation($order: ID!, $number: String!, $email: String) {{ refundAccountSet(orderId: $order, bank: KAKAO, accountNumber: $number,
  holder: "한지우", email: $email) {{ {ERRORS} account {{ bankName accountNumber holder }} }} }}"""
OVERVIEW = """{ paymentOverview { receivedToday { count amount { amount } } awaited { count amount { amount } } unmatched { count }
  refunds { count amount { amount } } refundsLate differences deadActions deadMessages comparisons { gateway } } }"""


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def keeper() -> Any:
    return staff_with("HANDLE_PAYMENTS")


def gid(deposit: BankDeposit) -> str:
    return to_global_id("BankDeposit", deposit.pk)


def item_id(item: TransactionItem) -> str:
    return to_global_id("TransactionItem", item.pk)


def refund(channel: Any, run_outbox: Any, **options: Any) -> Any:
    order, item = order_by_transfer(channel, run_outbox, **options)
    applied((item.reference, int(order.total_gross)))
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    reset_lock_order()
    actions_send()
    return order


def test_from_upload_to_paid(graphql: Any, channel: Any, run_outbox: Any, keeper: Any) -> None:
    order, item = order_by_transfer(channel, run_outbox)
    total = int(order.total_gross)
    content = statement((f"한지우{item.reference}", total), ("누구", 5)) + "\n어제,x,7,,\n2026.01.02,x,,9,\n".encode()
    seen = graphql(UPLOAD, {"file": SimpleUploadedFile("a.csv", content)}, user=keeper)["data"]["bankStatementUpload"]
    found = seen["statement"]
    assert (found["status"], found["rowCount"], found["withdrawalCount"]) == ("PREVIEW", 2, 1)
    assert [(row["row"], row["column"]) for row in found["problems"]] == [(4, "거래일시")]
    assert found["counts"] == {"certain": 1, "partial": 0, "over": 0, "suggested": 0, "none": 1, "known": 0}
    assert [(row["found"], row["amount"]["amount"]) for row in found["lines"]] == [("CERTAIN", total), ("NONE", 5)]
    assert found["lines"][0]["transaction"]["order"]["number"] == str(order.number)
    assert not BankDeposit.objects.exists()
    for _ in range(2):
        answer = graphql(APPLY, {"id": found["id"]}, user=keeper)["data"]["bankStatementApply"]
        if not answer["errors"]:
            assert answer["statement"] == {
                "status": "DONE", "position": 2, "addedCount": 2, "matchedCount": 1, "counts": None, "lines": []
            }  # fmt: skip
    assert answer["errors"][0]["code"] == "INVALID"
    order.refresh_from_db()
    assert order.total_charged == total
    again = graphql(UPLOAD, {"file": SimpleUploadedFile("a.csv", content)}, user=keeper)["data"]["bankStatementUpload"]
    assert again["statement"]["counts"]["known"] == 2
    bad = graphql(UPLOAD, {"file": SimpleUploadedFile("a.csv", b"x")}, user=keeper, language="en")["data"]
    assert bad["bankStatementUpload"]["errors"][0]["field"] == "file"
    assert "column" in bad["bankStatementUpload"]["errors"][0]["message"]


def test_people_decide(graphql: Any, channel: Any, run_outbox: Any, keeper: Any) -> None:
    order, item = order_by_transfer(channel, run_outbox)
    deposit = deposited("한지우", int(order.total_gross))

    def ask(document: str, **variables: Any) -> Any:
        answer = graphql(document, {"id": gid(deposit), **variables}, user=keeper)["data"]
        (payload,) = answer.values()
        return payload

    listed = graphql(DEPOSITS, {"first": 5, "filter": {"status": ["UNMATCHED"]}}, user=keeper)["data"]["bankDeposits"]
    assert listed["edges"][0]["node"]["suggestions"] == [
        {"token": str(item.pk), "order": {"number": str(order.number)}}
    ]
    assert ask(MATCH)["errors"][0] | {"message": ""} == {"field": "orderNumber", "code": "REQUIRED", "message": ""}
    for number in ("1", "x", "9" * 30):
        assert ask(MATCH, n=number)["errors"][0]["code"] == "NOT_FOUND"
    matched = ask(MATCH, t=item_id(item))["deposit"]
    assert matched == {
        "status": "MATCHED",
        "isDecidedByStaff": True,
        "transaction": {"order": {"isPaid": True}},
        "suggestions": [],
    }
    assert ask(MATCH, n=str(order.number))["errors"][0]["code"] == "INVALID"
    assert ask(UNMATCH, why=" ")["errors"][0]["field"] == "reason"
    assert ask(UNMATCH, why="다른 주문")["deposit"] == {"status": "UNMATCHED"}
    assert ask(IGNORE, why="이자")["deposit"] == {"status": "IGNORED", "ignoredReason": "이자"}
    assert ask(REOPEN)["deposit"] == {"status": "UNMATCHED"}
    assert ask(MATCH, n=f" {order.number} ")["deposit"]["status"] == "MATCHED"


def test_deposits_are_filtered(graphql: Any, keeper: Any) -> None:
    applied(("한지우", 1, "후원"), ("윤보미", 2))

    def names(**given: Any) -> list[str]:
        answer = graphql(DEPOSITS, {"first": 9, "filter": given}, user=keeper)["data"]["bankDeposits"]
        return [edge["node"]["depositor"] for edge in answer["edges"]]

    today = clock.today().isoformat()
    assert names() == ["윤보미", "한지우"]
    assert names(search="지우") == names(search="후원") == ["한지우"]
    assert names(status=["MATCHED", "IGNORED"]) == []
    assert names(booked={"gte": today, "lte": today}) == ["윤보미", "한지우"]
    assert names(booked={"gte": "9999-12-31"}) == names(booked={"lte": "0001-01-01"}) == []


def test_transactions_are_found_by_what_people_know(graphql: Any, channel: Any, run_outbox: Any, keeper: Any) -> None:
    owner = UserFactory(email="jiwoo@ieum.example")
    (one, first), (_, second) = (
        order_by_transfer(channel, run_outbox, user=owner),
        order_by_transfer(channel, run_outbox),
    )
    second_total = int(second.amount)
    TransactionItem.objects.filter(pk=first.pk).update(psp_reference="pi_1", amount=first.amount)

    def found(**given: Any) -> set[str]:
        answer = graphql(TRANSACTIONS, {"first": 9, "filter": given}, user=keeper)
        assert "errors" not in answer, answer["errors"]
        return {edge["node"]["token"] for edge in answer["data"]["transactions"]["edges"]}

    mine, both = {str(first.pk)}, {str(first.pk), str(second.pk)}
    for words in (str(one.number), first.reference.lower(), "PI_1", "JIWOO@ieum.example", f" {one.number} "):
        assert found(search=words) == mine
    assert found(search="nobody") == found(search="9" * 40) == found(search="\x00x") == set()
    assert (
        found(gateways=["ieum.payment.bank_transfer"]) == found(means=["BANK_TRANSFER"]) == found(isOpen=True) == both
    )
    assert found(means=["CARD"]) == found(isOpen=False) == set()
    assert str(second.pk) in found(awaits=second_total)
    assert found(awaits=1) == set()
    first_page = graphql(TRANSACTIONS, {"first": 1}, user=keeper)["data"]["transactions"]
    rest = graphql(TRANSACTIONS, {"first": 1, "after": first_page["pageInfo"]["endCursor"]}, user=keeper)["data"][
        "transactions"
    ]
    assert {page["edges"][0]["node"]["token"] for page in (first_page, rest)} == both


def test_lists_cost_the_same_for_one_and_for_many(
    graphql: Any, assert_constant_queries: Any, channel: Any, run_outbox: Any, keeper: Any
) -> None:
    pairs = [order_by_transfer(channel, run_outbox) for _ in range(4)]
    applied(*[(item.reference, int(order.total_gross)) for order, item in pairs[:2]],
            *[("한지우", int(order.total_gross)) for order, item in pairs[2:]])  # fmt: skip
    for order, _ in pairs[:2]:
        anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    run_outbox()
    reset_lock_order()
    actions_send()
    assert_constant_queries(TRANSACTIONS, {"first": 1}, {"first": 4}, user=keeper)
    assert_constant_queries(REFUNDS, {"first": 1}, {"first": 2}, user=keeper)
    for status in ("UNMATCHED", "MATCHED"):
        wanted = {"filter": {"status": [status]}}
        assert_constant_queries(DEPOSITS, {"first": 1, **wanted}, {"first": 2, **wanted}, user=keeper)
    fields = "bankTransfer { reference } refundByTransfer { amount } refundAccount { bank }"
    orders = f"query($first: Int) {{ orders(first: $first) {{ edges {{ node {{ {fields} }} }} }} }}"
    assert_constant_queries(orders, {"first": 1}, {"first": 4}, user=staff_with("MANAGE_ORDERS"))


def test_what_staff_see_of_a_payment_is_theirs_alone(graphql: Any, channel: Any, run_outbox: Any) -> None:
    owner = UserFactory()
    order, item = order_by_transfer(channel, run_outbox, user=owner)
    applied((item.reference, int(order.total_gross)))
    document = "query($id: ID) { order(id: $id) { transactions { transferReference isOpen deposits { depositor } providerActions { kind } } } }"
    seen = graphql(document, {"id": to_global_id("Order", order.pk)}, user=owner)["data"]["order"]["transactions"]
    assert seen == [{"transferReference": item.reference, "isOpen": False, "deposits": None, "providerActions": None}]


def test_the_page_of_an_order_names_the_reference_that_is_matched(graphql: Any, channel: Any, run_outbox: Any) -> None:
    order, item = order_by_transfer(channel, run_outbox)
    document = "query($id: ID) { order(id: $id) { bankTransfer { reference accountNumber } } }"
    shown = graphql(document, {"id": to_global_id("Order", order.pk)})["data"]["order"]["bankTransfer"]
    assert shown["reference"] == item.reference
    TransactionItem.objects.update(reference="")
    shown = graphql(document, {"id": to_global_id("Order", order.pk)})["data"]["order"]["bankTransfer"]
    assert shown["reference"] == f"이음{order.number}"


def test_a_refund_by_transfer_from_the_account_to_the_end(
    graphql: Any, channel: Any, run_outbox: Any, keeper: Any
) -> None:
    order = refund(channel, run_outbox)
    order_id = to_global_id("Order", order.pk)
    fields = "query($id: ID) { order(id: $id) { refundByTransfer { amount } refundAccount { accountNumber holder } } }"
    assert graphql(fields, {"id": order_id})["data"]["order"]["refundByTransfer"]["amount"] == order.total_gross
    stranger = graphql(ACCOUNT, {"order": order_id, "number": "3333-01-0000000", "email": "x@y.example"})["data"]
    unknown = graphql(ACCOUNT, {"order": to_global_id("Order", ProviderAction().pk), "number": "3333-01-0000000"})[
        "data"
    ]
    assert stranger["refundAccountSet"] == unknown["refundAccountSet"]
    short = graphql(ACCOUNT, {"order": order_id, "number": "12", "email": order.user_email})["data"]["refundAccountSet"]
    assert short["errors"][0]["field"] == "accountNumber"
    mine = graphql(ACCOUNT, {"order": order_id, "number": "3333-01-0001234", "email": order.user_email})["data"]
    assert mine["refundAccountSet"]["account"] == {
        "bankName": "카카오뱅크",
        "accountNumber": "••••1234",
        "holder": "한…",
    }
    # Who only knows the order's id sees nothing of the account, and the buyer sees it masked.
    assert graphql(fields, {"id": order_id})["data"]["order"]["refundAccount"] is None
    orders_staff = graphql(fields, {"id": order_id}, user=staff_with("MANAGE_ORDERS"))["data"]["order"]["refundAccount"]
    assert orders_staff == {"accountNumber": "••••1234", "holder": "한…"}
    (edge,) = graphql(REFUNDS, {"first": 5}, user=keeper)["data"]["refundsToSend"]["edges"]
    assert edge["node"]["account"] == {
        "bank": "KAKAO", "bankName": "카카오뱅크", "accountNumber": "3333010001234", "holder": "한지우"
    }  # fmt: skip
    assert (edge["node"]["amount"]["amount"], edge["node"]["isLate"]) == (order.total_gross, False)
    ProviderAction.objects.update(created_at=clock.now() - dt.timedelta(days=8))
    overview = graphql(OVERVIEW, user=keeper)["data"]["paymentOverview"]
    assert (overview["refunds"]["count"], overview["refundsLate"]) == (1, 1)
    for _ in range(2):
        sent = graphql(SENT, {"id": edge["node"]["id"]}, user=keeper)["data"]["refundMarkAsSent"]
        assert (sent["errors"], sent["action"]["status"]) == ([], "DONE")
    assert graphql(REFUNDS, {"first": 5}, user=keeper)["data"]["refundsToSend"]["totalCount"] == 0
    assert graphql(fields, {"id": order_id})["data"]["order"]["refundByTransfer"] is None


def test_the_overview_adds_up(graphql: Any, channel: Any, run_outbox: Any, keeper: Any) -> None:
    (paid, item), (waiting, _) = order_by_transfer(channel, run_outbox), order_by_transfer(channel, run_outbox)
    applied((item.reference, int(paid.total_gross)), ("누구", 5))
    seen = graphql(OVERVIEW, user=keeper)["data"]["paymentOverview"]
    assert seen == {
        "receivedToday": {"count": 1, "amount": {"amount": paid.total_gross}},
        "awaited": {"count": 1, "amount": {"amount": waiting.total_gross}},
        "unmatched": {"count": 1}, "refunds": {"count": 0, "amount": {"amount": 0}}, "refundsLate": 0,
        "differences": 0, "deadActions": 0, "deadMessages": 0, "comparisons": [],
    }  # fmt: skip


def test_differences_and_what_was_given_up(graphql: Any, channel: Any, run_outbox: Any, keeper: Any) -> None:
    now = clock.now()
    difference = BookDifference.objects.create(
        gateway="saleor.app.payment.stripe",
        kind=DifferenceKind.MISSING_HERE,
        psp_reference="pi_1",
        currency="KRW",
        found_at=now,
        seen_at=now,
    )
    document = "query($s: Boolean) { bookDifferences(first: 5, isSettled: $s) { edges { node { kind kindDisplay note here there settledAt } } } }"
    (edge,) = graphql(document, user=keeper, language="en")["data"]["bookDifferences"]["edges"]
    assert (edge["node"]["kind"], edge["node"]["kindDisplay"]) == ("MISSING_HERE", "Not in our books")
    settle = f"mutation($id: ID!, $n: String!) {{ bookDifferenceSettle(id: $id, note: $n) {{ {ERRORS} difference {{ note }} }} }}"
    key = to_global_id("BookDifference", difference.pk)
    assert (
        graphql(settle, {"id": key, "n": ""}, user=keeper)["data"]["bookDifferenceSettle"]["errors"][0]["code"]
        == "REQUIRED"
    )
    assert graphql(settle, {"id": key, "n": "시험"}, user=keeper)["data"]["bookDifferenceSettle"]["difference"] == {
        "note": "시험"
    }
    assert graphql(document, user=keeper)["data"]["bookDifferences"]["edges"] == []
    assert len(graphql(document, {"s": True}, user=keeper)["data"]["bookDifferences"]["edges"]) == 1

    refund(channel, run_outbox)
    ProviderAction.objects.update(status=ActionStatus.DEAD, last_error="lost")
    dead = "{ deadPaymentActions { id kind lastError transaction { name } } deadProviderMessages { id type lastError gatewayName } }"
    ProviderEvent.objects.create(
        gateway="ieum.payment.bank_transfer",
        event_id="e",
        type="x",
        due_at=now,
        received_at=now,
        status="dead",
        psp_reference="?",
    )
    seen = graphql(dead, user=keeper)["data"]
    assert [row["kind"] for row in seen["deadPaymentActions"]] == ["REFUND"]
    retry = f"mutation($id: ID!) {{ paymentActionRetry(id: $id) {{ {ERRORS} action {{ status }} }} }}"
    again = graphql(retry, {"id": seen["deadPaymentActions"][0]["id"]}, user=keeper)["data"]["paymentActionRetry"]
    assert again["action"] == {"status": "SENT"}
    message = f"mutation($id: ID!) {{ providerMessageRetry(id: $id) {{ {ERRORS} isDone }} }}"
    done = graphql(message, {"id": seen["deadProviderMessages"][0]["id"]}, user=keeper)["data"]["providerMessageRetry"]
    assert done == {"errors": [], "isDone": True}
    assert graphql(dead, user=keeper)["data"] == {"deadPaymentActions": [], "deadProviderMessages": []}
