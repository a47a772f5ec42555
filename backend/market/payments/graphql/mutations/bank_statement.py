"""Statements of the market's account."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.scalars import Upload
from market.core.permissions import HANDLE_PAYMENTS
from market.payments.errors import BatchNotReady, StatementUnreadable
from market.payments.graphql.books_types import BankStatement, PaymentBookError
from market.payments.selectors.staff_lists import batch_get
from market.payments.services.deposit_batch import deposit_batch_create, deposit_batch_run, deposit_batch_start
from market.payments.statements import MOST_BYTES

LINES_AT_ONCE = 50  # taken over before the answer; a task goes on with the rest


class BankStatementUpload(BaseMutation):
    class Meta:
        description = (
            "Read a bank statement (CSV in UTF-8 or CP949, or XLSX) and show what would become of its lines. Nothing is taken over yet;"
            " a preview that is not applied is deleted after a day."
        )
        error_type = PaymentBookError
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        file = Upload(required=True, description="The file as the bank gives it.")
        account = graphene.String(description="The account it is of; the market's own unless given.")

    raises = (StatementUnreadable,)
    statement = graphene.Field(BankStatement, description="The preview.")

    @classmethod
    def perform(cls, info: Any, file: Any, account: str | None = None) -> BankStatementUpload:
        batch = deposit_batch_create(
            content=file.read(MOST_BYTES + 1),
            file_name=(file.name or "").replace("\x00", ""),
            actor=info.context.actor,
            account=(account or "").replace("\x00", "").strip()[:40],
        )
        return cls(statement=batch)


class BankStatementApply(BaseMutation):
    class Meta:
        description = (
            "Take the lines of a preview over as deposits. Lines of an earlier upload add nothing; what fits for certain is matched. A long"
            " statement goes on after the answer: see `position`. Safe to repeat."
        )
        error_type = PaymentBookError
        permissions = (HANDLE_PAYMENTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the statement.")

    raises = (NotFound, InvalidId, BatchNotReady)
    statement = graphene.Field(BankStatement, description="How far it has come.")

    @classmethod
    def perform(cls, info: Any, id: str) -> BankStatementApply:
        batch_id = uuid_from_id(id, "BankStatement")
        deposit_batch_start(batch_id=batch_id, actor=info.context.actor)
        deposit_batch_run(batch_id=batch_id, limit=LINES_AT_ONCE)
        return cls(statement=batch_get(batch_id))
