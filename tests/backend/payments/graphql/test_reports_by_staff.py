"""What staff type when they saw money move, slips of the hand included."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import staff_with
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from market.core.global_ids import to_global_id
from market.orders.enums import ChargeStatus
from market.orders.models import Order
from market.payments.models import TransactionEvent, TransactionItem

pytestmark = pytest.mark.django_db
MARK = """mutation ($id: ID!, $reference: String) {
  orderMarkAsPaid(id: $id, transactionReference: $reference) { order { chargeStatus } errors { code field } } }"""
REPORT = """mutation ($id: ID!, $type: TransactionEventTypeEnum!, $amount: PositiveDecimal!, $reference: String!) {
  transactionEventReport(id: $id, type: $type, amount: $amount, pspReference: $reference) {
    transaction { id } errors { code field } } }"""


@pytest.fixture
def order(run_outbox: Any) -> Order:
    channel = ChannelFactory()
    order = placed_order(channel, {variant_on_sale(channel, price=12_000): 1})
    run_outbox()
    return order


@pytest.mark.parametrize("reference", ["가" * 300, "x" * 100_000, "\x00", "  ", None])
def test_any_reference_marks_an_order_as_paid(graphql: Any, order: Order, reference: str | None) -> None:
    answer = graphql(
        MARK, {"id": to_global_id("Order", order.pk), "reference": reference}, user=staff_with("MANAGE_ORDERS")
    )
    assert answer["data"]["orderMarkAsPaid"] == {"order": {"chargeStatus": "FULL"}, "errors": []}
    order.refresh_from_db()
    assert order.charge_status == ChargeStatus.FULL


@pytest.mark.parametrize(
    ("amount", "reference", "error"),
    [
        (1_000, "", {"code": "REQUIRED", "field": "pspReference"}),
        (1_000, " \x00 ", {"code": "REQUIRED", "field": "pspReference"}),
        (10**17, "a", {"code": "INVALID", "field": "amount"}),
        (10**13, "a", {"code": "INVALID", "field": "amount"}),
        (0.5, "a", {"code": "INVALID", "field": "amount"}),
    ],
)
@pytest.mark.parametrize("type_", ["CHARGE_SUCCESS", "REFUND_SUCCESS", "AUTHORIZATION_ADJUSTMENT"])
def test_a_report_that_cannot_be_true_changes_nothing(
    graphql: Any, order: Order, type_: str, amount: Any, reference: str, error: Any
) -> None:
    item = TransactionItem.objects.get()
    before = TransactionEvent.objects.count()
    variables = {
        "id": to_global_id("TransactionItem", item.pk),
        "type": type_,
        "amount": amount,
        "reference": reference,
    }
    answer = graphql(REPORT, variables, user=staff_with("HANDLE_PAYMENTS"))
    assert answer["data"]["transactionEventReport"] == {"transaction": None, "errors": [error]}
    assert TransactionEvent.objects.count() == before


@pytest.mark.parametrize("type_", ["REFUND_SUCCESS", "CHARGE_BACK"])
def test_no_more_goes_back_than_is_held(graphql: Any, order: Order, type_: str) -> None:
    item, staff = TransactionItem.objects.get(), staff_with("HANDLE_PAYMENTS")

    def report(kind: str, amount: int, reference: str) -> Any:
        variables = {
            "id": to_global_id("TransactionItem", item.pk),
            "type": kind,
            "amount": amount,
            "reference": reference,
        }
        return graphql(REPORT, variables, user=staff)["data"]["transactionEventReport"]["errors"]

    too_much = [{"code": "INVALID", "field": "amount"}]
    assert report(type_, 1, "early") == too_much
    assert report("CHARGE_SUCCESS", 5_000, "in") == []
    assert report(type_, 5_001, "out") == too_much
    assert report(type_, 3_000, "out") == []
    assert report(type_, 3_000, "out") == []  # the same once more
    assert report(type_, 3_000, "another") == too_much
    item.refresh_from_db()
    assert item.charged_value == 2_000
