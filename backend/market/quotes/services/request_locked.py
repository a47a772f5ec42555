"""The frame of every change to a request: look who asks, lock, read anew."""

from __future__ import annotations

from uuid import UUID

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core import clock
from market.core.actor import Actor
from market.quotes.errors import RequestNotOpen
from market.quotes.locks import request_for_update
from market.quotes.models import QuoteInvitation, QuoteRequest
from market.quotes.rules import is_open
from market.quotes.selectors.requests import invitation_get


def request_locked(*, request_id: UUID, actor: Actor, field: str = "id") -> QuoteRequest:
    """A request of an agency the actor asks quotes for, locked. Raises NotFound, PermissionDenied."""
    agency_id = QuoteRequest.objects.filter(pk=request_id).values_list("agency_id", flat=True).first()
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.REQUEST, field=field)
    return request_for_update(request_id, field=field)


def invitation_locked(*, token: UUID, actor: Actor, is_open_needed: bool = True) -> QuoteInvitation:
    """What an enterprise of the actor's was sent, with its request locked. Raises NotFound, PermissionDenied, and RequestNotOpen where
    answers are not taken (any more)."""
    found = invitation_get(token=token, viewer=actor)
    request = request_for_update(found.request_id)
    invitation = QuoteInvitation.objects.select_related("vendor").get(pk=found.pk)
    invitation.request = request
    if is_open_needed and not is_open(request, clock.now()):
        raise RequestNotOpen("id")
    return invitation
