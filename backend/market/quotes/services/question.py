"""Questions about a request and their answers: all who are asked read them, nobody else's name with them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.texts import text_clean
from market.quotes.errors import AnsweredQuestion, RequestNotOpen, TooManyRequests
from market.quotes.events import QuoteQuestionAnswered, QuoteQuestionAsked
from market.quotes.locks import request_for_update
from market.quotes.models import QuoteQuestion
from market.quotes.rules import MOST_QUESTIONS, is_open
from market.quotes.services.request_locked import invitation_locked

LONGEST = 2_000


def question_ask(*, token: UUID, question: str, actor: Actor) -> QuoteQuestion:
    """Ask the agency something while answers are taken. Raises NotFound, PermissionDenied, RequestNotOpen, Required, InvalidInput,
    TooManyRequests."""
    with transaction.atomic():
        invitation = invitation_locked(token=token, actor=actor)
        words = text_clean(question, field="question", longest=LONGEST)
        asked = QuoteQuestion.objects.filter(request=invitation.request, vendor_id=invitation.vendor_id)
        if asked.count() >= MOST_QUESTIONS:
            raise TooManyRequests("question", limit=MOST_QUESTIONS)
        row = QuoteQuestion.objects.create(
            request=invitation.request, vendor_id=invitation.vendor_id, question=words, asked_by_id=actor.user_id
        )
        outbox.publish(QuoteQuestionAsked(request_id=invitation.request_id, question_id=row.pk))
    return row


def question_answer(*, question_id: int, answer: str, actor: Actor) -> QuoteQuestion:
    """Answer once, for all to read. Raises NotFound, PermissionDenied, RequestNotOpen, AnsweredQuestion, Required, InvalidInput."""
    found = QuoteQuestion.objects.select_related("request").filter(pk=question_id).first()
    ensure_acts_for_agency(found.request.agency_id if found else None, actor, AgencyAbility.REQUEST)
    if found is None:
        raise NotFound("id")
    with transaction.atomic():
        request = request_for_update(found.request_id)
        row = QuoteQuestion.objects.get(pk=question_id)
        if not is_open(request, clock.now()):
            raise RequestNotOpen("id")
        if row.answered_at is not None:
            raise AnsweredQuestion("id")
        row.answer = text_clean(answer, field="answer", longest=LONGEST)
        row.answered_by_id, row.answered_at = actor.user_id, clock.now()
        row.save(update_fields=["answer", "answered_by", "answered_at"])
        outbox.publish(QuoteQuestionAnswered(request_id=request.pk, question_id=row.pk))
    return row
