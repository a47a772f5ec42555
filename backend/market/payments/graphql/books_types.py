"""Deposits and refunds by transfer, as staff see them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import graphene

from market.core import clock
from market.core.global_ids import to_global_id
from market.core.graphql.banks import BankEnum
from market.core.graphql.batch import batch
from market.core.graphql.connections import connection_type
from market.core.graphql.languages import localized
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, non_null_list
from market.core.money import Money as MoneyValue
from market.core.sealing import unseal
from market.payments import enums
from market.payments.graphql.books_enums import (
    BankDepositMatchEnum,
    BankDepositStatusEnum,
    BankStatementStatusEnum,
    PaymentBookErrorCode,
)
from market.payments.models import BankDeposit as BankDepositModel
from market.payments.models import DepositBatch, ProviderAction
from market.payments.models import RefundAccount as RefundAccountModel
from market.payments.selectors.refunds_to_send import orders_of_actions, send_by
from market.payments.selectors.staff_lists import (
    batch_found,
    known_fingerprints,
    orders_of_transactions,
    suggestions_of,
)
from market.payments.services.deposit_batch import batch_lines

TRANSACTION = "market.payments.graphql.types.TransactionItem"
ORDER = "market.orders.graphql.types.Order"


class PaymentBookError(SaleorError):
    """What went wrong at the desk of payments."""

    code = graphene.Field(PaymentBookErrorCode, required=True, description="The error's code.")


class BankDeposit(ModelObjectType):
    """Money that came in on the market's account, as the bank wrote it."""

    class Meta:
        interfaces = (Node,)

    booked_at = graphene.Field(DateTime, required=True, description="When the bank booked it.")
    depositor = graphene.String(required=True, description="Who sent it, as the statement says.")
    memo = graphene.String(required=True, description="What else the statement says.")
    account = graphene.String(required=True, description="The account it came in on.")
    amount = graphene.Field(Money, required=True, description="How much came in.")
    status = graphene.Field(BankDepositStatusEnum, required=True, description="What became of it.")
    found = graphene.Field(BankDepositMatchEnum, required=True, description="What the matching rule said when it came.")
    transaction = graphene.Field(TRANSACTION, description="What it paid for.")
    suggestions = graphene.Field(
        non_null_list(TRANSACTION),
        required=True,
        description="What it may be for while it is unmatched, likeliest first.",
    )
    ignored_reason = graphene.String(required=True, description="Why it pays for nothing here.")
    is_decided_by_staff = graphene.Boolean(required=True, description="Whether a person matched or ignored it.")
    decided_at = graphene.Field(DateTime, description="When it was matched or ignored.")

    @staticmethod
    def resolve_amount(root: BankDepositModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.currency)

    @staticmethod
    def resolve_is_decided_by_staff(root: BankDepositModel, info: Any) -> bool:
        return root.decided_by_id is not None

    @batch
    def resolve_suggestions(parents: list[BankDepositModel], info: Any) -> list[Any]:
        return suggestions_of(parents)


BankDepositCountableConnection = connection_type(
    "BankDeposit", "market.payments.graphql.books_types.BankDeposit", "deposits"
)


class BankStatementProblem(graphene.ObjectType):
    """A line of a statement that cannot be taken over."""

    row = graphene.Int(required=True, description="Line of the file, from 1.")
    column = graphene.String(required=True, description="The column as the file names it.")
    message = graphene.String(required=True, description="What is wrong.")


class BankStatementLine(graphene.ObjectType):
    """A line of a statement that was uploaded, before it is taken over."""

    row = graphene.Int(required=True, description="Line of the file, from 1.")
    booked_at = graphene.Field(DateTime, required=True, description="When the bank booked it.")
    depositor = graphene.String(required=True, description="Who sent it, as the statement says.")
    memo = graphene.String(required=True, description="What else the statement says.")
    amount = graphene.Field(Money, required=True, description="How much came in.")
    is_known = graphene.Boolean(required=True, description="Whether an earlier upload brought it.")
    found = graphene.Field(BankDepositMatchEnum, required=True, description="How well it fits what is awaited.")
    transaction = graphene.Field(TRANSACTION, description="What it fits best.")


class BankStatementCounts(graphene.ObjectType):
    """How many lines of a preview fit how well; known lines are counted apart."""

    certain = graphene.Int(required=True, description="Matched by themselves when taken over.")
    partial = graphene.Int(required=True, description="A reference, but less than awaited.")
    over = graphene.Int(required=True, description="A reference, but more than awaited.")
    suggested = graphene.Int(required=True, description="Perhaps known by name and amount.")
    none = graphene.Int(required=True, description="Nothing fits.")
    known = graphene.Int(required=True, description="Brought by an earlier upload.")


