"""Put what somebody wants into a basket of the public channel: what can be bought goes in, what cannot is told with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.db import transaction

from market.baskets.errors import TooManyItems
from market.baskets.rules import MOST_CODES, Standing
from market.baskets.selectors.buyables import Buyable, Wish, buyable_of
from market.baskets.services.list_items import pieces
from market.channels.models import Channel
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import LineRequest
from market.checkout.selectors.checkout_get import reachable
from market.checkout.selectors.offers import offers_get
from market.checkout.services.checkout_change import checkout_locked
from market.checkout.services.checkout_create import CheckoutWish, checkout_create
from market.checkout.services.lines_add import lines_add
from market.core.actor import Actor
from market.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class Filling:
    """``checkout`` is None when nothing could be put in and there was none. ``added`` as many as went in."""

    checkout: Checkout | None
    added: Sequence[Buyable]
    left_out: Sequence[Buyable]


def basket_fill(
    *, wishes: Sequence[Wish], channel: Channel, actor: Actor, checkout_id: UUID | None = None, takes_less: bool = False
) -> Filling:
    """Fill the basket, or a new one. ``takes_less``: where less is in stock than is wanted, take what there is.

    What lies in the basket already counts for stock, limits and minimum. Raises NotFound for a basket that is not the actor's or not of
    the channel, InvalidInput for pieces, TooManyItems; then nothing is put in.
    """
    if len(wishes) > MOST_CODES:
        raise TooManyItems("lines", limit=MOST_CODES)
    with transaction.atomic():
        checkout = _basket(checkout_id, channel, actor)
        judged = _judged(_summed(wishes), checkout, channel, takes_less)
        added = [one for one in judged if one.standing is Standing.BUYABLE]
        left_out = [one for one in judged if one.standing is not Standing.BUYABLE]
        _ensure_room(checkout, added)
        if added:
            lines = [LineRequest(one.wish.variant_id, one.wish.quantity) for one in added]
            if checkout is None:
                checkout = checkout_create(wish=CheckoutWish(channel_slug=channel.slug, lines=lines), actor=actor)
            else:
                checkout = lines_add(checkout_id=checkout.pk, lines=lines, actor=actor)
    return Filling(checkout, added, left_out)


def _basket(checkout_id: UUID | None, channel: Channel, actor: Actor) -> Checkout | None:
    if checkout_id is None:
        return None
    if not Checkout.objects.filter(reachable(actor), pk=checkout_id, channel=channel).exists():
        raise NotFound("checkout")
    return checkout_locked(checkout_id=checkout_id, actor=actor)


def _summed(wishes: Sequence[Wish]) -> list[Wish]:
    """One wish for each variant, in the order they came first."""
    found: dict[int, Wish] = {}
    for wish in wishes:
        known = found.get(wish.variant_id)
        found[wish.variant_id] = replace(wish, quantity=pieces(wish.quantity + (known.quantity if known else 0)))
    return list(found.values())


def _judged(wishes: Sequence[Wish], checkout: Checkout | None, channel: Channel, takes_less: bool) -> list[Buyable]:
    there = _pieces(checkout)
    offers = offers_get(variant_ids={wish.variant_id for wish in wishes}, channel=channel) if wishes else {}
    judged = []
    for wish in wishes:
        offer = offers.get(wish.variant_id)
        free_line, held = there.get(wish.variant_id, (0, 0))
        whole = buyable_of(replace(wish, quantity=wish.quantity + free_line), offer)
        standing, quantity = whole.standing, wish.quantity
        rest = None if offer is None or offer.free is None else offer.free - free_line - held
        if standing is Standing.BUYABLE and rest is not None and quantity > rest:
            standing = Standing.LESS_STOCK
        if standing is Standing.LESS_STOCK and takes_less and rest is not None:
            less = buyable_of(replace(wish, quantity=rest + free_line), offer)
            if rest > 0 and less.standing is Standing.BUYABLE:
                standing, quantity = Standing.BUYABLE, rest
        unit = offer.unit_for(quantity + free_line) if offer is not None and whole.unit is not None else None
        judged.append(Buyable(replace(wish, quantity=quantity), offer, standing, unit))
    return judged


def _pieces(checkout: Checkout | None) -> dict[int, tuple[int, int]]:
    """(pieces at the prices of now, pieces that quotes hold) of each variant in the basket."""
    found: dict[int, tuple[int, int]] = {}
    if checkout is not None:
        for line in CheckoutLine.objects.filter(checkout=checkout):
            free, held = found.get(line.variant_id, (0, 0))
            is_held = line.is_held
            found[line.variant_id] = (
                free + (0 if is_held else line.quantity),
                held + (line.quantity if is_held else 0),
            )
    return found


def _ensure_room(checkout: Checkout | None, added: Sequence[Buyable]) -> None:
    there = (
        set(CheckoutLine.objects.filter(checkout=checkout).values_list("variant_id", flat=True)) if checkout else set()
    )
    count = CheckoutLine.objects.filter(checkout=checkout).count() if checkout else 0
    fresh = sum(one.wish.variant_id not in there for one in added)
    if count + fresh > settings.CHECKOUT_LINE_LIMIT:
        raise TooManyItems("lines", limit=settings.CHECKOUT_LINE_LIMIT)
