"""Giving a person the orders they made as a guest."""

from __future__ import annotations

from django.db import transaction

from market.accounts.models import User
from market.accounts.selectors.closed_accounts import account_closed_at
from market.core import clock
from market.orders.locks import orders_for_update


def orders_join_user(*, user_id: int) -> int:
    """Link orders without an owner that were placed with the address of this account. Returns how many.

    Only for a confirmed, active account: whoever calls knows that the mailbox was shown to be the owner's. Orders from before
    an account of the same address was deleted stay without an owner: the mailbox may have changed hands. Doing it twice changes
    nothing.
    """
    with transaction.atomic():
        user = User.objects.filter(pk=user_id, is_confirmed=True, is_active=True).first()
        if user is None:
            return 0
        orders = orders_for_update().filter(user__isnull=True, user_email__iexact=user.email)
        closed_at = account_closed_at(user.email)
        if closed_at is not None:
            orders = orders.filter(created_at__gt=closed_at)
        keys = list(orders.values_list("pk", flat=True))
        return orders.model.objects.filter(pk__in=keys).update(user=user, updated_at=clock.now())
