"""Send a request for quotes, move its deadline, call it off."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.core.texts import text_clean
from market.papers.models import Paper, PaperKind
from market.papers.services.number_take import number_take, number_text
from market.papers.services.paper_issue import paper_issue
from market.quotes.errors import FIELD_WORDS, RequestNotComplete, RequestNotEditable, RequestNotOpen
from market.quotes.events import QuoteRequestCanceled, QuoteRequestExtended, QuoteRequestSent
from market.quotes.models import QuoteRequest, QuoteRequestStatus
from market.quotes.rules import REQUEST_SERIES, is_open
from market.quotes.selectors.paper_facts import request_facts
from market.quotes.services.quote_issue import TEMPLATES
from market.quotes.services.quote_request_close import close_when_due
from market.quotes.services.request_clean import ensure_reply_by, missing_of, vendors_clean
from market.quotes.services.request_locked import request_locked


def quote_request_send(*, request_id: UUID, actor: Actor) -> QuoteRequest:
    """Give the draft its number and paper (견적요청서) and tell every enterprise that is asked.

    Raises NotFound, PermissionDenied, RequestNotEditable, RequestNotComplete, InvalidInput for its dates, VendorNotSelling.
    """
    with transaction.atomic():
        request = request_locked(request_id=request_id, actor=actor)
        if request.status != QuoteRequestStatus.DRAFT:
            raise RequestNotEditable("id")
        vendor_ids = list(request.invitations.values_list("vendor_id", flat=True))
        missing = missing_of(request, request.items.count(), len(vendor_ids))
        if missing:
            words = ", ".join(FIELD_WORDS[name] for name in missing)
            raise RequestNotComplete(missing[0], missing=", ".join(missing), missing_ko=words)
        assert request.reply_by is not None  # missing_of has looked
        ensure_reply_by(request.reply_by, request.delivery_by)
        vendors_clean(vendor_ids)
        year = clock.today().year
        request.number = number_text(REQUEST_SERIES, year, number_take(series=REQUEST_SERIES, year=year))
        request.sent_at, request.status = clock.now(), QuoteRequestStatus.OPEN
        request.save(update_fields=["number", "sent_at", "status"])
        _issue(request, actor)
        _note(actor, "quotes.request_send", request, vendors=vendor_ids)
        outbox.publish(QuoteRequestSent(request_id=request.pk))
    return request


def quote_request_extend(*, request_id: UUID, reply_by: dt.datetime, actor: Actor) -> QuoteRequest:
    """Move the deadline of an open request further away, with a new paper. Raises NotFound, PermissionDenied, RequestNotOpen, InvalidInput."""
    with transaction.atomic():
        request = request_locked(request_id=request_id, actor=actor)
        if not is_open(request, clock.now()):
            raise RequestNotOpen("id")
        if request.reply_by is not None and reply_by <= request.reply_by:
            raise InvalidInput(
                "replyBy", "지금 마감보다 뒤로만 미룰 수 있어요.", "The deadline can only be moved further away."
            )
        ensure_reply_by(reply_by, request.delivery_by)
        before, request.reply_by = request.reply_by, reply_by
        request.save(update_fields=["reply_by"])
        _issue(request, actor)
        _note(actor, "quotes.request_extend", request, before=str(before), after=str(reply_by))
        outbox.publish(QuoteRequestExtended(request_id=request.pk, reply_by=reply_by.isoformat()))
    return request


def quote_request_cancel(*, request_id: UUID, reason: str, actor: Actor) -> QuoteRequest:
    """Call it off with a reason; a draft simply ends. Answers that had not been opened stay sealed.

    Raises NotFound, PermissionDenied, Required, InvalidInput, RequestNotOpen once an answer is chosen or it was called off.
    """
    with transaction.atomic():
        request = request_locked(request_id=request_id, actor=actor)
        words = text_clean(reason, field="reason", longest=500, is_required=request.status != QuoteRequestStatus.DRAFT)
        close_when_due(request)
        if request.status not in (QuoteRequestStatus.DRAFT, QuoteRequestStatus.OPEN, QuoteRequestStatus.CLOSED):
            raise RequestNotOpen("id")
        request.status, request.canceled_reason = QuoteRequestStatus.CANCELED, words
        request.save(update_fields=["status", "canceled_reason"])
        _note(actor, "quotes.request_cancel", request)
        if request.sent_at is not None:
            outbox.publish(QuoteRequestCanceled(request_id=request.pk))
    return request


def _issue(request: QuoteRequest, actor: Actor) -> Paper:
    """The paper of the request as it stands; a later one takes the place of the one before."""
    papers = list(
        Paper.objects.filter(
            subject_type="QuoteRequest", subject_id=str(request.pk), kind=PaperKind.QUOTE_REQUEST
        ).order_by("issued_at", "id")
    )
    number = request.number or ""
    return paper_issue(
        kind=PaperKind.QUOTE_REQUEST,
        number=f"{number}-{len(papers) + 1}" if papers else number,
        title=f"견적요청서 {request.title}",
        template=TEMPLATES / "request.typ",
        facts=request_facts(request),
        agency_id=request.agency_id,
        subject_type="QuoteRequest",
        subject_id=request.pk,
        actor=actor,
        replaces=papers[-1] if papers else None,
    )


def _note(actor: Actor, action: str, request: QuoteRequest, **data: object) -> None:
    audit.record(actor=actor, action=action, subject_type="QuoteRequest", subject_id=request.pk, **data)
