"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from market.core.errors import NotFound
from market.core.locks import locked
from market.procurement.models import PurchaseRequest


def requests_for_update() -> QuerySet[PurchaseRequest]:
    """Purchase requests; lines, steps, grounds, purchase orders and changes of one are written under its lock."""
    return locked(PurchaseRequest.objects.all())


def request_for_update(request_id: UUID, *, field: str = "id") -> PurchaseRequest:
    """One request, read after the lock. Raises NotFound."""
    request = requests_for_update().filter(pk=request_id).first()
    if request is None:
        raise NotFound(field)
    return request
