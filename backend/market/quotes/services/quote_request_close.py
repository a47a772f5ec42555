"""End the time for answers: by the deadline, or because everybody has answered."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from market.core import clock, outbox
from market.core.sweeps import one_by_one
from market.quotes.events import QuoteRequestClosed, QuoteRequestEnding
from market.quotes.locks import request_for_update
from market.quotes.models import InvitationStatus, QuoteRequest, QuoteRequestStatus
from market.quotes.rules import is_open

EVE = dt.timedelta(days=1)
WAITING = (InvitationStatus.INVITED, InvitationStatus.SEEN)


def close_when_due(request: QuoteRequest) -> bool:
    """Close a locked request whose deadline has passed, or of which nobody owes an answer. Says whether it was closed now."""
    if request.status != QuoteRequestStatus.OPEN:
        return False
    if is_open(request, clock.now()) and request.invitations.filter(status__in=WAITING).exists():
        return False
    request.status = QuoteRequestStatus.CLOSED
    request.closed_at = min(clock.now(), request.reply_by or clock.now())
    request.save(update_fields=["status", "closed_at"])
    outbox.publish(QuoteRequestClosed(request_id=request.pk))
    return True


def quote_requests_close() -> int:
    """Close what is overdue, each in a transaction of its own. Returns how many."""
    due = QuoteRequest.objects.filter(status=QuoteRequestStatus.OPEN, reply_by__lte=clock.now())
    return one_by_one(_close, list(due.order_by("reply_by", "pk").values_list("pk", flat=True)))


def quote_requests_remind() -> int:
    """On the eve of a deadline those who owe an answer are told of it, once for each deadline. Returns for how many requests."""
    now = clock.now()
    near = QuoteRequest.objects.filter(
        status=QuoteRequestStatus.OPEN, reply_by__gt=now, reply_by__lte=now + EVE, sent_at__lte=now - EVE
    )
    return one_by_one(_remind, list(near.order_by("reply_by", "pk").values_list("pk", flat=True)))


def _close(request_id: UUID) -> int:
    with transaction.atomic():
        return int(close_when_due(request_for_update(request_id)))


def _remind(request_id: UUID) -> int:
    with transaction.atomic():
        request = request_for_update(request_id)
        if not is_open(request, clock.now()) or request.reply_by is None or request.reminded_of == request.reply_by:
            return 0
        request.reminded_of = request.reply_by
        request.save(update_fields=["reminded_of"])
        outbox.publish(QuoteRequestEnding(request_id=request.pk, reply_by=request.reply_by.isoformat()))
    return 1
