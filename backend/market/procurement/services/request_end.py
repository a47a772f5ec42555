"""What all ways back to the requester share: the order ends, stock and budget are free, the basket is there again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.services.budget_use_set import budget_use_set
from market.checkout.services.checkout_restore import checkout_restore
from market.core import clock
from market.core.actor import Actor
from market.orders.enums import OrderStatus
from market.orders.services.order_release import order_release
from market.procurement.enums import TrailAction
from market.procurement.models import PurchaseRequest, RequestStatus, StepStatus
from market.procurement.services.request_locked import own_request_locked
from market.procurement.services.request_status_set import request_status_set
from market.procurement.services.request_submit import reference_of
from market.procurement.services.trail_write import trail_write

KEEPS_BASKET = frozenset({RequestStatus.SENT_BACK, RequestStatus.LAPSED, RequestStatus.WITHDRAWN})


def request_end(*, request: PurchaseRequest, to: RequestStatus, actor: Actor) -> None:
    """End the running round of a locked request: ``to`` SENT_BACK, LAPSED, WITHDRAWN or REJECTED. In the caller's transaction.

    Whoever has not decided does not any more. But for a rejection the basket comes back, quoted prices included.
    """
    request_status_set(request=request, to=to)
    ended_as = OrderStatus.EXPIRED if to == RequestStatus.LAPSED else OrderStatus.CANCELED
    if request.order_id is not None:
        order_release(order_id=request.order_id, to=ended_as, actor=actor)
        if to in KEEPS_BASKET:
            request.checkout_token = checkout_restore(order_id=request.order_id).pk
    if request.budget_line_id is not None:
        budget_use_set(
            line_id=request.budget_line_id, reference=reference_of(request), actor=actor, note=request.number or ""
        )
    request.steps.filter(round=request.round, status=StepStatus.WAITING).update(status=StepStatus.ENDED)
    request.decided_at = clock.now()
    request.save()


def request_withdraw(*, request_id: UUID, actor: Actor, reason: str = "") -> PurchaseRequest:
    """The requester takes it back: out of approval, or what came back and is not wanted any more.

    It can be put up again later. Raises NotFound, PermissionDenied, NotEditable.
    """
    with transaction.atomic():
        request, member = own_request_locked(request_id, actor)
        if request.status == RequestStatus.IN_APPROVAL:
            request_end(request=request, to=RequestStatus.WITHDRAWN, actor=actor)
        else:
            request_status_set(request=request, to=RequestStatus.WITHDRAWN)
            request.save(update_fields=["status", "updated_at"])
        trail_write(
            request=request, action=TrailAction.WITHDRAWN, actor=actor, member=member, comment=reason.strip()[:2000]
        )
    return request
