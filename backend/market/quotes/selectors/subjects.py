"""What papers asks about quotes and requests."""

from __future__ import annotations

from uuid import UUID

from market.core import clock
from market.quotes.models import Quote, QuoteInvitation
from market.quotes.rules import is_opened


class QuoteSubjects:
    """An answer is sealed from the agency until its request opens; one that was replaced or withdrawn before stays so."""

    def is_sealed(self, subject_id: str) -> bool:
        quote = Quote.objects.select_related("request").filter(pk=UUID(subject_id)).first()
        if quote is None or quote.request is None:
            return quote is None
        is_gone = quote.replaced_at is not None or quote.withdrawn_at is not None
        return is_gone or not is_opened(quote.request, clock.now())

    def readers_among(self, subject_id: str, vendor_ids: list[int]) -> bool:
        return False


class RequestSubjects:
    """A request's paper is read by those it was sent to."""

    def is_sealed(self, subject_id: str) -> bool:
        return False

    def readers_among(self, subject_id: str, vendor_ids: list[int]) -> bool:
        rows = QuoteInvitation.objects.filter(request_id=UUID(subject_id), request__sent_at__isnull=False)
        return rows.filter(vendor_id__in=vendor_ids).exists()
