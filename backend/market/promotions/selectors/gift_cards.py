"""Reading gift cards."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.models import GiftCard, GiftCardEvent, GiftCardUse
from market.promotions.rules import card_digest, is_expired


def is_usable(card: GiftCard, *, currency: str, email: str, user_id: int | None) -> bool:
    """Whether this person may pay with the card today. The first to use a card is the only one from then on, by address or account."""
    is_own = card.used_by_id is not None and card.used_by_id == user_id
    return (
        card.is_active
        and not is_expired(card.expiry_date, clock.today())
        and card.currency == currency
        and (is_own or card.used_by_email.lower() in ("", email.strip().lower()))
        and (not card.is_assigned or (user_id is not None and card.assigned_to_id == user_id))
    )


def gift_card_by_code(code: str) -> GiftCard | None:
    return GiftCard.objects.filter(code_digest=card_digest(code)).first()


def gift_cards_by_id(ids: Iterable[int]) -> dict[int, GiftCard]:
    wanted = set(ids)
    return GiftCard.objects.in_bulk(wanted) if wanted else {}


def gift_card_list(*, viewer: Actor) -> QuerySet[GiftCard]:
    """All cards for staff who manage them; for others none: their own stand under ``me``."""
    cards = GiftCard.objects.select_related("created_by", "used_by", "assigned_to")
    return cards if viewer.has_permission(MANAGE_GIFT_CARD) else cards.none()


def gift_cards_of_users(*, viewer: Actor) -> QuerySet[GiftCard]:
    """Cards that members have used or were given, as far as the viewer may see them."""
    cards = GiftCard.objects.filter(used_by__isnull=False)
    if viewer.has_permission(MANAGE_GIFT_CARD):
        return cards
    return cards.filter(used_by_id=viewer.user_id or 0)


def gift_card_uses_of(order_ids: Iterable[UUID]) -> QuerySet[GiftCardUse]:
    """What cards paid for these purchases, in the order they were used, each with its card."""
    return GiftCardUse.objects.filter(order_id__in=list(order_ids)).select_related("gift_card").order_by("id")


def gift_card_events_of(card_ids: Iterable[int]) -> QuerySet[GiftCardEvent]:
    return GiftCardEvent.objects.filter(gift_card_id__in=list(card_ids)).select_related("user").order_by("id")


def own_or_managed(card: GiftCard, viewer: Actor) -> bool:
    """Whether the viewer may read what the card says about people."""
    return viewer.has_permission(MANAGE_GIFT_CARD) or (
        card.used_by_id is not None and card.used_by_id == viewer.user_id
    )
