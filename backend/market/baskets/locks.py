"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from django.db.models import QuerySet

from market.baskets.models import SharedList
from market.core.locks import locked


def lists_for_update() -> QuerySet[SharedList]:
    """Lists; their items are written under the lock of their list."""
    return locked(SharedList.objects.all())
