"""What promotions add to types of rooms below."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, paginate_each, paging_arguments
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.selectors.gift_cards import gift_cards_of_users

NEWEST_FIRST = [SortKey("id", descending=True, parse=int)]


class UserGiftCardFields:
    gift_cards = graphene.Field(
        "market.promotions.graphql.gift_cards.GiftCardCountableConnection",
        **paging_arguments(),
        description="Gift cards the person has used, newest first; for the person and staff who manage gift cards.",
    )

    @batch
    def resolve_gift_cards(parents: list[Any], info: Any, **paging: Any) -> list[Connection | None]:
        viewer = info.context.actor
        visible = [user.pk for user in parents if user.pk == viewer.user_id or viewer.has_permission(MANAGE_GIFT_CARD)]
        pages = paginate_each(info, visible, gift_cards_of_users(viewer=viewer), "used_by_id", NEWEST_FIRST, **paging)
        by_user = dict(zip(visible, pages, strict=True))
        return [by_user.get(user.pk) for user in parents]
