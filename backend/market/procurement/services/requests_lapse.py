"""What befalls a request while it is in approval: its time ends, a campaign ends, an enterprise stops selling, a day is left."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from market.campaigns.models import Campaign
from market.core import clock, outbox
from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.core.sweeps import one_by_one
from market.orders.models import OrderLine
from market.procurement.enums import TrailAction
from market.procurement.events import (
    ApprovalEndsSoon,
    RequestCampaignEnded,
    RequestReturned,
    RequestVendorStopped,
)
from market.procurement.locks import request_for_update, requests_for_update
from market.procurement.models import PurchaseRequest, RequestLineStatus, RequestStatus, StepStatus
from market.procurement.rules import steps_in_turn
from market.procurement.services.request_end import request_end
from market.procurement.services.trail_write import trail_write
from market.vendors.models import Vendor, VendorStatus

DAY_BEFORE = dt.timedelta(days=1)
RUNNING = RequestStatus.IN_APPROVAL


def requests_lapse(*, limit: int = 200) -> int:
    """End the requests whose terms are held no longer, each in its own transaction: order and budget free, the basket back, told.

    Returns how many. Safe to run twice at once.
    """
    due = PurchaseRequest.objects.filter(status=RUNNING, held_until__lte=clock.now()).order_by("held_until")
    return one_by_one(_lapse, list(due.values_list("pk", flat=True)[:limit]))


def _lapse(request_id: UUID) -> bool:
    reset_lock_order()
    with transaction.atomic():
        request = requests_for_update().filter(pk=request_id).first()
        if (
            request is None
            or request.status != RUNNING
            or request.held_until is None
            or request.held_until > clock.now()
        ):
            return False  # decided, or put up anew, while we waited
        request_end(request=request, to=RequestStatus.LAPSED, actor=SYSTEM)
        event = trail_write(request=request, action=TrailAction.LAPSED, actor=SYSTEM)
        outbox.publish(RequestReturned(request_id=request.pk, round=request.round, event_id=event.pk))
    return True


def campaigns_ended_tell(*, limit: int = 200) -> int:
    """Tell once, for each request that holds prices of a campaign that has ended: they stand until the hold ends. Returns how many."""
    ended = Campaign.objects.filter(ends_at__lte=clock.now()).order_by().values("pk")
    orders = OrderLine.objects.filter(campaign__in=ended).order_by().values("order_id")
    waiting = PurchaseRequest.objects.filter(
        status=RUNNING, held_until__gt=clock.now(), campaign_ended_told_at__isnull=True, order__in=orders
    )
    return one_by_one(_tell_campaign, list(waiting.order_by("pk").values_list("pk", flat=True)[:limit]))


def _tell_campaign(request_id: UUID) -> bool:
    reset_lock_order()
    with transaction.atomic():
        request = request_for_update(request_id)
        if request.status != RUNNING or request.campaign_ended_told_at is not None:
            return False
        request.campaign_ended_told_at = clock.now()
        request.save(update_fields=["campaign_ended_told_at", "updated_at"])
        trail_write(request=request, action=TrailAction.CAMPAIGN_ENDED, actor=SYSTEM)
        outbox.publish(RequestCampaignEnded(request_id=request.pk, round=request.round))
    return True


def approvals_remind(*, limit: int = 200) -> int:
    """Remind those whose turn it is, once each, a day before the terms end; half-way where they are held for a day only."""
    now = clock.now()
    soon = PurchaseRequest.objects.filter(
        status=RUNNING,
        held_until__gt=now,
        held_until__lte=now + DAY_BEFORE,
        steps__status=StepStatus.WAITING,
        steps__mailed_at__isnull=True,
    )
    return one_by_one(_remind, list(soon.order_by("pk").distinct().values_list("pk", flat=True)[:limit]))


def _remind(request_id: UUID) -> bool:
    reset_lock_order()
    with transaction.atomic():
        request, now = request_for_update(request_id), clock.now()
        if request.status != RUNNING or request.held_until is None or request.submitted_at is None:
            return False
        half = request.submitted_at + (request.held_until - request.submitted_at) / 2
        if now < max(request.held_until - DAY_BEFORE, half) or now >= request.held_until:
            return False
        turn = steps_in_turn(list(request.steps.filter(round=request.round)))
        fresh = [step.pk for step in turn if step.mailed_at is None]
        if not fresh:
            return False
        request.steps.filter(pk__in=fresh).update(mailed_at=now)
        outbox.publish(ApprovalEndsSoon(request_id=request.pk, round=request.round, stage=turn[0].stage))
    return True


def vendor_stop_note(*, vendor_id: int) -> None:
    """An enterprise stopped selling: each request in approval with something of it is looked at in a transaction of its own, by event."""
    if Vendor.objects.filter(pk=vendor_id, status=VendorStatus.ACTIVE).exists():
        return  # it sells again
    for request_id, turn in _with_vendor(vendor_id):
        outbox.publish(RequestVendorStopped(request_id=request_id, round=turn, vendor_id=vendor_id))


def _with_vendor(vendor_id: int) -> list[tuple[UUID, int]]:
    rows = PurchaseRequest.objects.filter(
        status=RUNNING, lines__vendor_id=vendor_id, lines__status=RequestLineStatus.REQUESTED
    )
    return list(rows.order_by("pk").distinct().values_list("pk", "round"))


def request_vendor_stop(*, request_id: UUID, round: int, vendor_id: int) -> None:
    """The request goes back to its requester: what it held is free, the basket comes back. Does nothing when it moved on since."""
    with transaction.atomic():
        request = request_for_update(request_id)
        vendor = Vendor.objects.get(pk=vendor_id)
        standing = request.lines.filter(
            round=request.round, vendor_id=vendor_id, status=RequestLineStatus.REQUESTED
        ).exists()
        if request.status != RUNNING or request.round != round or not standing or vendor.status == VendorStatus.ACTIVE:
            return
        request_end(request=request, to=RequestStatus.SENT_BACK, actor=SYSTEM)
        event = trail_write(
            request=request,
            action=TrailAction.VENDOR_STOPPED,
            actor=SYSTEM,
            comment=f"{vendor.name}가 판매를 멈췄어요. 다른 기업의 물품으로 바꿔 다시 올려 주세요.",
            vendor=vendor_id,
        )
        outbox.publish(RequestReturned(request_id=request.pk, round=request.round, event_id=event.pk))
