"""Reading orders."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import Any
from uuid import UUID

import graphene
from django.db.models import Q

from market.catalog.graphql.inputs import DateRangeInput, MetadataFilter
from market.core import clock
from market.core.errors import PermissionDenied
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql import scalars
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.enums import OrderDirection
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_ORDERS
from market.orders.errors import TooManyGuesses
from market.orders.graphql.enums import OrderChargeStatusEnum, OrderSortField, OrderStatusFilter
from market.orders.graphql.types import Order, OrderCountableConnection
from market.orders.graphql.withdrawal_queries import WithdrawalQueries
from market.orders.models import Order as OrderModel
from market.orders.selectors.order_get import order_get, order_list
from market.orders.services.buyer_recognise import is_buyer

MOST_DIGITS = 18
EMAIL = (
    "The address a guest ordered with: the right one shows names and addresses unmasked, a wrong one changes nothing."
)


class OrderFilterInput(graphene.InputObjectType):
    """What orders can be narrowed by. All that is given must hold."""

    status = non_null_list(OrderStatusFilter, description="In one of these statuses.")
    charge_status = non_null_list(OrderChargeStatusEnum, description="Paid so far.")
    customer = graphene.String(description="Part of the buyer's e-mail address.")
    created = DateRangeInput(description="Placed on these Seoul dates.")
    search = graphene.String(description="Order number or part of an e-mail address.")
    channels = non_null_list(graphene.ID, description="Placed in one of these channels.")
    ids = non_null_list(graphene.ID, description="One of these orders.")
    numbers = non_null_list(graphene.String, description="One of these numbers.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")


class OrderSortingInput(graphene.InputObjectType):
    """How to sort orders."""

    direction = graphene.Field(OrderDirection, required=True, description="Which way.")
    field = graphene.Field(OrderSortField, required=True, description="By what.")


class OrderQueries(WithdrawalQueries):
    order = graphene.Field(
        Order,
        id=graphene.ID(description="ID of the order."),
        email=graphene.String(description=EMAIL),
        description="One order; its ID is its key.",
    )
    order_by_token = graphene.Field(
        Order,
        token=scalars.UUID(required=True, description="Key of the order."),
        email=graphene.String(description=EMAIL),
        description="One order, by its key.",
    )
    orders = graphene.Field(
        OrderCountableConnection,
        filter=OrderFilterInput(description="What to narrow the list by."),
        sort_by=OrderSortingInput(description="How to sort; newest first unless given."),
        channel=graphene.String(description="Slug of a channel."),
        **paging_arguments(),
        description="All orders, for staff who manage them.",
    )

    @staticmethod
    def resolve_order(root: Any, info: Any, id: str | None = None, email: str | None = None) -> OrderModel | None:
        try:
            key = uuid_pk(id or "", "Order")
        except BadGlobalId:
            return None
        return _recognised(order_get(order_id=key, viewer=info.context.actor), info, email)

    @staticmethod
    def resolve_order_by_token(root: Any, info: Any, token: UUID, email: str | None = None) -> OrderModel | None:
        return _recognised(order_get(order_id=token, viewer=info.context.actor), info, email)

    @staticmethod
    def resolve_orders(
        root: Any,
        info: Any,
        filter: Any = None,
        sort_by: Any = None,
        channel: str | None = None,
        **paging: Any,
    ) -> Connection:
        if not info.context.actor.has_permission(MANAGE_ORDERS):
            raise PermissionDenied(MANAGE_ORDERS)
        orders = order_list(viewer=info.context.actor).filter(_condition(filter or {}))
        if channel is not None:
            orders = orders.filter(channel__slug=_text(channel))
        return paginate(info, orders, _sort_keys(sort_by), **paging)


def _recognised(order: OrderModel | None, info: Any, email: str | None) -> OrderModel | None:
    """The order, opened to a guest who gave its address; too many guesses leave it masked like a wrong one."""
    if order is not None and email:
        with contextlib.suppress(TooManyGuesses):
            order.is_buyer_recognised = is_buyer(order=order, actor=info.context.actor, email=email)
    return order


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def _text(value: str) -> str:
    return value.replace("\x00", "\ufffd")


def _sort_keys(sort_by: Any) -> list[SortKey]:
    descending = _plain(sort_by["direction"]) == "-" if sort_by else True
    by_date = bool(sort_by) and _plain(sort_by["field"]) == "created_at"
    number = SortKey("number", descending, parse=int)
    return [SortKey("created_at", descending, parse=parse_datetime), number] if by_date else [number]


def _condition(given: Any) -> Q:
    condition = Q()
    for name, value in given.items():
        if value is not None:
            condition &= FILTERS[name](value)
    return condition


def _numbers(values: list[str]) -> Q:
    return Q(
        number__in=[int(value) for value in values if value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS]
    )


def _search(words: str) -> Q:
    return _numbers([words.strip()]) | Q(user_email__icontains=_text(words.strip()))


def _within(day: dt.date) -> dt.date:
    """The day, or the nearest that has neighbours in every zone."""
    return min(max(day, dt.date(1900, 1, 1)), dt.date(9998, 12, 31))


def _created(value: Any) -> Q:
    condition = Q()
    if value.get("gte"):
        condition &= Q(created_at__gte=clock.seoul_day_start(_within(value["gte"])))
    if value.get("lte"):
        condition &= Q(created_at__lt=clock.seoul_day_start(_within(value["lte"]) + dt.timedelta(days=1)))
    return condition


def _metadata(items: Any) -> Q:
    condition = Q()
    for item in items:
        key, value = _text(item["key"]), item.get("value")
        condition &= Q(metadata__contains={key: _text(value)}) if value else Q(metadata__has_key=key)
    return condition


def _statuses(values: list[Any]) -> Q:
    condition = Q()
    for value in map(_plain, values):
        if value == "ready_to_fulfill":
            paid = Q(charge_status__in=["full", "overcharged"]) | Q(payment_means="deferred")
            condition |= Q(status__in=["unfulfilled", "partially fulfilled"]) & paid
        else:
            condition |= Q(status=value) if value != "ready_to_capture" else Q(pk__in=[])
    return condition


FILTERS: dict[str, Any] = {
    "status": _statuses,
    "charge_status": lambda values: Q(charge_status__in=[_plain(value) for value in values]),
    "customer": lambda words: Q(user_email__icontains=_text(words)),
    "created": _created,
    "search": _search,
    "channels": lambda ids: Q(channel_id__in=[int_pk(pk, "Channel") for pk in ids]),
    "ids": lambda ids: Q(pk__in=[uuid_pk(pk, "Order") for pk in ids]),
    "numbers": _numbers,
    "metadata": _metadata,
}
