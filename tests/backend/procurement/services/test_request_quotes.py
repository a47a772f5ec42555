"""Quotes that come with a request: how many the law asks for, which count, and why not the lowest."""

from __future__ import annotations

import datetime as dt

import pytest

from factories.approval import Office, acting_for, decide, draft_of, goods, office
from factories.checkout import SEOUL, anew, ready_checkout
from factories.procurement import agency_member
from factories.quotes import answered, buyer_of, instant, listing_of, sent
from factories.vendors import SellerFactory
from market.agencies.models import AgencyPolicy, Law
from market.checkout.models import Checkout
from market.checkout.services.address_update import billing_address_update, shipping_address_update
from market.core import clock
from market.core.errors import ManyErrors, NotFound
from market.orders.models import Order
from market.papers.models import Paper
from market.procurement.models import PurchaseRequest, RequestStatus
from market.procurement.services.request_submit import request_submit
from market.procurement.services.request_write import RequestWish, request_create, request_update
from market.quotes.models import Quote, QuoteRequest
from market.quotes.services.quote_choose import quote_choose
from market.quotes.services.quotes_to_checkout import quotes_to_checkout

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


def submit(request: PurchaseRequest, at: Office) -> PurchaseRequest:
    return anew(request_submit, request_id=request.pk, actor=acting_for(at.requester))


def attach(request: PurchaseRequest, at: Office, *quotes: Quote) -> PurchaseRequest:
    wish = RequestWish({}, [quote.pk for quote in quotes])
    return anew(request_update, request_id=request.pk, wish=wish, actor=acting_for(at.requester))


def compares_from(at: Office, amount: int) -> None:
    AgencyPolicy.objects.create(
        agency=at.agency, effective_from=dt.date(2020, 1, 1), law=Law.LOCAL, comparison_from=amount
    )


def test_one_quote_is_enough_up_to_twenty_million() -> None:
    at = office()
    variant = goods(at, price=2_200_000)
    draft = draft_of(at, {variant: 1})
    (quote,) = instant(at.requester, variant, quantity=1)
    request = submit(attach(draft, at, quote), at)
    assert request.status == RequestStatus.IN_APPROVAL
    assert [row.quote_id for row in request.quotes.all()] == [quote.pk]


def test_a_comparison_by_rule_of_the_house_needs_another_enterprises() -> None:
    at = office()
    compares_from(at, 500_000)
    variant, other = goods(at, price=1_100_000), goods(at, price=1_200_000)
    draft = draft_of(at, {variant: 1})
    (own,), (compared,) = instant(at.requester, variant, quantity=1), instant(at.requester, other, quantity=1)
    again = instant(at.requester, variant, quantity=1)
    with pytest.raises(ManyErrors) as refused:
        submit(attach(draft, at, own, *again), at)
    assert [(fault.code, fault.params["attached"]) for fault in refused.value.errors] == [("quotes_missing", 1)]
    assert submit(attach(draft, at, own, compared), at).status == RequestStatus.IN_APPROVAL


def test_only_quotes_of_the_own_agency_that_may_be_seen() -> None:
    at = office()
    draft = draft_of(at)
    (foreign,) = instant(agency_member(), goods(at), quantity=1)
    vendor = SellerFactory()
    sealed = answered(sent(at.requester, vendor, SellerFactory()), vendor, 1_000)  # the other has not answered yet
    for quote in (foreign, sealed):
        with pytest.raises(NotFound):
            attach(draft, at, quote)
    assert not draft.quotes.exists()


def asked_of_two(at: Office, cheap: int, dear: int) -> tuple[QuoteRequest, Quote, Quote]:
    """A request for quotes that both enterprises answered, so that it has opened."""
    one, two = SellerFactory(), SellerFactory()
    request = sent(at.requester, one, two)
    low = answered(request, one, cheap, variant=listing_of(one))
    high = answered(request, two, dear, variant=listing_of(two))
    return request, low, high


def basket_of_quote(quote: Quote, at: Office) -> Checkout:
    actor = buyer_of(at.requester)
    basket = anew(quotes_to_checkout, quote_ids=[quote.pk], actor=actor)
    anew(shipping_address_update, checkout_id=basket.pk, values=SEOUL, actor=actor)
    return anew(billing_address_update, checkout_id=basket.pk, values=SEOUL, actor=actor)


def bought_at(quote: Quote, at: Office, **values: object) -> PurchaseRequest:
    ready_checkout(at.channel, {goods(at): 1}, actor=acting_for(at.requester))  # with a way of delivery
    given = {
        "title": "문화제 기념품",
        "purpose": "시민 300명",
        "budget_line_id": at.budget.pk,
        "deliver_by": clock.today() + dt.timedelta(days=20),
        **values,
    }
    return anew(
        request_create,
        checkout_id=basket_of_quote(quote, at).pk,
        wish=RequestWish(given),
        actor=acting_for(at.requester),
    )


def test_a_chosen_answer_brings_what_it_was_compared_with() -> None:
    """Two answers to one request: the chosen one's prices are held, both are attached, and two quotes are there."""
    at = office()
    compares_from(at, 100_000)
    _, low, high = asked_of_two(at, 1_000, 1_100)
    anew(quote_choose, quote_id=low.pk, actor=buyer_of(at.requester))
    request = submit(bought_at(low, at), at)
    assert {row.quote_id for row in request.quotes.all()} == {low.pk, high.pk}
    assert all(line.quote_line is not None and line.quote_line.quote_id == low.pk for line in request.lines.all())
    assert request.total_gross == low.total_gross
    assert Order.objects.get(pk=request.order_id).total_gross == low.total_gross


def test_not_the_lowest_needs_a_reason_once() -> None:
    at = office()
    _, _, high = asked_of_two(at, 1_000, 1_100)
    anew(quote_choose, quote_id=high.pk, reason="장애인표준사업장이에요", actor=buyer_of(at.requester))
    request = bought_at(high, at)
    Quote.objects.filter(pk=high.pk).update(chosen_reason="")
    with pytest.raises(ManyErrors) as refused:
        submit(request, at)
    assert [(fault.code, fault.field) for fault in refused.value.errors] == [("choice_reason_needed", "choiceReason")]
    Quote.objects.filter(pk=high.pk).update(chosen_reason="장애인표준사업장이에요")  # said when it was chosen
    assert submit(request, at).status == RequestStatus.IN_APPROVAL


def test_the_papers_name_the_quotes() -> None:
    at = office()
    variant = goods(at, price=2_200_000)
    (quote,) = instant(at.requester, variant, quantity=1)
    draft = attach(draft_of(at, {variant: 1}), at, quote)
    submit(draft, at)
    decide(draft, at.approvers[0])
    paper = Paper.objects.get(kind="purchase_request")
    assert [row["number"] for row in paper.facts["quotes"]] == [quote.number]
    assert paper.facts["grounds"][0]["verdict"] == "1인 견적 수의계약"
