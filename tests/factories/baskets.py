"""Shared lists for tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factories.applications import actor_of
from factories.checkout import anew
from market.agencies.models import AgencyMember
from market.baskets.models import SharedList
from market.baskets.selectors.buyables import Wish
from market.baskets.services.list_items import list_items_add
from market.baskets.services.list_save import shared_list_create
from market.catalog.models import ProductVariant


def shared_list(
    member: AgencyMember, quantities: Mapping[ProductVariant, int] | None = None, **fields: Any
) -> SharedList:
    """A list of this member's with these things on it."""
    actor = actor_of(member.user)
    made: SharedList = anew(
        shared_list_create, agency_id=member.agency_id, actor=actor, **{"name": "사무용품", **fields}
    )
    if quantities:
        wishes = [Wish(variant.pk, quantity) for variant, quantity in quantities.items()]
        anew(list_items_add, list_id=made.pk, wishes=wishes, actor=actor)
    return made
