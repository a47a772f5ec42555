"""What the books add to orders."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch
from market.core.money import Money as MoneyValue
from market.orders.selectors.order_get import may_see_person
from market.payments.gateways.registry import by_hand_gateways
from market.payments.selectors.refunds_to_send import refund_accounts_of, refunds_of_orders
from market.payments.selectors.staff_lists import references_of_orders


class OrderRefundFields:
    refund_by_transfer = graphene.Field(
        "market.core.graphql.types.Money",
        description="What waits to be sent back by transfer; none when nothing does. The buyer names the account (refundAccountSet).",
    )
    refund_account = graphene.Field(
        "market.payments.graphql.books_types.RefundAccount",
        description="Where it is sent, masked; for the buyer and staff.",
    )

    @batch
    def resolve_refund_by_transfer(parents: list[Any], info: Any) -> list[MoneyValue | None]:
        waiting = refunds_of_orders(parents, by_hand_gateways())
        return [MoneyValue.of(waiting[row.pk], row.currency) if row.pk in waiting else None for row in parents]

    @batch
    def resolve_refund_account(parents: list[Any], info: Any) -> list[Any]:
        viewer = info.context.actor
        seen = [row.pk for row in parents if may_see_person(row, viewer) or viewer.has_permission("HANDLE_PAYMENTS")]
        accounts = refund_accounts_of(seen)
        return [accounts.get(row.pk) for row in parents]


class BankTransferReference:
    """The reference of an order's transfer; the resolver of a field that orders declare."""

    @batch
    def resolve_reference(parents: list[Any], info: Any) -> list[str]:
        references = references_of_orders([row["order"] for row in parents])
        return [references.get(row["order"].pk) or row["reference"] for row in parents]
