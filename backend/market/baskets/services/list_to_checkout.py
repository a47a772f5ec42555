"""Fill a basket from a list, from an earlier order, or from codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency, membership_in
from market.baskets.locks import lists_for_update
from market.baskets.models import SharedList
from market.baskets.selectors.buyables import Wish, public_channel
from market.baskets.selectors.lists import list_get, may_fill
from market.baskets.selectors.past_orders import lines_of, order_to_repeat, wish_of
from market.baskets.services.basket_fill import Filling, basket_fill
from market.baskets.services.list_items import seen_prices_set
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money


def list_to_checkout(
    *,
    list_id: UUID,
    actor: Actor,
    checkout_id: UUID | None = None,
    quantities: Mapping[int, int] | None = None,
    takes_less: bool = False,
    channel_slug: str | None = None,
) -> Filling:
    """All of the list, or the named variants in these quantities. By who asks for purchases.

    Raises NotFound, PermissionDenied, and what ``basket_fill`` raises. Prices are remembered as seen for who may fill the list.
    """
    known = list_get(list_id=list_id, viewer=actor)
    if known is None:
        raise NotFound("id")
    ensure_acts_for_agency(known.agency_id, actor, AgencyAbility.REQUEST)
    channel = public_channel(channel_slug)
    with transaction.atomic():
        row = lists_for_update().filter(pk=list_id).first()
        if row is None:
            raise NotFound("id")
        wishes = _wishes(row, quantities, channel.currency_code)
        filling = basket_fill(
            wishes=wishes, channel=channel, actor=actor, checkout_id=checkout_id, takes_less=takes_less
        )
        if may_fill(membership_in(row.agency_id, actor), row):
            seen_prices_set(row=row, seen=filling.added)
    return filling


def order_again(
    *,
    order_id: UUID,
    actor: Actor,
    checkout_id: UUID | None = None,
    quantities: Mapping[int, int] | None = None,
    takes_less: bool = False,
    channel_slug: str | None = None,
) -> Filling:
    """The same things as in an earlier order of the agency, or the named ones. Raises as above."""
    found = order_to_repeat(order_id=order_id, viewer=actor)
    if found is None:
        raise NotFound("id")
    order, member = found
    ensure_acts_for_agency(member.agency_id, actor, AgencyAbility.REQUEST)
    wishes = [wish_of(line) for line in lines_of(order) if line.variant_id is not None]
    if quantities is not None:
        wishes = [
            Wish(wish.variant_id, quantities[wish.variant_id], wish.seen)
            for wish in wishes
            if wish.variant_id in quantities
        ]
        if {wish.variant_id for wish in wishes} != set(quantities):
            raise NotFound("items")
        wishes = list({wish.variant_id: wish for wish in wishes}.values())
    return basket_fill(
        wishes=wishes,
        channel=public_channel(channel_slug),
        actor=actor,
        checkout_id=checkout_id,
        takes_less=takes_less,
    )


def codes_to_checkout(
    *,
    agency_id: int,
    wishes: Sequence[Wish],
    actor: Actor,
    checkout_id: UUID | None = None,
    takes_less: bool = False,
    channel_slug: str | None = None,
) -> Filling:
    """What codes were read as. By who asks for purchases of the agency. Raises as above."""
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.REQUEST, field="agency")
    return basket_fill(
        wishes=wishes,
        channel=public_channel(channel_slug),
        actor=actor,
        checkout_id=checkout_id,
        takes_less=takes_less,
    )


def _wishes(row: SharedList, quantities: Mapping[int, int] | None, currency: str) -> list[Wish]:
    items = list(row.items.order_by("position", "pk"))
    if quantities is not None and not set(quantities) <= {item.variant_id for item in items}:
        raise NotFound("items")
    return [
        Wish(
            item.variant_id,
            quantities[item.variant_id] if quantities is not None else item.quantity,
            Money.of(item.seen_price, currency) if item.seen_price is not None else None,
        )
        for item in items
        if quantities is None or item.variant_id in quantities
    ]
