"""The only row locks of accounts."""

from __future__ import annotations

from django.db.models import QuerySet

from market.accounts.models import User
from market.core.locks import locked


def users_for_update() -> QuerySet[User]:
    return locked(User.objects.all())
