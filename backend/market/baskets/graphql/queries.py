"""Shared lists, what was ordered before, and pasted codes."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.baskets.errors import NoPublicChannel
from market.baskets.graphql.types import OrderAgainPreview, SharedList, SharedListCountableConnection
from market.baskets.models import SharedList as SharedListModel
from market.baskets.selectors.buyables import buyables_get, public_channel
from market.baskets.selectors.lists import list_get, lists_for
from market.baskets.selectors.past_orders import lines_of, order_to_repeat, wish_of
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime

LONGEST_SEARCH = 100


class BasketQueries:
    shared_lists = graphene.Field(
        SharedListCountableConnection,
        agency=graphene.ID(required=True, description="ID of the agency."),
        search=graphene.String(description="Words in their names; 100 letters are read."),
        **paging_arguments(),
        description="The member's own lists and those shared with the department or the agency, the latest changed first.",
    )
    shared_list = graphene.Field(
        SharedList,
        id=graphene.ID(required=True, description="ID of the list."),
        description="A list the member may see.",
    )
    order_again_preview = graphene.Field(
        OrderAgainPreview,
        id=graphene.ID(required=True, description="ID of the order."),
        description=(
            "An earlier order of the member's agency beside what it would be today: the own, those of the department; all for members who"
            " pay or administer."
        ),
    )

    @staticmethod
    def resolve_shared_lists(root: Any, info: Any, agency: str, search: str | None = None, **paging: Any) -> Connection:
        ensure_agency_member_or(info.context.actor)
        try:
            agency_id = int_pk(agency, "Agency")
        except BadGlobalId:
            agency_id = 0
        rows = lists_for(info.context.actor).filter(agency_id=agency_id)
        for word in (search or "").replace("\x00", "")[:LONGEST_SEARCH].split():
            rows = rows.filter(name__icontains=word)
        return paginate(info, rows, [SortKey("updated_at", True, parse_datetime), SortKey("id", parse=str)], **paging)

    @staticmethod
    def resolve_shared_list(root: Any, info: Any, id: str) -> SharedListModel | None:
        ensure_agency_member_or(info.context.actor)
        try:
            return list_get(list_id=uuid_pk(id, "SharedList"), viewer=info.context.actor)
        except BadGlobalId:
            return None

    @staticmethod
    def resolve_order_again_preview(root: Any, info: Any, id: str) -> dict[str, Any] | None:
        ensure_agency_member_or(info.context.actor)
        try:
            found = order_to_repeat(order_id=uuid_pk(id, "Order"), viewer=info.context.actor)
            channel = public_channel()
        except (BadGlobalId, NoPublicChannel):
            return None
        if found is None:
            return None
        order, _ = found
        lines = lines_of(order)
        now = buyables_get([wish_of(line) for line in lines], channel)
        return {
            "order_number": str(order.number),
            "ordered_at": order.created_at,
            "lines": [
                {
                    "product_name": line.product_name,
                    "variant_name": line.variant_name,
                    "quantity_then": line.quantity,
                    "line": one,
                }
                for line, one in zip(lines, now, strict=True)
            ],
        }
