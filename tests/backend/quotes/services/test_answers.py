"""Answers of enterprises: sealed, replaced, withdrawn, declined, chosen, bought."""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader

from factories.certificates import actor_of
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew, open_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_member
from factories.quotes import (
    answered,
    buyer_of,
    in_days,
    instant,
    invitation_of,
    listing_of,
    prices,
    seller_of,
    sent,
)
from factories.vendors import SellerFactory, member_of
from market.agencies.permissions import AgencyAbility
from market.checkout.models import Checkout
from market.core import clock
from market.core.errors import ManyErrors, NotFound, PermissionDenied, Required
from market.core.files.documents import document_open
from market.core.models import AuditEntry, OutboxEvent
from market.papers.models import Paper, PaperKind
from market.papers.selectors.papers import may_read
from market.quotes.errors import (
    AlreadyAnswered,
    AlreadyChosen,
    AnswerNotStanding,
    ItemsMismatch,
    NothingToWithdraw,
    QuoteEnded,
    QuoteNotChosen,
    ReasonRequired,
    RequestNotOpen,
    RequestStillSealed,
    VendorNotSelling,
)
from market.quotes.models import InvitationStatus, Quote, QuoteRequest
from market.quotes.selectors.comparison import comparison_of
from market.quotes.selectors.quotes import quotes_for_agencies, quotes_seen_by
from market.quotes.services.comparison_issue import comparison_issue
from market.quotes.services.quote_choose import quote_choose
from market.quotes.services.quote_request_close import quote_requests_close
from market.quotes.services.quote_submit import (
    AnswerTerms,
    invitation_decline,
    quote_submit,
    quote_withdraw,
)
from market.quotes.services.quotes_to_checkout import quotes_to_checkout
from market.vendors.models import Vendor

pytestmark = pytest.mark.django_db


def pass_deadline(request: QuoteRequest) -> None:
    """As if the deadline had passed an hour ago; nobody has closed it."""
    QuoteRequest.objects.filter(pk=request.pk).update(sent_at=in_days(-9), reply_by=in_days(-0.05))
    request.refresh_from_db()


def price_of(checkout: Checkout) -> Decimal:
    """Goods and what all enterprises charge for delivery, though no way of delivery is chosen yet."""
    pricing = checkout.pricing  # type: ignore[attr-defined]
    return (pricing.subtotal + pricing.delivery_charges).gross.amount


def three_answers(*totals: int) -> tuple[Any, QuoteRequest, list[Quote]]:
    member, vendors = (
        agency_member(),
        [
            SellerFactory(
                representative=f"대표 {n}", address=f"길 {n}", phone=f"02-111-{n}", email=f"s{n}@ieum.example"
            )
            for n in range(len(totals))
        ],
    )
    request = sent(member, *vendors)
    quotes = [answered(request, vendor, unit) for vendor, unit in zip(vendors, totals, strict=True)]
    request.refresh_from_db()
    return member, request, quotes


def test_an_answer_adds_up_and_takes_its_tax_from_the_listing() -> None:
    vendor = SellerFactory(name="두손공방")
    request = sent(None, vendor)
    exempt = listing_of(vendor, tax_kind="exempt")
    quote = answered(request, vendor, 1_100, 333, variant=exempt, delivery=Decimal(5_000), remarks="시안 확인 뒤 제작")
    assert [line.total_gross for line in quote.lines.all()] == [Decimal(330_000), Decimal(99_900)]
    assert quote.total_gross == quote.total_net == Decimal(434_900)
    assert quote.paper is not None
    pages = PdfReader(io.BytesIO(document_open(quote.paper.key).read())).pages
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for words in (
        "434,900",
        "일금사십삼만사천구백원정",
        "면세",
        "시안확인뒤제작",
        "발주일부터5일이내납품",
        request.number,
    ):
        assert str(words) in text, words


