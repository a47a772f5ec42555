"""What staff who handle payments can read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene
from django.db.models import Q

from market.catalog.graphql.filter_inputs import DateRangeInput
from market.core import clock
from market.core.errors import PermissionDenied
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.core.permissions import HANDLE_PAYMENTS
from market.orders.graphql.enums import PaymentMeansEnum
from market.payments.gateways.registry import by_hand_gateways
from market.payments.graphql.books_enums import BankDepositStatusEnum
from market.payments.graphql.books_types import (
    BankDeposit,
    BankDepositCountableConnection,
    BankStatement,
    RefundToSendCountableConnection,
)
from market.payments.graphql.comparison_types import (
    BookDifferenceCountableConnection,
    DeadProviderMessage,
    PaymentAction,
    PaymentOverview,
)
from market.payments.graphql.types import TransactionCountableConnection
from market.payments.models import BankDeposit as BankDepositModel
from market.payments.selectors.book_standing import actions_dead, difference_list, messages_dead
from market.payments.selectors.refunds_to_send import refunds_to_send
from market.payments.selectors.staff_lists import (
    awaited_in,
    batch_get,
    batch_list,
    deposit_list,
    is_about,
    overview,
    transaction_list,
)

MOST_DEAD = 100
STATEMENTS_SHOWN = dt.timedelta(days=31)
NEWEST = SortKey("created_at", descending=True, parse=parse_datetime)


class TransactionFilterInput(graphene.InputObjectType):
    """What transactions can be narrowed by. All that is given must hold."""

    search = graphene.String(
        description="An order's number, a transfer's or the provider's reference, or the buyer's e-mail address."
    )
    gateways = non_null_list(graphene.String, description="With one of these gateways.")
    means = non_null_list(PaymentMeansEnum, description="Paid in one of these ways.")
    is_open = graphene.Boolean(description="Whether it may still turn into money.")
    awaits = graphene.Int(description="An open transfer that waits for this many won.")
    created = DateRangeInput(description="Begun on these Seoul dates.")


class BankDepositFilterInput(graphene.InputObjectType):
    """What deposits can be narrowed by. All that is given must hold."""

    status = non_null_list(BankDepositStatusEnum, description="In one of these states.")
    search = graphene.String(description="Part of the sender's name, or of the memo.")
    booked = DateRangeInput(description="Booked on these Seoul dates.")


def _list(kind: Any, description: str, **arguments: Any) -> graphene.Field:
    return graphene.Field(
        kind, **arguments, **paging_arguments(), description=f"{description} For staff who handle payments."
    )


def ensure_keeper(info: Any) -> None:
    """Raises PermissionDenied for everybody but staff who handle payments."""
    if not info.context.actor.has_permission(HANDLE_PAYMENTS):
        raise PermissionDenied(HANDLE_PAYMENTS)


class BookQueries:
    payment_overview = graphene.Field(
        PaymentOverview, description="What stands open at the desk of payments. For staff who handle payments."
    )
    transactions = _list(
        TransactionCountableConnection,
        "Attempts to pay, the newest first.",
        filter=TransactionFilterInput(description="What to narrow the list by."),
    )
    bank_deposits = _list(
        BankDepositCountableConnection,
        "Money that came in on the market's account, the newest first.",
        filter=BankDepositFilterInput(description="What to narrow the list by."),
    )
    bank_deposit = graphene.Field(
        BankDeposit,
        id=graphene.ID(required=True, description="ID of the deposit."),
        description="One deposit. For staff who handle payments.",
    )
    bank_statement = graphene.Field(
        BankStatement,
        id=graphene.ID(required=True, description="ID of the statement."),
        description="One uploaded statement. For staff who handle payments.",
    )
    bank_statements = graphene.Field(
        non_null_list(BankStatement),
        description="Statements of the last month, newest first. For staff who handle payments.",
    )
    refunds_to_send = _list(RefundToSendCountableConnection, "Refunds to send by transfer, the oldest first.")
    book_differences = _list(
        BookDifferenceCountableConnection,
        "Differences between providers' books and ours, the newest first.",
        is_settled=graphene.Boolean(default_value=False, description="Those that stand no longer instead."),
    )
    dead_payment_actions = graphene.Field(
        non_null_list(PaymentAction), description="What was asked of providers in vain. For staff who handle payments."
    )
    dead_provider_messages = graphene.Field(
        non_null_list(DeadProviderMessage),
        description="Messages of providers that could not be acted on. For staff who handle payments.",
    )

    @staticmethod
    def resolve_payment_overview(root: Any, info: Any) -> Any:
        ensure_keeper(info)
        return overview(by_hand_gateways())

    @staticmethod
    def resolve_transactions(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        ensure_keeper(info)
        found = transaction_list().filter(_transaction_condition(filter or {}))
        return paginate(info, found, [NEWEST, SortKey("token", descending=True)], **paging)

    @staticmethod
    def resolve_bank_deposits(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        ensure_keeper(info)
        found = deposit_list().filter(_deposit_condition(filter or {}))
        keys = [SortKey("booked_at", descending=True, parse=parse_datetime), SortKey("id", descending=True, parse=int)]
        return paginate(info, found, keys, **paging)

    @staticmethod
    def resolve_bank_deposit(root: Any, info: Any, id: str) -> BankDepositModel | None:
        ensure_keeper(info)
        try:
            return deposit_list().filter(pk=int_pk(id, "BankDeposit")).first()
        except BadGlobalId:
            return None

    @staticmethod
    def resolve_bank_statement(root: Any, info: Any, id: str) -> Any:
        ensure_keeper(info)
        try:
            return batch_get(uuid_pk(id, "BankStatement"))
        except BadGlobalId:
            return None

    @staticmethod
    def resolve_bank_statements(root: Any, info: Any) -> Any:
        ensure_keeper(info)
        return batch_list(STATEMENTS_SHOWN)[:MOST_DEAD]

    @staticmethod
    def resolve_refunds_to_send(root: Any, info: Any, **paging: Any) -> Connection:
        ensure_keeper(info)
        keys = [SortKey("created_at", parse=parse_datetime), SortKey("id")]
        return paginate(info, refunds_to_send(by_hand_gateways()), keys, **paging)

    @staticmethod
    def resolve_book_differences(root: Any, info: Any, is_settled: bool = False, **paging: Any) -> Connection:
        ensure_keeper(info)
        keys = [SortKey("found_at", descending=True, parse=parse_datetime), SortKey("id", descending=True, parse=int)]
        return paginate(info, difference_list(is_settled=is_settled), keys, **paging)

    @staticmethod
    def resolve_dead_payment_actions(root: Any, info: Any) -> Any:
        ensure_keeper(info)
        return actions_dead()[:MOST_DEAD]

    @staticmethod
    def resolve_dead_provider_messages(root: Any, info: Any) -> Any:
        ensure_keeper(info)
        return messages_dead()[:MOST_DEAD]


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _transaction_condition(given: Any) -> Q:
    condition = Q()
    if given.get("search"):
        condition &= is_about(given["search"])
    if given.get("gateways") is not None:
        condition &= Q(gateway__in=[gateway.replace("\x00", "") for gateway in given["gateways"]])
    if given.get("means") is not None:
        condition &= Q(means__in=[_plain(means) for means in given["means"]])
    if given.get("is_open") is not None:
        condition &= Q(is_open=given["is_open"])
    if given.get("awaits") is not None:
        condition &= Q(pk__in=awaited_in([given["awaits"]]).values("pk"))
    return condition & _on_days("created_at", given.get("created"))


def _deposit_condition(given: Any) -> Q:
    condition = Q()
    if given.get("status") is not None:
        condition &= Q(status__in=[_plain(status) for status in given["status"]])
    words = (given.get("search") or "").strip().replace("\x00", "")
    if words:
        condition &= Q(depositor__icontains=words) | Q(memo__icontains=words)
    return condition & _on_days("booked_at", given.get("booked"))


def _on_days(column: str, days: Any) -> Q:
    condition = Q()
    for bound, suffix, more in (("gte", "gte", 0), ("lte", "lt", 1)):
        if days and days.get(bound):
            day = min(max(days[bound], dt.date(1900, 1, 1)), dt.date(9998, 12, 31)) + dt.timedelta(days=more)
            condition &= Q(**{f"{column}__{suffix}": clock.seoul_day_start(day)})
    return condition
