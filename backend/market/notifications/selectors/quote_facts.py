"""What mails tell of requests for quotes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from market.core import clock
from market.quotes.models import InvitationStatus, Quote, QuoteInvitation, QuoteQuestion, QuoteRequest
from market.quotes.rules import is_open, is_opened

OWING = (InvitationStatus.INVITED, InvitationStatus.SEEN)


@dataclass(frozen=True, kw_only=True)
class QuoteFacts:
    """A request as one reader may know it: ``invitation`` of the reader's enterprise, none for the agency's people."""

    request: QuoteRequest
    invitation: QuoteInvitation | None
    items: tuple[tuple[str, int, str], ...]
    is_open: bool
    is_opened: bool
    answered: int
    asked: int


def asked_vendors(request_id: UUID, *, owing: bool = False) -> list[int]:
    """The enterprises that were asked; ``owing``: only those that neither answered nor declined."""
    rows = QuoteInvitation.objects.filter(request_id=request_id)
    if owing:
        rows = rows.filter(status__in=OWING)
    return list(rows.order_by("id").values_list("vendor_id", flat=True))


def answering_vendors(request_id: UUID) -> list[tuple[int, UUID]]:
    """Each enterprise whose answer stands, with it."""
    rows = Quote.objects.filter(request_id=request_id, replaced_at__isnull=True, withdrawn_at__isnull=True)
    return list(rows.order_by("id").values_list("vendor_id", "id"))


def requester_of(request_id: UUID) -> int | None:
    """The membership of who asked."""
    return QuoteRequest.objects.filter(pk=request_id).values_list("requester_id", flat=True).first()


def quote_facts(request_id: UUID, vendor_id: int | None) -> QuoteFacts | None:
    """None for what is gone, and for an enterprise that was not asked."""
    request = QuoteRequest.objects.select_related("agency", "department").filter(pk=request_id).first()
    if request is None:
        return None
    invitations = list(QuoteInvitation.objects.select_related("vendor").filter(request=request))
    own = next((row for row in invitations if row.vendor_id == vendor_id), None)
    if vendor_id is not None and own is None:
        return None
    now = clock.now()
    return QuoteFacts(
        request=request,
        invitation=own,
        items=tuple(request.items.order_by("position", "id").values_list("name", "quantity", "unit")),
        is_open=is_open(request, now),
        is_opened=is_opened(request, now),
        answered=sum(row.status == InvitationStatus.ANSWERED for row in invitations),
        asked=len(invitations),
    )


def invitation_of(request_id: UUID, vendor_id: int) -> QuoteInvitation | None:
    return QuoteInvitation.objects.select_related("vendor").filter(request_id=request_id, vendor_id=vendor_id).first()


def question_of(question_id: int) -> QuoteQuestion | None:
    return QuoteQuestion.objects.filter(pk=question_id).first()


def standing_quote(quote_id: UUID) -> Quote | None:
    return Quote.objects.filter(pk=quote_id, replaced_at__isnull=True, withdrawn_at__isnull=True).first()
