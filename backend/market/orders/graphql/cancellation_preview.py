"""What cancelling would give back, as clients see it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene

from market.core.global_ids import to_global_id, uuid_pk
from market.core.graphql.types import Money, non_null_list
from market.orders.selectors.cancellation_preview import Preview


class VendorOrderLineInput(graphene.InputObjectType):
    """Pieces of a line."""

    order_line_id = graphene.ID(required=True, description="ID of the line.")
    quantity = graphene.Int(required=True, description="How many pieces.")


class CancellationPreviewLine(graphene.ObjectType):
    """Pieces of a line and what they cost."""

    order_line_id = graphene.ID(required=True, description="ID of the line.")
    quantity = graphene.Int(required=True, description="How many pieces.")
    amount = graphene.Field(Money, required=True, description="What they cost, VAT included.")


class CancellationPreview(graphene.ObjectType):
    """What cancelling would give back."""

    lines = graphene.Field(non_null_list(CancellationPreviewLine), required=True, description="The pieces.")
    goods = graphene.Field(Money, required=True, description="What the pieces cost, VAT included.")
    delivery = graphene.Field(Money, required=True, description="The delivery charge that goes back with them.")
    total = graphene.Field(Money, required=True, description="Both together.")
    to_gift_cards = graphene.Field(Money, required=True, description="How much of it goes back to gift cards.")
    ends_part = graphene.Boolean(required=True, description="Whether nothing is left of this enterprise's part.")
    ends_order = graphene.Boolean(required=True, description="Whether the whole order ends with it.")


def pieces_of(lines: Any, *, of_type: str = "OrderLine") -> list[tuple[UUID, int]] | None:
    """Lines and pieces; None where none were named. Raises BadGlobalId."""
    if lines is None:
        return None
    return [(uuid_pk(line["order_line_id"], of_type), line["quantity"]) for line in lines]


def vars_of(found: Preview) -> dict[str, Any]:
    worth = found.worth
    return {
        "lines": [
            {
                "order_line_id": to_global_id("OrderLine", one.order_line_id),
                "quantity": one.quantity,
                "amount": one.amount,
            }
            for one in worth.pieces
        ],
        "goods": worth.goods,
        "delivery": worth.delivery,
        "total": worth.total,
        "to_gift_cards": found.gift_cards,
        "ends_part": worth.ends_part,
        "ends_order": found.ends_order,
    }
