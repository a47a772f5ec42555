"""What every step of a member with a request begins with."""

from __future__ import annotations

from uuid import UUID

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import AUTHENTICATED_AGENCY_MEMBER, ensure_acts_for_agency
from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.procurement.errors import NotEditable
from market.procurement.locks import request_for_update
from market.procurement.models import PurchaseRequest, RequestStatus
from market.procurement.selectors.requests import EDITABLE, request_get


def request_locked(
    request_id: UUID, actor: Actor, ability: AgencyAbility | None = None
) -> tuple[PurchaseRequest, AgencyMember]:
    """The request for one of its readers, read after its lock. Raises NotFound, and PermissionDenied without the ability."""
    known = request_get(request_id=request_id, viewer=actor)
    member = ensure_acts_for_agency(known.agency_id, actor, ability)
    if member is None:
        raise NotFound("id")
    return request_for_update(request_id), member


def own_request_locked(request_id: UUID, actor: Actor) -> tuple[PurchaseRequest, AgencyMember]:
    """The same for its requester alone. Raises PermissionDenied for other readers."""
    request, member = request_locked(request_id, actor, AgencyAbility.REQUEST)
    if request.requester_id != member.pk:
        raise PermissionDenied(AUTHENTICATED_AGENCY_MEMBER)
    return request, member


def ensure_editable(request: PurchaseRequest) -> None:
    """Raise NotEditable while it is in approval and once it is decided."""
    if request.status not in EDITABLE:
        raise NotEditable("id", status=RequestStatus(request.status).label)
