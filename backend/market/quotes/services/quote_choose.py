"""Choose an answer."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.texts import text_clean
from market.quotes.errors import (
    AlreadyChosen,
    AnswerNotStanding,
    QuoteEnded,
    ReasonRequired,
    RequestNotOpen,
    RequestStillSealed,
    VendorNotSelling,
)
from market.quotes.events import QuoteChosen
from market.quotes.models import Quote, QuoteRequest, QuoteRequestStatus, QuoteSource
from market.quotes.rules import is_lowest
from market.quotes.selectors.comparison import can_be_chosen
from market.quotes.selectors.quotes import standing_answers
from market.quotes.services.comparison_issue import issue_comparison
from market.quotes.services.quote_request_close import close_when_due
from market.quotes.services.request_locked import request_locked
from market.vendors.models import VendorStatus


def quote_choose(*, quote_id: UUID, reason: str = "", actor: Actor) -> Quote:
    """Choose one of the opened answers to a request, with the reason when a cheaper one could be had; the comparison is printed for good.

    Another is chosen in its place only when the one before cannot be bought any more. Raises NotFound, PermissionDenied,
    RequestStillSealed, RequestNotOpen, AnswerNotStanding, QuoteEnded, VendorNotSelling, AlreadyChosen, ReasonRequired, InvalidInput.
    """
    found = Quote.objects.filter(pk=quote_id, source=QuoteSource.REQUEST).values_list("request_id", "agency_id").first()
    member = ensure_acts_for_agency(found[1] if found else None, actor, AgencyAbility.REQUEST)
    if found is None or found[0] is None or member is None:
        raise NotFound("id")
    with transaction.atomic():
        request = request_locked(request_id=found[0], actor=actor)
        close_when_due(request)
        _ensure_opened(request)
        quote = Quote.objects.select_related("vendor", "paper").get(pk=quote_id)
        _ensure_choosable(quote)
        _take_back_the_one_before(request, quote)
        words = text_clean(reason, field="reason", longest=500, is_required=False)
        if not words and not is_lowest(quote, [row for row in standing_answers(request.pk) if can_be_chosen(row)]):
            raise ReasonRequired("reason")
        quote.chosen_at, quote.chosen_by, quote.chosen_reason = clock.now(), member, words
        quote.save(update_fields=["chosen_at", "chosen_by", "chosen_reason"])
        request.status = QuoteRequestStatus.CHOSEN
        request.save(update_fields=["status"])
        issue_comparison(request, actor)
        audit.record(
            actor=actor,
            action="quotes.choose",
            subject_type="Quote",
            subject_id=quote.pk,
            number=quote.number,
            reason=words,
        )
        outbox.publish(QuoteChosen(request_id=request.pk, quote_id=quote.pk))
    return quote


def _ensure_opened(request: QuoteRequest) -> None:
    if request.status == QuoteRequestStatus.OPEN:
        raise RequestStillSealed("id")
    if request.status not in (QuoteRequestStatus.CLOSED, QuoteRequestStatus.CHOSEN):
        raise RequestNotOpen("id")


def _ensure_choosable(quote: Quote) -> None:
    if quote.replaced_at is not None or quote.withdrawn_at is not None:
        raise AnswerNotStanding("id")
    if quote.valid_until < clock.today():
        raise QuoteEnded("id")
    if quote.vendor.status != VendorStatus.ACTIVE:
        raise VendorNotSelling("id")


def _take_back_the_one_before(request: QuoteRequest, quote: Quote) -> None:
    """Raises AlreadyChosen while the choice before can still be bought, and for the same quote again."""
    before = Quote.objects.select_related("vendor").filter(request=request, chosen_at__isnull=False).first()
    if before is None:
        return
    if before.pk == quote.pk or can_be_chosen(before):
        raise AlreadyChosen("id")
    before.chosen_at, before.chosen_by = None, None
    before.save(update_fields=["chosen_at", "chosen_by"])