def test_prices_are_sealed_from_the_agency_until_the_request_opens() -> None:
    member, first, second = agency_member(), SellerFactory(), SellerFactory()
    request = sent(member, first, second)
    quote = answered(request, first)
    buyer, seller, rival = buyer_of(member), seller_of(first), seller_of(second)
    assert quote.paper is not None
    sealed = [quotes_for_agencies(buyer).exists(), may_read(quote.paper, buyer), comparison_of(request) is not None]
    assert sealed == [False, False, False]
    assert quotes_seen_by(seller).get() == quote
    assert may_read(quote.paper, seller)
    for stranger in (rival, buyer_of(agency_member())):
        assert not quotes_seen_by(stranger).exists()
        assert not may_read(quote.paper, stranger)
    with pytest.raises(RequestStillSealed):
        anew(quote_choose, quote_id=quote.pk, actor=buyer)
    with pytest.raises(RequestStillSealed):
        anew(comparison_issue, request_id=request.pk, actor=buyer)
    pass_deadline(request)  # nobody has swept: the clock alone opens it
    assert quotes_for_agencies(buyer).get() == quote
    assert may_read(quote.paper, buyer)
    assert not quotes_seen_by(rival).exists()


def test_what_was_called_off_before_it_opened_stays_sealed() -> None:
    member, first = agency_member(), SellerFactory()
    request = sent(member, first, SellerFactory())
    quote = answered(request, first)
    QuoteRequest.objects.update(status="canceled")
    assert not quotes_for_agencies(buyer_of(member)).exists()
    assert quote.paper is not None
    assert not may_read(quote.paper, buyer_of(member))


def test_the_answer_of_the_only_one_asked_opens_at_once() -> None:
    member, vendor = agency_member(), SellerFactory()
    request = sent(member, vendor)
    quote = answered(request, vendor)
    request.refresh_from_db()
    assert request.status == "closed"
    assert quotes_for_agencies(buyer_of(member)).get() == quote


def test_an_answer_is_replaced_until_the_deadline_and_the_old_one_is_nobodys_business() -> None:
    member, vendor = agency_member(), SellerFactory()
    request = sent(member, vendor, SellerFactory())
    variant, seller = listing_of(vendor), seller_of(vendor)
    first = answered(request, vendor, 2_000, variant=variant, actor=seller)
    second = answered(request, vendor, 1_500, variant=variant, actor=seller)
    first.refresh_from_db()
    assert first.replaced_at is not None
    assert second.paper is not None
    assert second.paper.replaces == first.paper
    pass_deadline(request)
    assert quotes_for_agencies(buyer_of(member)).get() == second
    assert first.paper is not None
    assert not may_read(first.paper, buyer_of(member))
    with pytest.raises(AnswerNotStanding):
        anew(quote_choose, quote_id=first.pk, actor=buyer_of(member))
    with pytest.raises(RequestNotOpen):
        answered(request, vendor, 100, variant=variant, actor=seller)
    assert Quote.objects.count() == 2


def test_an_answer_is_withdrawn_while_answers_are_taken() -> None:
    vendor = SellerFactory()
    request = sent(None, vendor, SellerFactory())
    token, seller = invitation_of(request, vendor).token, seller_of(vendor)
    with pytest.raises(NothingToWithdraw):
        anew(quote_withdraw, token=token, actor=seller)
    quote = answered(request, vendor, actor=seller)
    with pytest.raises(AlreadyAnswered):
        anew(invitation_decline, token=token, reason="x", actor=seller)
    anew(quote_withdraw, token=token, actor=seller)
    quote.refresh_from_db()
    assert quote.withdrawn_at is not None
    with pytest.raises(Required):
        anew(invitation_decline, token=token, reason=" ", actor=seller)
    anew(invitation_decline, token=token, reason="바빠요", actor=seller)
    assert invitation_of(request, vendor).status == InvitationStatus.DECLINED
    with pytest.raises(AlreadyAnswered):
        anew(invitation_decline, token=token, reason="또", actor=seller)
    again = answered(request, vendor, actor=seller)  # somebody found the time after all
    assert invitation_of(request, vendor).decline_reason == ""
    pass_deadline(request)
    with pytest.raises(RequestNotOpen):
        anew(quote_withdraw, token=token, actor=seller)
    again.refresh_from_db()
    assert again.withdrawn_at is None


