"""Reading withdrawals."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Q

from market.core import clock
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import WithdrawalStatus
from market.orders.graphql.enums import WithdrawalReasonEnum, WithdrawalStatusEnum
from market.orders.graphql.withdrawal_types import Withdrawal, WithdrawalCountableConnection
from market.orders.models import Withdrawal as WithdrawalModel
from market.orders.selectors.withdrawals import withdrawal_list
from market.vendors.selectors.membership import ensure_member_or

NEWEST_FIRST = [SortKey("requested_at", descending=True, parse=parse_datetime), SortKey("pk", parse=str)]


class WithdrawalFilterInput(graphene.InputObjectType):
    """What withdrawals can be narrowed by. All that is given must hold."""

    status = non_null_list(WithdrawalStatusEnum, description="In one of these statuses.")
    reason_kind = non_null_list(WithdrawalReasonEnum, description="For one of these reasons.")
    vendors = non_null_list(graphene.ID, description="Of one of these enterprises.")
    search = graphene.String(description="Beginning of a withdrawal's or order's number.")
    is_refund_late = graphene.Boolean(description="Whether the money should be back already.")


class WithdrawalQueries:
    withdrawals = graphene.Field(
        WithdrawalCountableConnection,
        filter=WithdrawalFilterInput(description="What to narrow the list by."),
        **paging_arguments(),
        description="Withdrawals, newest first: all for staff who manage orders, those of the own enterprise for its members.",
    )
    withdrawal = graphene.Field(
        Withdrawal,
        id=graphene.ID(required=True, description="ID of the withdrawal."),
        description="One withdrawal, for staff who manage orders and members of the enterprise that takes the goods back.",
    )

    @staticmethod
    def resolve_withdrawals(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        ensure_member_or(info.context.actor, MANAGE_ORDERS)
        rows = withdrawal_list(viewer=info.context.actor).filter(_condition(filter or {}))
        return paginate(info, rows, NEWEST_FIRST, **paging)

    @staticmethod
    def resolve_withdrawal(root: Any, info: Any, id: str) -> WithdrawalModel | None:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_ORDERS)
        try:
            key = uuid_pk(id, "Withdrawal")
        except BadGlobalId:
            return None
        return withdrawal_list(viewer=actor).filter(pk=key).first()


def _condition(given: Any) -> Q:
    condition = Q()
    for name, value in given.items():
        if value is not None:
            condition &= FILTERS[name](value)
    return condition


def _plain(values: Any) -> list[Any]:
    return [getattr(value, "value", value) for value in values]


def _late(wanted: bool) -> Q:
    late = Q(status=WithdrawalStatus.RECEIVED, refund_by__lt=clock.today())
    return late if wanted else ~late


FILTERS: dict[str, Any] = {
    "status": lambda values: Q(status__in=_plain(values)),
    "reason_kind": lambda values: Q(reason_kind__in=_plain(values)),
    "vendors": lambda ids: Q(vendor_order__vendor_id__in=[int_pk(pk, "Vendor") for pk in ids]),
    "search": lambda words: Q(number__startswith=words.strip().replace("\x00", "\ufffd")),
    "is_refund_late": _late,
}
