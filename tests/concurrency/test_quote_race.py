"""Two members choose, and one enterprise answers, at the same moment."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import IntegrityError

from factories.channels import public_channel
from factories.procurement import agency_member
from factories.quotes import answered, buyer_of, invitation_of, listing_of, prices, seller_of, sent
from factories.vendors import SellerFactory
from market.core import clock
from market.papers.models import Paper, PaperKind
from market.quotes.errors import AlreadyChosen
from market.quotes.models import Quote, QuoteRequest
from market.quotes.services import quote_choose as choosing
from market.quotes.services import request_locked as locking
from market.quotes.services.quote_choose import quote_choose
from market.quotes.services.quote_submit import AnswerTerms, quote_submit

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def choices() -> list[Callable[[], Quote]]:
    public_channel()
    member, vendors = agency_member(), [SellerFactory(), SellerFactory()]
    request = sent(member, *vendors)
    quotes = [answered(request, vendor, 1_000) for vendor in vendors]
    people = [member, agency_member(member.agency)]
    return [
        functools.partial(quote_choose, quote_id=quote.pk, reason="좋아서", actor=buyer_of(person))
        for quote, person in zip(quotes, people, strict=True)
    ]


def test_one_of_all_who_choose_at_once_chooses(race: Race) -> None:
    answers = race(choices() * 3)
    assert sum(isinstance(answer, Quote) for answer in answers) == 1, answers
    assert sum(isinstance(answer, AlreadyChosen) for answer in answers) == 5
    assert Quote.objects.filter(chosen_at__isnull=False).count() == 1
    assert Paper.objects.filter(kind=PaperKind.COMPARISON).count() == 1


def test_negative_control_without_the_lock_both_try_and_the_database_refuses_one(
    race: Race, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = choices()
    barrier, look = threading.Barrier(2), choosing._take_back_the_one_before

    def look_together(request: QuoteRequest, quote: Quote) -> None:
        look(request, quote)
        barrier.wait(timeout=30)

    monkeypatch.setattr(locking, "request_for_update", lambda pk, field="id": QuoteRequest.objects.get(pk=pk))
    monkeypatch.setattr(choosing, "_take_back_the_one_before", look_together)
    answers = race(both)
    assert sum(isinstance(answer, IntegrityError) for answer in answers) == 1, answers


def test_one_answer_of_an_enterprise_stands_however_often_the_button_is_pressed(race: Race) -> None:
    public_channel()
    member, vendor = agency_member(), SellerFactory()
    request = sent(member, vendor, SellerFactory())
    token, seller, variant = invitation_of(request, vendor).token, seller_of(vendor), listing_of(vendor)
    assert request.reply_by is not None
    terms = AnswerTerms(valid_until=request.reply_by.astimezone(clock.SEOUL).date(), delivery_days=3)
    items = prices(request, variant, 1_000)
    answers = race([functools.partial(quote_submit, token=token, items=items, terms=terms, actor=seller)] * 5)
    assert all(isinstance(answer, Quote) for answer in answers), answers
    assert Quote.objects.filter(replaced_at__isnull=True).count() == 1
    assert Paper.objects.filter(kind=PaperKind.QUOTE, replaces__isnull=True).count() == 1
