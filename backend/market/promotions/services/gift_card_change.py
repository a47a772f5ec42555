"""Change a gift card, stop it, let it pay again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import InvalidInput, ManyErrors, NotFound
from market.promotions.enums import GiftCardEventType
from market.promotions.errors import GiftCardExpired
from market.promotions.locks import gift_cards_for_update
from market.promotions.models import GiftCard, GiftCardEvent
from market.promotions.rules import is_expired
from market.promotions.services.gift_cards_create import balance_faults, clean_tags, expiry_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftCardChange:
    """What staff want changed. ``has_expiry_date`` False: leave the date; ``balance`` sets both what it was and is worth, as Saleor."""

    expiry_date: dt.date | None = None
    has_expiry_date: bool = False
    balance: Decimal | None = None
    add_tags: Sequence[str] = ()
    remove_tags: Sequence[str] = ()


def gift_card_update(*, gift_card_id: int, change: GiftCardChange, actor: Actor) -> GiftCard:
    """Change balance, expiry or tags. Raises NotFound, ManyErrors; InvalidInput for a new balance of a card that has paid before."""
    with transaction.atomic():
        card = _locked(gift_card_id)
        events = [
            event for event in (_expiry(card, change), _balance(card, change), _tags(card, change)) if event is not None
        ]
        card.save(update_fields=["expiry_date", "initial_balance", "current_balance", "tags"])
        for event in events:
            event.at, event.user_id = clock.now(), actor.user_id
        GiftCardEvent.objects.bulk_create(events)
        _note(card, actor, "update", changes=[event.type for event in events])
    return card


def gift_card_activate(*, gift_card_id: int, actor: Actor) -> GiftCard:
    """Let a card pay. Raises NotFound, GiftCardExpired."""
    with transaction.atomic():
        card = _locked(gift_card_id)
        if is_expired(card.expiry_date, clock.today()):
            raise GiftCardExpired("id")
        return _switch(card, True, actor)


def gift_card_deactivate(*, gift_card_id: int, actor: Actor) -> GiftCard:
    """Let a card pay no more. Raises NotFound."""
    with transaction.atomic():
        return _switch(_locked(gift_card_id), False, actor)


def _locked(gift_card_id: int) -> GiftCard:
    card = gift_cards_for_update().filter(pk=gift_card_id).first()
    if card is None:
        raise NotFound("id")
    return card


def _switch(card: GiftCard, is_active: bool, actor: Actor) -> GiftCard:
    if card.is_active != is_active:
        card.is_active = is_active
        card.save(update_fields=["is_active"])
        kind = GiftCardEventType.ACTIVATED if is_active else GiftCardEventType.DEACTIVATED
        GiftCardEvent.objects.create(gift_card=card, type=kind, at=clock.now(), user_id=actor.user_id)
        _note(card, actor, "activate" if is_active else "deactivate")
    return card


def _expiry(card: GiftCard, change: GiftCardChange) -> GiftCardEvent | None:
    if not change.has_expiry_date or change.expiry_date == card.expiry_date:
        return None
    if faults := expiry_faults(change.expiry_date):
        raise ManyErrors(faults)
    before, card.expiry_date = card.expiry_date, change.expiry_date
    return GiftCardEvent(
        gift_card=card,
        type=GiftCardEventType.EXPIRY_DATE_UPDATED,
        old_expiry_date=before,
        expiry_date=card.expiry_date,
    )


def _balance(card: GiftCard, change: GiftCardChange) -> GiftCardEvent | None:
    if change.balance is None:
        return None
    if faults := balance_faults(change.balance, card.currency):
        raise ManyErrors(faults)
    if card.uses.exists():  # what it paid must stay provable, and may still come back
        raise InvalidInput(
            "balanceAmount",
            "이미 쓴 카드의 금액은 바꿀 수 없어요.",
            "The worth of a card that was used cannot be changed.",
        )
    before = card.current_balance
    card.initial_balance = card.current_balance = change.balance
    return GiftCardEvent(
        gift_card=card, type=GiftCardEventType.BALANCE_RESET, old_balance=before, balance=card.current_balance
    )


def _tags(card: GiftCard, change: GiftCardChange) -> GiftCardEvent | None:
    wanted = clean_tags([*(tag for tag in card.tags if tag not in change.remove_tags), *change.add_tags])
    if wanted == card.tags:
        return None
    card.tags = wanted
    return GiftCardEvent(gift_card=card, type=GiftCardEventType.TAGS_UPDATED)


def _note(card: GiftCard, actor: Actor, what: str, **data: object) -> None:
    audit.record(
        actor=actor, action=f"promotions.gift_card_{what}", subject_type="gift_card", subject_id=card.pk, **data
    )
