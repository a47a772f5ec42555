"""The only row locks of this room, always in the order of the primary key. Whatever hangs on a request is written under its lock."""

from __future__ import annotations

from uuid import UUID

from market.core.errors import NotFound
from market.core.locks import locked
from market.quotes.models import QuoteRequest


def request_for_update(request_id: UUID, *, field: str = "id") -> QuoteRequest:
    """One request, read after the lock. Raises NotFound."""
    request = locked(QuoteRequest.objects.all()).filter(pk=request_id).first()
    if request is None:
        raise NotFound(field)
    return request
