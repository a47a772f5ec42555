"""Pay with gift cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import clock
from market.promotions.enums import GiftCardEventType
from market.promotions.errors import GiftCardNotApplicable
from market.promotions.locks import gift_cards_for_update
from market.promotions.models import GiftCard, GiftCardEvent, GiftCardUse
from market.promotions.selectors.gift_cards import is_usable


def gift_cards_use(
    *, amounts: Mapping[int, Decimal], order_id: UUID, currency: str, email: str, user_id: int | None
) -> None:
    """Take these amounts (by card, each above zero) off the cards for a purchase, in the caller's transaction. All or nothing.

    The cards are locked in pk order and judged after the lock; CHECK constraints stand behind it. The number of statements does not
    depend on the number of cards. Raises GiftCardNotApplicable where a card ended or was spent elsewhere in the meantime.
    """
    if not amounts:
        return
    now = clock.now()
    with transaction.atomic():
        cards = {card.pk: card for card in gift_cards_for_update().filter(pk__in=amounts)}
        events = []
        for pk, amount in amounts.items():
            card = cards.get(pk)
            if card is None or not is_usable(card, currency=currency, email=email, user_id=user_id):
                raise GiftCardNotApplicable("giftCards")
            if card.current_balance < amount:
                raise GiftCardNotApplicable("giftCards")
            events.append(_used(card, amount, order_id, user_id, now))
            card.used_by_email, card.used_by_id = email.strip().lower(), card.used_by_id or user_id
        GiftCard.objects.bulk_update(
            list(cards.values()), ["current_balance", "used_by", "used_by_email", "last_used_on"]
        )
        GiftCardUse.objects.bulk_create(
            GiftCardUse(gift_card_id=pk, order_id=order_id, amount=amount, used_at=now)
            for pk, amount in amounts.items()
        )
        GiftCardEvent.objects.bulk_create(events)


def _used(card: GiftCard, amount: Decimal, order_id: UUID, user_id: int | None, now: dt.datetime) -> GiftCardEvent:
    before = card.current_balance
    card.current_balance = before - amount
    card.last_used_on = now
    return GiftCardEvent(
        gift_card=card,
        type=GiftCardEventType.USED_IN_ORDER,
        at=now,
        user_id=user_id,
        order_id=order_id,
        old_balance=before,
        balance=card.current_balance,
    )