class BankStatement(ModelObjectType):
    """An uploaded bank statement: a preview first, then taken over line by line."""

    class Meta:
        interfaces = (Node,)

    file_name = graphene.String(required=True, description="Name of the file.")
    account = graphene.String(required=True, description="The account it is of.")
    status = graphene.Field(BankStatementStatusEnum, required=True, description="Where it stands.")
    created_at = graphene.Field(DateTime, required=True, description="When it was uploaded.")
    ended_at = graphene.Field(DateTime, description="When all lines were taken over.")
    row_count = graphene.Int(required=True, description="Lines of money that came in.")
    position = graphene.Int(required=True, description="Lines taken over so far.")
    added_count = graphene.Int(required=True, description="Of them, new.")
    matched_count = graphene.Int(required=True, description="Of the new ones, matched by themselves.")
    withdrawal_count = graphene.Int(required=True, description="Lines of money that went out, left aside.")
    problems = graphene.Field(
        non_null_list(BankStatementProblem), required=True, description="Lines that cannot be taken over."
    )
    counts = graphene.Field(BankStatementCounts, description="How well the lines fit, while it is a preview.")
    lines = graphene.Field(
        non_null_list(BankStatementLine),
        required=True,
        first=graphene.Int(default_value=200, description="How many from the start."),
        description="The lines of a preview.",
    )

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("BankStatement", root.pk)

    @staticmethod
    def resolve_problems(root: DepositBatch, info: Any) -> list[dict[str, Any]]:
        return [
            {"row": row, "column": column, "message": localized(korean, english, info)}
            for row, column, korean, english in root.problems
        ]

    @staticmethod
    def resolve_counts(root: DepositBatch, info: Any) -> dict[str, int] | None:
        if root.status != enums.BatchStatus.PREVIEW:
            return None
        counted = Counter("known" if line["is_known"] else line["found"].value for line in _previewed(root, info))
        return {name: counted[name] for name in ("certain", "partial", "over", "suggested", "none", "known")}

    @staticmethod
    def resolve_lines(root: DepositBatch, info: Any, first: int) -> list[dict[str, Any]]:
        return _previewed(root, info)[: max(first, 0)] if root.status == enums.BatchStatus.PREVIEW else []


def _previewed(root: DepositBatch, info: Any) -> list[dict[str, Any]]:
    """What would become of each line, worked out once a request."""

    def work_out() -> list[dict[str, Any]]:
        lines = batch_lines(root)
        found, items = batch_found([(line.texts, line.amount) for line in lines])
        known = known_fingerprints(line.fingerprint for line in lines)
        return [
            {
                "row": line.row,
                "booked_at": line.booked_at,
                "depositor": line.depositor,
                "memo": line.memo,
                "amount": MoneyValue.of(line.amount, "KRW"),
                "is_known": line.fingerprint in known,
                "found": one.kind,
                "transaction": items.get(one.tokens[0]) if one.tokens else None,
            }
            for line, one in zip(lines, found, strict=True)
        ]

    return info.context.remember(("payments.preview", root.pk), work_out)


class RefundAccount(graphene.ObjectType):
    """Where a buyer wants the money back. Number and holder are shown to staff who handle payments, masked to everybody else."""

    bank = graphene.Field(BankEnum, required=True, description="The bank.")
    bank_name = graphene.String(required=True, description="The bank's name.")
    account_number = graphene.String(description="The number; none when it can no longer be decrypted.")
    holder = graphene.String(description="Who holds it.")
    set_at = graphene.Field(DateTime, required=True, description="When the buyer named it.")

    @staticmethod
    def resolve_bank_name(root: RefundAccountModel, info: Any) -> str:
        return root.get_bank_display()

    @staticmethod
    def resolve_account_number(root: RefundAccountModel, info: Any) -> str | None:
        return unseal(root.sealed_number) if _is_keeper(info) else f"••••{root.last_digits}"

    @staticmethod
    def resolve_holder(root: RefundAccountModel, info: Any) -> str | None:
        holder = unseal(root.sealed_holder) or ""
        return holder if _is_keeper(info) else f"{holder[:1]}…"


def _is_keeper(info: Any) -> bool:
    return bool(info.context.actor.has_permission("HANDLE_PAYMENTS"))


class RefundToSend(ModelObjectType):
    """A refund that people send by transfer."""

    class Meta:
        interfaces = (Node,)

    amount = graphene.Field(Money, required=True, description="How much to send.")
    reason = graphene.String(required=True, description="Why it is given back.")
    asked_at = graphene.Field(DateTime, required=True, description="When it fell due.")
    send_by = graphene.Field(Date, required=True, description="The last day the law allows: three working days.")
    is_late = graphene.Boolean(required=True, description="Whether that day has passed.")
    transaction = graphene.Field(TRANSACTION, required=True, description="What was paid.")
    order = graphene.Field(ORDER, description="The order; none for money that never became one.")
    account = graphene.Field(RefundAccount, description="Where to send it, once the buyer has said so.")

    @staticmethod
    def resolve_id(root: Any, info: Any) -> str:
        return to_global_id("PaymentAction", root.pk)

    @staticmethod
    def resolve_amount(root: ProviderAction, info: Any) -> MoneyValue:
        return MoneyValue.of(root.amount, root.transaction.currency)

    @staticmethod
    def resolve_asked_at(root: ProviderAction, info: Any) -> dt.datetime:
        return root.created_at

    @staticmethod
    def resolve_send_by(root: ProviderAction, info: Any) -> dt.date:
        return send_by(root.created_at)

    @staticmethod
    def resolve_is_late(root: ProviderAction, info: Any) -> bool:
        return send_by(root.created_at) < clock.today()

    @batch
    def resolve_order(parents: list[ProviderAction], info: Any) -> list[Any]:
        return orders_of_transactions([row.transaction for row in parents])

    @batch
    def resolve_account(parents: list[ProviderAction], info: Any) -> list[Any]:
        orders = orders_of_actions(parents)
        return [getattr(orders.get(row.pk), "refund_account", None) for row in parents]


RefundToSendCountableConnection = connection_type(
    "RefundToSend", "market.payments.graphql.books_types.RefundToSend", "refunds to send"
)
