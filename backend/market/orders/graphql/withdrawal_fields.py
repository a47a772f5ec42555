"""What withdrawals add to orders, their parts and their lines."""

from __future__ import annotations

import datetime as dt
from typing import Any

import graphene

from market.catalog.graphql.desk_fields import policy_words
from market.catalog.graphql.goods_types import ProductReturnPolicy
from market.core import clock
from market.core.graphql.batch import batch, grouped
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import Money, non_null_list
from market.core.money import Money as MoneyValue
from market.orders.graphql.part_loads import dispatches_of_parts, exclusions_of, lines_of_parts
from market.orders.models import Order, OrderLine, VendorOrder, Withdrawal
from market.orders.rules import CANCELLABLE, fault_withdrawable_until, received_on, withdrawable_until
from market.orders.selectors.withdrawals import withdrawals_of_orders, withdrawals_of_parts

WITHDRAWAL = "market.orders.graphql.withdrawal_types.Withdrawal"


class OrderWithdrawalFields:
    withdrawals = graphene.Field(
        non_null_list(WITHDRAWAL), required=True, description="What of it goes back or went back, newest first."
    )

    @batch
    def resolve_withdrawals(parents: list[Order], info: Any) -> list[list[Withdrawal]]:
        orders = {order.pk: order for order in parents}
        rows = list(withdrawals_of_orders(orders))
        for row in rows:
            row.order = row.vendor_order.order = orders[row.order_id]
        return grouped(rows, lambda row: row.order_id, list(orders))


class VendorOrderWithdrawalFields:
    can_cancel = graphene.Boolean(
        required=True, description="Whether its buyer can still cancel it: nothing of it was dispatched."
    )
    can_withdraw = graphene.Boolean(
        required=True, description="Whether something of it can go back today without a reason (청약철회)."
    )
    withdrawable_until = graphene.Field(
        Date,
        description="The last day for that; none as long as nothing was dispatched. It moves while the arrival is not known.",
    )
    fault_withdrawable_until = graphene.Field(
        Date,
        description="The last day for goods that are faulty or not as described, unless the fault was known earlier.",
    )
    return_fee = graphene.Field(
        Money,
        required=True,
        description="What is kept of a refund unless the goods are at fault, once for each withdrawal.",
    )
    withdrawals = graphene.Field(
        non_null_list(WITHDRAWAL), required=True, description="What of it goes back or went back, newest first."
    )

    @staticmethod
    def resolve_can_cancel(root: VendorOrder, info: Any) -> bool:
        return root.status in CANCELLABLE

    @batch
    def resolve_can_withdraw(parents: list[VendorOrder], info: Any) -> list[bool]:
        lines = lines_of_parts(parents, info)
        excluded = exclusions_of([line for own in lines for line in own], info, is_unopened=True)
        days = _received(parents, info)
        return [_can_withdraw(day, own, excluded) for day, own in zip(days, lines, strict=True)]

    @batch
    def resolve_withdrawable_until(parents: list[VendorOrder], info: Any) -> list[dt.date | None]:
        return [day and withdrawable_until(day) for day in _received(parents, info)]

    @batch
    def resolve_fault_withdrawable_until(parents: list[VendorOrder], info: Any) -> list[dt.date | None]:
        return [day and fault_withdrawable_until(day) for day in _received(parents, info)]

    @batch
    def resolve_return_fee(parents: list[VendorOrder], info: Any) -> list[MoneyValue]:
        travels = [any(line.is_shipping_required for line in own) for own in lines_of_parts(parents, info)]
        return [
            MoneyValue.of(part.vendor.return_fee if is_sent else 0, part.currency)
            for part, is_sent in zip(parents, travels, strict=True)
        ]

    @batch
    def resolve_withdrawals(parents: list[VendorOrder], info: Any) -> list[list[Withdrawal]]:
        parts = {part.pk: part for part in parents}
        rows = list(withdrawals_of_parts(parts))
        for row in rows:
            row.vendor_order = parts[row.vendor_order_id]
            row.order = row.vendor_order.order
        return grouped(rows, lambda row: row.vendor_order_id, list(parts))


class OrderLineWithdrawalFields:
    quantity_withdrawn = graphene.Int(required=True, description="How many go back or went back.")
    quantity_returned = graphene.Int(required=True, description="How many of these have come back.")
    quantity_withdrawable = graphene.Int(
        required=True, description="How many could go back: dispatched, and in no withdrawal that stands."
    )
    withdrawal_terms = graphene.String(
        description="For what only a fault lets go back (sealed goods: once opened): the terms that were shown before the order."
    )
    return_policy = graphene.Field(
        ProductReturnPolicy, required=True, description="The terms of withdrawal that it was sold under."
    )
    made_to_order_consent_at = graphene.Field(
        DateTime,
        description="When the buyer agreed to the terms of goods that are made to order; without it they can be withdrawn.",
    )

    @staticmethod
    def resolve_quantity_withdrawable(root: OrderLine, info: Any) -> int:
        return root.quantity_fulfilled - root.quantity_withdrawn

    @staticmethod
    def resolve_return_policy(root: OrderLine, info: Any) -> dict[str, str]:
        return policy_words(root.return_policy, root.return_policy_note)

    @staticmethod
    def resolve_made_to_order_consent_at(root: OrderLine, info: Any) -> dt.datetime | None:
        return root.consented_at

    @batch
    def resolve_withdrawal_terms(parents: list[OrderLine], info: Any) -> list[str | None]:
        excluded = exclusions_of(parents, info)
        return [excluded.get(line.pk) for line in parents]


def _received(parts: list[VendorOrder], info: Any) -> list[dt.date | None]:
    return [received_on(dispatches) for dispatches in dispatches_of_parts(parts, info)]


def _can_withdraw(received: dt.date | None, lines: list[OrderLine], excluded: dict[Any, str]) -> bool:
    if received is None or clock.today() > withdrawable_until(received):
        return False
    return any(line.quantity_fulfilled > line.quantity_withdrawn and line.pk not in excluded for line in lines)
