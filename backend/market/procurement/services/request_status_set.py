"""The one place that moves a purchase request from one status to another."""

from __future__ import annotations

from market.procurement.errors import NotEditable
from market.procurement.models import PurchaseRequest, RequestStatus

S = RequestStatus
TRANSITIONS: dict[str, frozenset[RequestStatus]] = {
    S.DRAFT: frozenset({S.IN_APPROVAL}),
    S.IN_APPROVAL: frozenset({S.SENT_BACK, S.LAPSED, S.APPROVED, S.REJECTED, S.WITHDRAWN}),
    S.SENT_BACK: frozenset({S.IN_APPROVAL, S.WITHDRAWN}),
    S.LAPSED: frozenset({S.IN_APPROVAL, S.WITHDRAWN}),
    S.WITHDRAWN: frozenset({S.IN_APPROVAL}),
    S.APPROVED: frozenset({S.CANCELED}),
    S.REJECTED: frozenset(),
    S.CANCELED: frozenset(),
}


def request_status_set(*, request: PurchaseRequest, to: RequestStatus) -> None:
    """Set the status of a locked request; the caller saves it. Raises NotEditable where the table does not lead there."""
    if to not in TRANSITIONS[request.status]:
        raise NotEditable("id", status=RequestStatus(request.status).label)
    request.status = to
