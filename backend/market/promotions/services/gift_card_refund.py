"""Give money back to the gift cards it came from."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import clock
from market.core.actor import SYSTEM, Actor
from market.core.errors import InvalidInput
from market.promotions.enums import GiftCardEventType
from market.promotions.locks import gift_cards_for_update
from market.promotions.models import GiftCard, GiftCardEvent, GiftCardRefund, GiftCardUse


def gift_card_refund(*, order_id: UUID, key: str, amount: Decimal | None = None, actor: Actor = SYSTEM) -> Decimal:
    """Give back up to ``amount`` (None: all that is left) of what gift cards paid for a purchase; returns what went back.

    The card that paid last is paid back first. The same key gives the same answer and pays once, however often and from however many
    places it is called. A card that has ended gets its money all the same: staff may prolong it. Raises InvalidInput for a negative amount.
    """
    if amount is not None and amount < 0:
        raise InvalidInput("amount", "금액은 0원 이상이어야 해요.", "The amount cannot be negative.")
    with transaction.atomic():
        card_ids = list(GiftCardUse.objects.filter(order_id=order_id).order_by().values_list("gift_card_id", flat=True))
        if not card_ids:
            return Decimal(0)
        cards = {card.pk: card for card in gift_cards_for_update().filter(pk__in=card_ids)}
        done = GiftCardRefund.objects.filter(key=key).first()
        if done is not None:
            return done.amount
        uses = list(GiftCardUse.objects.filter(order_id=order_id).order_by("-id"))
        returned = _return(uses, cards, amount, actor)
        GiftCardRefund.objects.create(key=key, order_id=order_id, amount=returned)
    return returned


def _return(uses: list[GiftCardUse], cards: dict[int, GiftCard], amount: Decimal | None, actor: Actor) -> Decimal:
    left, touched, events = amount, [], []
    for use in uses:
        part = use.amount - use.returned if left is None else min(use.amount - use.returned, left)
        if not part:
            continue
        left = None if left is None else left - part
        card = cards[use.gift_card_id]
        before = card.current_balance
        card.current_balance += part
        use.returned += part
        touched.append((use, card, part))
        events.append(
            GiftCardEvent(
                gift_card=card,
                type=GiftCardEventType.REFUNDED_IN_ORDER,
                at=clock.now(),
                user_id=actor.user_id,
                order_id=use.order_id,
                old_balance=before,
                balance=card.current_balance,
            )
        )
    if touched:
        GiftCardUse.objects.bulk_update([use for use, _, _ in touched], ["returned"])
        GiftCard.objects.bulk_update([card for _, card, _ in touched], ["current_balance"])
        GiftCardEvent.objects.bulk_create(events)
    return sum((part for _, _, part in touched), Decimal(0))
