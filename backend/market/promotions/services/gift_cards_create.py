"""Issue gift cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction

from market.accounts.models import User
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, Required
from market.core.money import CURRENCY_PLACES, quantize
from market.promotions.enums import GiftCardEventType
from market.promotions.errors import CannotAssign
from market.promotions.models import GiftCard, GiftCardEvent
from market.promotions.rules import card_digest, is_expired, new_card_code

MOST_AT_ONCE = 100
LONGEST_VALUE = 32_768  # of metadata, as everywhere
LARGEST_BALANCE = Decimal(100_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftCardWish:
    """What staff want of new cards."""

    balance: Decimal
    currency: str
    expiry_date: dt.date | None = None
    is_active: bool = True
    tags: Sequence[str] = ()
    recipient_email: str = ""
    assigned_to: int | None = None
    note: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    private_metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """A new card with its code: the only moment at which the code is known whole."""

    card: GiftCard
    code: str


def gift_cards_create(*, wish: GiftCardWish, count: int, actor: Actor) -> list[IssuedCard]:
    """So many new cards. The codes are in the answer and nowhere else: neither stored nor logged.

    Raises ManyErrors (balance, expiry, count, tags), CannotAssign for an unknown member.
    """
    if faults := _faults(wish, count):
        raise ManyErrors(faults)
    if wish.assigned_to is not None and not User.objects.filter(pk=wish.assigned_to, is_active=True).exists():
        raise CannotAssign("assignedTo")
    codes = [new_card_code() for _ in range(count)]
    with transaction.atomic():
        cards = GiftCard.objects.bulk_create([_card(wish, code, actor) for code in codes])
        now = clock.now()
        events = [
            GiftCardEvent(
                gift_card=card,
                type=kind,
                at=now,
                user_id=actor.user_id,
                message=wish.note if kind == GiftCardEventType.NOTE_ADDED else "",
                balance=card.current_balance if kind == GiftCardEventType.ISSUED else None,
                expiry_date=card.expiry_date if kind == GiftCardEventType.ISSUED else None,
            )
            for card in cards
            for kind in (GiftCardEventType.ISSUED, *([GiftCardEventType.NOTE_ADDED] if wish.note else []))
        ]
        GiftCardEvent.objects.bulk_create(events)
        for card in cards:
            audit.record(
                actor=actor,
                action="promotions.gift_card_create",
                subject_type="gift_card",
                subject_id=card.pk,
                balance=str(card.initial_balance),
            )
    return [IssuedCard(card, code) for card, code in zip(cards, codes, strict=True)]


def clean_tags(tags: Sequence[str]) -> list[str]:
    """Tags without blanks and repetitions, in their order. Raises InvalidInput for one that is too long or empty."""
    cleaned = list(dict.fromkeys(tag.strip() for tag in tags))
    if any(not tag or len(tag) > 255 or "\x00" in tag for tag in cleaned) or len(cleaned) > 50:
        raise InvalidInput("tags", "쓸 수 없는 꼬리표가 있어요.", "A tag cannot be used.")
    return cleaned


def _card(wish: GiftCardWish, code: str, actor: Actor) -> GiftCard:
    return GiftCard(
        code_digest=card_digest(code),
        last_4=code[-4:],
        currency=wish.currency,
        initial_balance=wish.balance,
        current_balance=wish.balance,
        expiry_date=wish.expiry_date,
        is_active=wish.is_active,
        tags=clean_tags(wish.tags),
        created_by_id=actor.user_id,
        created_by_email=actor.email if actor.user_id else "",
        recipient_email=wish.recipient_email,
        assigned_to_id=wish.assigned_to,
        is_assigned=wish.assigned_to is not None,
        metadata=dict(wish.metadata),
        private_metadata=dict(wish.private_metadata),
    )


def _faults(wish: GiftCardWish, count: int) -> list[DomainError]:
    faults: list[DomainError] = []
    if not 1 <= count <= MOST_AT_ONCE:
        faults.append(InvalidInput("count", f"1장에서 {MOST_AT_ONCE}장까지예요.", f"From 1 to {MOST_AT_ONCE} cards."))
    faults.extend(balance_faults(wish.balance, wish.currency))
    faults.extend(expiry_faults(wish.expiry_date))
    pairs = [*wish.metadata.items(), *wish.private_metadata.items()]
    if any(not key.strip() for key, _ in pairs):
        faults.append(Required("metadata"))
    if any(len(text) > LONGEST_VALUE or "\x00" in text for pair in pairs for text in pair):
        faults.append(InvalidInput("metadata", "쓸 수 없는 값이 있어요.", "A key or value cannot be used."))
    if len(wish.note) > 2_000 or "\x00" in wish.note:
        faults.append(InvalidInput("note", "메모는 2,000자까지예요.", "A note has at most 2,000 characters."))
    return faults


def balance_faults(balance: Decimal, currency: str) -> list[DomainError]:
    """What is wrong with an amount for a card."""
    if currency not in CURRENCY_PLACES:
        return [InvalidInput("balance", "쓸 수 없는 통화예요.", "The currency is not in use.")]
    if not 0 < balance <= LARGEST_BALANCE or quantize(balance, currency) != balance:
        return [
            InvalidInput(
                "balance",
                f"1원에서 {LARGEST_BALANCE:,}원까지, 원 단위로 적어 주세요.",
                f"From 1 to {LARGEST_BALANCE:,} won, in whole won.",
            )
        ]
    return []


def expiry_faults(expiry_date: dt.date | None) -> list[DomainError]:
    if is_expired(expiry_date, clock.today()):
        return [InvalidInput("expiryDate", "오늘이나 그 뒤여야 해요.", "Expiry date must be set to a future date.")]
    return []
