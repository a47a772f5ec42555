"""What enterprises read of the orders they have to serve."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from market.catalog.graphql.inputs import DateRangeInput
from market.core import clock
from market.core.errors import DomainError
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.enums import OrderDirection
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_ORDERS
from market.orders.enums import DueState, PartState
from market.orders.graphql.cancellation_preview import (
    CancellationPreview,
    VendorOrderLineInput,
    pieces_of,
    vars_of,
)
from market.orders.graphql.desk_fields import DueStateEnum, VendorOrderStateEnum
from market.orders.graphql.vendor_order_types import VendorOrder, VendorOrderCountableConnection
from market.orders.models import VendorOrder as VendorOrderModel
from market.orders.selectors.cancellation_preview import cancellation_preview
from market.orders.selectors.vendor_desk import (
    TO_SEND,
    DeskCounts,
    desk_counts,
    desk_part,
    desk_parts,
    state_condition,
)
from market.orders.services.part_opened import parts_opened
from market.vendors.selectors.membership import ensure_member_or

NAMED_FOR = dt.timedelta(days=60)  # afterwards receivers are masked, and nobody is found by a name that nobody is shown
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(9998, 12, 31)


class VendorOrderSortField(graphene.Enum):
    """What an enterprise's orders can be sorted by."""

    DUE = "due_on"
    PLACED = "created_at"


class VendorOrderSortingInput(graphene.InputObjectType):
    """How to sort an enterprise's orders."""

    field = graphene.Field(VendorOrderSortField, required=True, description="By what.")
    direction = graphene.Field(OrderDirection, required=True, description="Which way.")


class VendorOrderFilterInput(graphene.InputObjectType):
    """What an enterprise's orders can be narrowed by. All that is given must hold."""

    state = non_null_list(VendorOrderStateEnum, description="Standing in one of these.")
    due = non_null_list(DueStateEnum, description="Still to be sent, with a deadline that stands like one of these.")
    search = graphene.String(description="Beginning of a number, or part of a product's or a recent receiver's name.")
    placed = DateRangeInput(description="Ordered on these Seoul dates.")
    channels = non_null_list(graphene.ID, description="Ordered in one of these channels.")
    ids = non_null_list(graphene.ID, description="One of these.")


class VendorOrderCounts(graphene.ObjectType):
    """How many orders of an enterprise stand where."""

    new = graphene.Int(required=True, description="Not confirmed yet.")
    confirmed = graphene.Int(required=True, description="Confirmed, not packed yet.")
    preparing = graphene.Int(required=True, description="Being packed.")
    partly_shipped = graphene.Int(required=True, description="Sent in part.")
    shipped = graphene.Int(required=True, description="On their way.")
    delivered = graphene.Int(required=True, description="Arrived.")
    returned = graphene.Int(required=True, description="With goods that came back.")
    canceled = graphene.Int(required=True, description="Cancelled.")
    to_send = graphene.Int(required=True, description="With something still to be sent.")
    due_today = graphene.Int(required=True, description="Of these, to be sent by today.")
    late = graphene.Int(required=True, description="Of these, that should be on their way already.")
    withdrawals_requested = graphene.Int(required=True, description="Returns to be accepted or refused.")
    withdrawals_accepted = graphene.Int(required=True, description="Returns that are on their way back.")


class VendorDeskQueries:
    vendor_orders = graphene.Field(
        VendorOrderCountableConnection,
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        filter=VendorOrderFilterInput(description="What to narrow the list by."),
        sort_by=VendorOrderSortingInput(description="How to sort; what is due first unless given."),
        **paging_arguments(),
        description="Orders an enterprise may send, for its members who handle them and staff. Empty for everybody else's.",
    )
    vendor_order_counts = graphene.Field(
        VendorOrderCounts,
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        description="How many orders stand where, for members of the enterprise who handle them and staff.",
    )
    vendor_order = graphene.Field(
        VendorOrder,
        id=graphene.ID(required=True, description="ID of the vendor order."),
        description="One order of an enterprise with its receiver; that it was read is written down.",
    )

    vendor_order_cancellation_preview = graphene.Field(
        CancellationPreview,
        id=graphene.ID(required=True, description="ID of the vendor order."),
        lines=graphene.Argument(
            non_null_list(VendorOrderLineInput),
            description="What is to be cancelled; all that is not sent unless given.",
        ),
        description="What cancelling these pieces would give back. Changes nothing; none where it is not possible.",
    )

    @staticmethod
    def resolve_vendor_orders(
        root: Any, info: Any, vendor: str, filter: Any = None, sort_by: Any = None, **paging: Any
    ) -> Connection:
        rows = _parts_of(vendor, info).filter(_condition(filter or {}))
        if filter and filter.get("search"):
            rows = _searched(rows, filter["search"])
        return paginate(info, rows, _sort_keys(sort_by), **paging)

    @staticmethod
    def resolve_vendor_order_counts(root: Any, info: Any, vendor: str) -> dict[str, int]:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_ORDERS)
        found = desk_counts(vendor_id=_vendor_pk(vendor), viewer=actor)
        return _counts(found)

    @staticmethod
    def resolve_vendor_order(root: Any, info: Any, id: str) -> VendorOrderModel | None:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_ORDERS)
        try:
            part = desk_part(vendor_order_id=uuid_pk(id, "VendorOrder"), viewer=actor)
        except BadGlobalId:
            return None
        if part is not None:
            parts_opened(parts=[part], actor=actor, how="read")
        return part

    @staticmethod
    def resolve_vendor_order_cancellation_preview(
        root: Any, info: Any, id: str, lines: Any = None
    ) -> dict[str, Any] | None:
        ensure_member_or(info.context.actor, MANAGE_ORDERS)
        try:
            found = cancellation_preview(
                vendor_order_id=uuid_pk(id, "VendorOrder"), pieces=pieces_of(lines), viewer=info.context.actor
            )
        except (BadGlobalId, DomainError):
            return None
        return None if found is None else vars_of(found)


