"""What mutations of the order desk share: members of enterprises and staff get past their door, before any id is looked at."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from market.core.errors import DomainError
from market.core.graphql.mutations import BaseMutation, error_object, uuid_from_id
from market.core.permissions import MANAGE_ORDERS
from market.orders.errors import DuplicatedLine
from market.orders.graphql.types import OrderError
from market.orders.models import Order as OrderModel
from market.orders.models import VendorOrder as VendorOrderModel
from market.orders.selectors.order_get import order_get
from market.orders.selectors.vendor_desk import desk_part
from market.vendors.selectors.membership import ensure_member_or


class DeskMutation(BaseMutation):
    """A mutation for members who handle orders of their enterprise, and for staff who manage orders."""

    class Meta:
        abstract = True

    @classmethod
    def mutate(cls, root: Any, info: Any, **arguments: Any) -> Any:
        ensure_member_or(info.context.actor, MANAGE_ORDERS)
        return super().mutate(root, info, **arguments)


def order_for(order_id: UUID, info: Any) -> OrderModel | None:
    """The whole order, for staff only: an enterprise sees its part."""
    actor = info.context.actor
    return order_get(order_id=order_id, viewer=actor) if actor.has_permission(MANAGE_ORDERS) else None


def part_for(vendor_order_id: UUID, info: Any) -> VendorOrderModel | None:
    """The part as it stands now, for who has just acted on it."""
    return desk_part(vendor_order_id=vendor_order_id, viewer=info.context.actor)


def quantities_of(lines: Any) -> dict[UUID, int]:
    """Pieces by line. Raises InvalidId, DuplicatedLine."""
    quantities: dict[UUID, int] = {}
    for line in lines:
        pk = uuid_from_id(line["order_line_id"], "OrderLine", field="orderLineId")
        if pk in quantities:
            raise DuplicatedLine("orderLineId")
        quantities[pk] = line["quantity"]
    return quantities


def row_errors(error: DomainError | None, info: Any) -> list[OrderError]:
    """The errors of one row of a bulk mutation."""
    return [] if error is None else [error_object(OrderError, error, info.context.language)]
