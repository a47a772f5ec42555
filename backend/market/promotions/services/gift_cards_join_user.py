"""Showing a person the gift cards they used as a guest."""

from __future__ import annotations

from market.accounts.models import User
from market.accounts.selectors.closed_accounts import account_closed_at
from market.promotions.models import GiftCard


def gift_cards_join_user(*, user_id: int) -> int:
    """Link cards without an owner that were used with the address of this account; returns how many. Twice changes nothing.

    Only for a confirmed, active account. Cards used before an account of the same address was deleted stay alone: the mailbox may
    have changed hands.
    """
    user = User.objects.filter(pk=user_id, is_confirmed=True, is_active=True).first()
    if user is None:
        return 0
    cards = GiftCard.objects.filter(used_by__isnull=True, used_by_email__iexact=user.email)
    closed_at = account_closed_at(user.email)
    if closed_at is not None:
        cards = cards.filter(last_used_on__gt=closed_at)
    return cards.update(used_by=user)  # one statement, which looks again at each row it waits for
