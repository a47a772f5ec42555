"""Requests for quotes as the two sides see them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from market.agencies.selectors.membership import agency_ids_with
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_ORDERS
from market.quotes.models import QuoteInvitation, QuoteRequest, QuoteRequestStatus
from market.quotes.selectors.access import ensure_answers_for

SHOWN = ("agency", "department", "requester__user", "requester__department")


def opened(prefix: str = "") -> Q:
    """Requests whose answers the agency sees: as ``rules.is_opened`` says."""
    overdue = Q(**{f"{prefix}status": QuoteRequestStatus.OPEN, f"{prefix}reply_by__lte": clock.now()})
    return Q(**{f"{prefix}closed_at__isnull": False}) | overdue


def requests_of(viewer: Actor) -> QuerySet[QuoteRequest]:
    """Those of the viewer's agencies; all for staff who keep orders."""
    rows = QuoteRequest.objects.select_related(*SHOWN)
    if viewer.has_permission(MANAGE_ORDERS):
        return rows
    return rows.filter(agency_id__in=agency_ids_with(viewer))


def request_get(*, request_id: UUID, viewer: Actor) -> QuoteRequest:
    """Raises NotFound."""
    request = requests_of(viewer).filter(pk=request_id).first()
    if request is None:
        raise NotFound("id")
    return request


def invitations_to(vendor_id: int, viewer: Actor, *, is_open: bool | None = None) -> QuerySet[QuoteInvitation]:
    """Requests that one enterprise was sent, for its people; none for others. Drafts are nobody's business but the agency's.

    ``is_open``: only those that take answers now, or only those that do not.
    """
    try:
        ensure_answers_for(vendor_id, viewer)
    except NotFound:
        return QuoteInvitation.objects.none()
    rows = _sent().filter(vendor_id=vendor_id)
    if is_open is None:
        return rows
    takes_answers = Q(request__status=QuoteRequestStatus.OPEN, request__reply_by__gt=clock.now())
    return rows.filter(takes_answers if is_open else ~takes_answers)


def invitation_get(*, token: UUID, viewer: Actor, field: str = "id") -> QuoteInvitation:
    """One request as the enterprise under this token was sent it. Raises NotFound, PermissionDenied."""
    invitation = _sent().filter(token=token).first()
    ensure_answers_for(invitation.vendor_id if invitation else None, viewer, field=field)
    if invitation is None:
        raise NotFound(field)
    return invitation


def _sent() -> QuerySet[QuoteInvitation]:
    related = (f"request__{name}" for name in SHOWN)
    return QuoteInvitation.objects.filter(request__sent_at__isnull=False).select_related("vendor", *related)