def test_answers_of_others_and_of_who_does_not_sell_are_refused() -> None:
    vendor, other = SellerFactory(), SellerFactory()
    request = sent(None, vendor, SellerFactory())
    token = invitation_of(request, vendor).token
    call = {
        "items": prices(request, listing_of(vendor), 1),
        "terms": AnswerTerms(valid_until=clock.today() + dt.timedelta(days=30), delivery_days=1),
    }
    for stranger in (seller_of(other), buyer_of(agency_member()), buyer_of(request.requester)):
        with pytest.raises(NotFound):
            anew(quote_submit, token=token, actor=stranger, **call)
        with pytest.raises(NotFound):
            anew(quote_withdraw, token=token, actor=stranger)
        with pytest.raises(NotFound):
            anew(invitation_decline, token=token, reason="x", actor=stranger)
    vendor.status = "suspended"
    vendor.save()
    with pytest.raises(VendorNotSelling):
        anew(quote_submit, token=token, actor=seller_of(vendor), **call)
    assert not Quote.objects.exists()


def test_each_item_is_answered_once_with_own_goods_of_the_public_channel() -> None:
    vendor = SellerFactory()
    request = sent(None, vendor, SellerFactory())
    token, seller = invitation_of(request, vendor).token, seller_of(vendor)
    terms = AnswerTerms(valid_until=clock.today() + dt.timedelta(days=30), delivery_days=3)
    good = prices(request, listing_of(vendor), 1_000)
    for items in ([], good[:1], [good[0], good[0]]):
        with pytest.raises(ItemsMismatch):
            anew(quote_submit, token=token, items=items, terms=terms, actor=seller)
    citizen_only = variant_on_sale(ChannelFactory(), vendor=vendor)
    for variant in (listing_of(SellerFactory()), citizen_only):
        with pytest.raises(ManyErrors) as faults:
            anew(quote_submit, token=token, items=prices(request, variant, 1), terms=terms, actor=seller)
        assert {fault.code for fault in faults.value.errors} == {"foreign_listing"}
    for unit in (-1, 10**10):
        with pytest.raises(ManyErrors):
            anew(quote_submit, token=token, items=prices(request, listing_of(vendor), unit), terms=terms, actor=seller)
    assert not Quote.objects.exists()
    assert not Paper.objects.filter(kind=PaperKind.QUOTE).exists()


@pytest.mark.parametrize(
    "terms",
    [
        {"valid_until": dt.timedelta(days=1)},  # before the deadline
        {"valid_until": dt.timedelta(days=400)},
        {"delivery_days": -1},
        {"delivery_days": 366},
        {"delivery": Decimal(-1)},
        {"delivery": Decimal("0.5")},
        {"remarks": "x" * 2_001},
    ],
)
def test_terms_that_cannot_be(terms: dict[str, Any]) -> None:
    vendor = SellerFactory()
    request = sent(None, vendor, SellerFactory())
    if "valid_until" in terms:
        terms = {"valid_until": clock.today() + terms["valid_until"]}
    with pytest.raises(ManyErrors):
        answered(request, vendor, **terms)
    assert not Quote.objects.exists()


def test_choosing_prints_the_comparison_and_needs_a_reason_when_it_is_not_the_lowest() -> None:
    member, request, (low, high) = three_answers(1_000, 1_200)
    assert request.status == "closed"
    with pytest.raises(ReasonRequired):
        anew(quote_choose, quote_id=high.pk, actor=buyer_of(member))
    anew(quote_choose, quote_id=high.pk, reason="납품이 더 빨라요", actor=buyer_of(member))
    high.refresh_from_db()
    request.refresh_from_db()
    assert (high.chosen_by, high.chosen_reason, request.status) == (member, "납품이 더 빨라요", "chosen")
    paper = Paper.objects.get(kind=PaperKind.COMPARISON)
    (page,) = PdfReader(io.BytesIO(document_open(paper.key).read())).pages
    text = re.sub(r"\s+", "", page.extract_text())
    for words in ("비교견적서", low.number, high.number, "600,000", "720,000", "(최저)", "(선정)", "납품이더빨라요"):
        assert words in text, words
    assert "독립된견적" not in text
    with pytest.raises(AlreadyChosen):
        anew(quote_choose, quote_id=low.pk, actor=buyer_of(member))
    assert AuditEntry.objects.filter(action="quotes.choose").count() == 1
    assert OutboxEvent.objects.filter(topic="quotes.chosen").count() == 1


