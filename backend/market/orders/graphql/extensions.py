"""What orders add to types of rooms below."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, paginate_each, paging_arguments
from market.core.permissions import MANAGE_ORDERS
from market.orders.selectors.orders_of_users import orders_of_users

NEWEST_FIRST = [SortKey("number", descending=True, parse=int)]


class UserOrderFields:
    orders = graphene.Field(
        "market.orders.graphql.types.OrderCountableConnection",
        **paging_arguments(),
        description="The person's orders, newest first; only for the person and staff who manage orders.",
    )

    @batch
    def resolve_orders(parents: list[Any], info: Any, **paging: Any) -> list[Connection | None]:
        viewer = info.context.actor
        visible = [user.pk for user in parents if user.pk == viewer.user_id or viewer.has_permission(MANAGE_ORDERS)]
        pages = paginate_each(info, visible, orders_of_users(viewer=viewer), "user_id", NEWEST_FIRST, **paging)
        by_user = dict(zip(visible, pages, strict=True))
        return [by_user.get(user.pk) for user in parents]
