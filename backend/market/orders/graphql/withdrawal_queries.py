"""Reading withdrawals."""

from __future__ import annotations

from typing import Any

import graphene
from django.db.models import Q

from market.core import clock
from market.core.errors import PermissionDenied
from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import WithdrawalStatus
from market.orders.graphql.enums import WithdrawalReasonEnum, WithdrawalStatusEnum
from market.orders.graphql.withdrawal_types import WithdrawalCountableConnection
from market.orders.selectors.withdrawals import withdrawal_list

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
        description="All withdrawals, newest first, for staff who manage orders.",
    )

    @staticmethod
    def resolve_withdrawals(root: Any, info: Any, filter: Any = None, **paging: Any) -> Connection:
        if not info.context.actor.has_permission(MANAGE_ORDERS):
            raise PermissionDenied(MANAGE_ORDERS)
        rows = withdrawal_list(viewer=info.context.actor).filter(_condition(filter or {}))
        return paginate(info, rows, NEWEST_FIRST, **paging)


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