def test_the_lowest_needs_no_reason_and_the_paper_is_not_printed_twice() -> None:
    member, request, (low, _) = three_answers(1_000, 1_200)
    first = anew(comparison_issue, request_id=request.pk, actor=buyer_of(member))
    assert anew(comparison_issue, request_id=request.pk, actor=buyer_of(member)) == first
    anew(quote_choose, quote_id=low.pk, actor=buyer_of(member))
    second = anew(comparison_issue, request_id=request.pk, actor=buyer_of(member))
    assert (second.replaces, second.number) == (first, f"{request.number}-C2")
    for invited in Vendor.objects.all():
        assert not may_read(second, seller_of(invited))


def test_what_cannot_be_chosen_any_more() -> None:
    member, _, (low, high) = three_answers(1_000, 1_200)
    Quote.objects.filter(pk=low.pk).update(
        issued_on=clock.today() - dt.timedelta(days=9), valid_until=clock.today() - dt.timedelta(days=1)
    )
    with pytest.raises(QuoteEnded):
        anew(quote_choose, quote_id=low.pk, actor=buyer_of(member))
    high.vendor.status = "suspended"
    high.vendor.save()
    with pytest.raises(VendorNotSelling):
        anew(quote_choose, quote_id=high.pk, reason="x", actor=buyer_of(member))
    high.vendor.status = "active"
    high.vendor.save()
    anew(quote_choose, quote_id=high.pk, actor=buyer_of(member))  # the cheaper one cannot be had: no reason needed


def test_another_is_chosen_once_the_choice_cannot_be_bought() -> None:
    member, request, (low, high) = three_answers(1_000, 1_200)
    anew(quote_choose, quote_id=low.pk, actor=buyer_of(member))
    low.vendor.status = "suspended"
    low.vendor.save()
    anew(quote_choose, quote_id=high.pk, actor=buyer_of(member))
    assert list(Quote.objects.filter(chosen_at__isnull=False)) == [high]
    request.refresh_from_db()
    assert request.status == "chosen"


def test_choosing_is_for_members_who_request() -> None:
    member, request, (low, _) = three_answers(1_000, 1_200)
    for stranger in (buyer_of(agency_member()), actor_of(member_of(low.vendor))):
        with pytest.raises(NotFound):
            anew(quote_choose, quote_id=low.pk, actor=stranger)
    with pytest.raises(PermissionDenied):
        anew(quote_choose, quote_id=low.pk, actor=buyer_of(agency_member(member.agency, AgencyAbility.APPROVE)))
    (quick,) = instant(member, listing_of(SellerFactory()))
    with pytest.raises(NotFound):
        anew(quote_choose, quote_id=quick.pk, actor=buyer_of(member))
    request.refresh_from_db()
    assert request.status == "closed"


def test_a_chosen_quote_becomes_a_basket_at_its_prices_once() -> None:
    member, _, (low, high) = three_answers(1_000, 1_200)
    actor = buyer_of(member)
    with pytest.raises(QuoteNotChosen):
        anew(quotes_to_checkout, quote_ids=[low.pk], actor=actor)
    anew(quote_choose, quote_id=low.pk, actor=actor)
    with pytest.raises(QuoteNotChosen):
        anew(quotes_to_checkout, quote_ids=[low.pk, high.pk], actor=actor)
    with pytest.raises(Required):
        anew(quotes_to_checkout, quote_ids=[], actor=actor)
    with pytest.raises(NotFound):
        anew(quotes_to_checkout, quote_ids=[low.pk], actor=buyer_of(agency_member()))
    assert not Checkout.objects.exists()
    checkout = anew(quotes_to_checkout, quote_ids=[low.pk], actor=actor)
    assert checkout.channel == public_channel()
    assert checkout.user_id == member.user_id
    lines = list(checkout.lines.order_by("held_note"))
    assert {line.held_unit_price for line in lines} == {Decimal(1_000)}
    assert {line.held_reference for line in lines} == {str(line.pk) for line in low.lines.all()}
    assert {line.held_quote for line in lines} == {str(low.pk)}
    assert {line.held_until for line in lines} == {clock.seoul_day_start(low.valid_until + dt.timedelta(days=1))}
    again = anew(quotes_to_checkout, quote_ids=[low.pk], checkout_id=checkout.pk, actor=actor)
    assert again.lines.count() == len(lines)
    assert price_of(again) == low.total_gross