def _counts(found: DeskCounts) -> dict[str, int]:
    return {
        **{state.value: found.by_state[state.value] for state in PartState},
        "to_send": found.to_send,
        "due_today": found.due_today,
        "late": found.late,
        "withdrawals_requested": found.withdrawals_requested,
        "withdrawals_accepted": found.withdrawals_accepted,
    }


def _vendor_pk(given: str) -> int:
    """The key of an enterprise; 0, which none has, for what is no such id."""
    try:
        return int_pk(given, "Vendor")
    except BadGlobalId:
        return 0


def _parts_of(vendor: str, info: Any) -> QuerySet[VendorOrderModel]:
    actor = info.context.actor
    ensure_member_or(actor, MANAGE_ORDERS)
    return desk_parts(vendor_id=_vendor_pk(vendor), viewer=actor)


def _sort_keys(sort_by: Any) -> list[SortKey]:
    field = _plain(sort_by["field"]) if sort_by else "due_on"
    descending = bool(sort_by) and _plain(sort_by["direction"]) == "-"
    parse = parse_datetime if field == "created_at" else dt.date.fromisoformat
    return [SortKey(field, descending, parse=parse), SortKey("number", descending, parse=str)]


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _searched(rows: QuerySet[VendorOrderModel], words: str) -> QuerySet[VendorOrderModel]:
    text = words.strip().replace("\x00", "\ufffd")
    place = "order__shipping_address__"
    rows = rows.annotate(receiver=Concat(f"{place}last_name", f"{place}first_name", Value(" "), f"{place}company_name"))
    is_recent = Q(status__in=TO_SEND) | Q(created_at__gte=clock.now() - NAMED_FOR)
    has_it = Q(number__startswith=text) | (Q(receiver__icontains=text) & is_recent)
    return rows.filter(has_it | Q(pk__in=rows.filter(lines__product_name__icontains=text).values("pk")))


def _condition(given: Any) -> Q:
    condition = Q()
    for name, value in given.items():
        if value is not None and name in FILTERS:
            condition &= FILTERS[name](value)
    return condition


def _any(conditions: list[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def _due(states: list[Any]) -> Q:
    today = clock.today()
    days = {
        DueState.LATE: Q(due_on__lt=today),
        DueState.DUE_TODAY: Q(due_on=today),
        DueState.IN_TIME: Q(due_on__gt=today),
    }
    return Q(status__in=TO_SEND) & _any([days[DueState(_plain(state))] for state in states])


def _placed(value: Any) -> Q:
    condition = Q()
    if value.get("gte"):
        condition &= Q(created_at__gte=clock.seoul_day_start(min(max(value["gte"], EARLIEST), LATEST)))
    if value.get("lte"):
        day = min(max(value["lte"], EARLIEST), LATEST) + dt.timedelta(days=1)
        condition &= Q(created_at__lt=clock.seoul_day_start(day))
    return condition


FILTERS: dict[str, Any] = {
    "state": lambda states: _any([state_condition(_plain(state)) for state in states]),
    "due": _due,
    "placed": _placed,
    "channels": lambda ids: Q(order__channel_id__in=[int_pk(pk, "Channel") for pk in ids]),
    "ids": lambda ids: Q(pk__in=[uuid_pk(pk, "VendorOrder") for pk in ids]),
}