def test_instant_quotes_keep_their_price_when_the_market_moves() -> None:
    member, variant = agency_member(), listing_of(SellerFactory(), price=5_000)
    (quote,) = instant(member, variant, quantity=4)
    variant.channel_listings.update(price_amount=9_000, discounted_price_amount=None)
    checkout = open_checkout(public_channel(), {}, actor=buyer_of(member))
    done = anew(quotes_to_checkout, quote_ids=[quote.pk], checkout_id=checkout.pk, actor=buyer_of(member))
    assert price_of(done) == quote.total_gross
    Quote.objects.update(
        issued_on=clock.today() - dt.timedelta(days=20), valid_until=clock.today() - dt.timedelta(days=1)
    )
    with pytest.raises(QuoteEnded):
        anew(quotes_to_checkout, quote_ids=[quote.pk], actor=buyer_of(member))


def test_goods_sold_by_quotation_only_are_bought_with_a_quote() -> None:
    member, vendor = agency_member(), SellerFactory()
    request = sent(member, vendor)
    service = listing_of(vendor, is_quote_only=True, is_service=True, stock=None)
    quote = answered(request, vendor, 50_000, variant=service)
    anew(quote_choose, quote_id=quote.pk, actor=buyer_of(member))
    checkout = anew(quotes_to_checkout, quote_ids=[quote.pk], actor=buyer_of(member))
    assert price_of(checkout) == quote.total_gross


def test_enterprises_of_one_hand_are_pointed_out_without_the_account_number() -> None:
    from market.core.sealing import seal
    from market.vendors.models import VendorBankAccount

    member, first, second, third = (
        agency_member(),
        SellerFactory(address="길 1"),
        SellerFactory(address="길 2"),
        SellerFactory(address="길 3", phone="02-333-3333", email="c@ieum.example", representative="김하나"),
    )
    for vendor, number in ((first, "1234567890123"), (second, "1234567890123"), (third, "9999999999999")):
        VendorBankAccount.objects.create(
            vendor=vendor, bank="004", sealed_number=seal(number), sealed_holder=seal("x"), last_digits=number[-4:]
        )
    request = sent(member, first, second, third)
    for vendor in (first, second, third):
        answered(request, vendor)
    request.refresh_from_db()
    comparison = comparison_of(request)
    assert comparison is not None
    (pair,) = comparison.warnings
    assert {pair.first, pair.second} == {first, second}
    assert pair.traits == ("representative", "account", "email", "phone")
    paper = anew(comparison_issue, request_id=request.pk, actor=buyer_of(member))
    assert "입금 계좌" in paper.facts["warnings"][0]
    assert "0123" not in str(paper.facts)
    entry = AuditEntry.objects.get(action="quotes.comparison")
    assert entry.data["warnings"] == [{"vendors": [first.pk, second.pk], "traits": list(pair.traits)}]


def test_the_sweep_opens_what_was_answered() -> None:
    member, first = agency_member(), SellerFactory()
    request = sent(member, first, SellerFactory())
    quote = answered(request, first)
    pass_deadline(request)
    assert quote_requests_close() == 1
    request.refresh_from_db()
    comparison = comparison_of(request)
    assert comparison is not None
    assert [(one.quote, one.is_lowest, one.can_be_chosen) for one in comparison.quotes] == [(quote, True, True)]
