"""Instant quotes: a basket's prices, once, on paper."""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from pypdf import PdfReader

from factories.certificates import actor_of
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew, held, hold, open_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_member
from factories.quotes import buyer_of, instant, listing_of
from factories.vendors import SellerFactory, certify, member_of
from market.agencies.permissions import AgencyAbility
from market.campaigns.models import Campaign
from market.catalog.models import QuantityPrice
from market.core import clock
from market.core.actor import ANONYMOUS
from market.core.errors import NotFound, PermissionDenied
from market.core.files.documents import document_open
from market.core.models import AuditEntry, OutboxEvent
from market.orders.paper_rules import amount_in_words
from market.papers.models import Paper
from market.quotes.errors import EmptyBasket, NotForSale, NotPublicBasket
from market.quotes.models import Quote
from market.quotes.services.quote_create import quote_create

pytestmark = pytest.mark.django_db


def text_of(paper: Paper) -> str:
    pages = PdfReader(io.BytesIO(document_open(paper.key).read())).pages
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))


def test_each_enterprise_of_the_basket_gets_a_quote_that_says_what_the_basket_says() -> None:
    member, vendor = agency_member(job_title="주무관"), SellerFactory(business_number="1234567890", delivery_fee=2_500)
    soap = listing_of(vendor, price=3_333, name="쌀겨 비누")
    book = listing_of(vendor, price=12_000, name="그림책", tax_kind="exempt")
    other = listing_of(SellerFactory(), price=7_000, name="남의 상품")
    certify(vendor, "WOMEN", valid_until=clock.today() + dt.timedelta(days=90))
    quotes = instant(member, soap, book, other)
    assert [quote.vendor_id for quote in quotes] == sorted([vendor.pk, other.product.vendor_id])
    assert [quote.number for quote in quotes] == [f"EQ-{clock.today().year}-000{n}" for n in (1, 2)]
    assert len({quote.bundle for quote in quotes}) == 1
    quote = next(quote for quote in quotes if quote.vendor_id == vendor.pk)
    lines = list(quote.lines.all())
    assert [(line.unit_price_gross, line.quantity, line.total_gross) for line in lines] == [
        (Decimal(3_333), 3, Decimal(9_999)),
        (Decimal(12_000), 3, Decimal(36_000)),
    ]
    assert [line.total_net for line in lines] == [Decimal(9_090), Decimal(36_000)]
    assert (quote.delivery_gross, quote.delivery_net) == (Decimal(2_500), Decimal(2_273))
    assert quote.total_gross == Decimal(9_999 + 36_000 + 2_500)
    assert quote.total_net == Decimal(9_090 + 36_000 + 2_273)
    assert quote.valid_until == clock.today() + dt.timedelta(days=14)
    assert quote.paper is not None
    assert (quote.paper.agency_id, quote.paper.vendor_id) == (member.agency_id, vendor.pk)
    text = text_of(quote.paper)
    for words in (
        "견적서", quote.number, member.agency.name + "귀중", "123-45-67890", "48,499", "9,090", "909", "면세", "WOMEN", "납품운송",
        amount_in_words(48_499).replace(" ", ""), quote.paper.facts["check"], "주무관", "까지(견적일다음날부터14일)",
    ):  # fmt: skip
        assert words.replace(" ", "") in text, words
    assert "남의상품" not in text
    assert AuditEntry.objects.filter(action="quotes.instant").count() == 1
    assert OutboxEvent.objects.filter(topic="quotes.instant_issued").count() == 1


def test_quantity_prices_count_and_are_named() -> None:
    variant = listing_of(SellerFactory(), price=10_000)
    QuantityPrice.objects.create(variant=variant, channel=public_channel(), minimum_quantity=3, price_amount=9_000)
    (quote,) = instant(agency_member(), variant, quantity=3)
    assert quote.lines.get().unit_price_gross == Decimal(9_000)
    assert quote.lines.get().remark == "3개 이상 단가"


@pytest.mark.parametrize(("discounted", "days", "expected"), [(8_000, 3, 3), (8_000, 30, 14), (None, 3, 14)])
def test_a_campaign_whose_price_is_used_ends_the_quote(discounted: int | None, days: int, expected: int) -> None:
    variant = listing_of(SellerFactory(), price=10_000, discounted=discounted)
    last = clock.today() + dt.timedelta(days=days)
    campaign = Campaign.objects.create(
        slug="autumn",
        title="가을",
        starts_at=clock.now() - dt.timedelta(days=1),
        ends_at=clock.seoul_day_start(last + dt.timedelta(days=1)),
    )
    campaign.channels.add(public_channel())
    campaign.products.add(variant.product)
    (quote,) = instant(agency_member(), variant)
    assert quote.valid_until == clock.today() + dt.timedelta(days=expected)


def test_a_quote_of_held_lines_does_not_outlive_them() -> None:
    member = agency_member()
    variant = listing_of(SellerFactory())
    checkout = open_checkout(public_channel(), {}, actor=buyer_of(member))
    until = clock.seoul_day_start(clock.today() + dt.timedelta(days=3))
    hold(checkout, held(variant, 2, 5_000, until=until, delivery=1_000), actor=buyer_of(member))
    (quote,) = anew(quote_create, checkout_id=checkout.pk, actor=buyer_of(member))
    assert quote.valid_until == clock.today() + dt.timedelta(days=2)
    assert (quote.lines.get().unit_price_gross, quote.delivery_gross) == (Decimal(5_000), Decimal(1_000))


def test_only_members_who_request_and_only_their_own_basket() -> None:
    member = agency_member()
    checkout = open_checkout(public_channel(), {listing_of(SellerFactory()): 1}, actor=buyer_of(member))
    stranger, approver = agency_member(), agency_member(member.agency, AgencyAbility.APPROVE)
    with pytest.raises(NotFound):
        anew(quote_create, checkout_id=checkout.pk, actor=buyer_of(stranger))
    with pytest.raises(NotFound):
        anew(quote_create, checkout_id=checkout.pk, actor=buyer_of(stranger), agency_id=member.agency_id)
    with pytest.raises(PermissionDenied):
        anew(quote_create, checkout_id=checkout.pk, actor=buyer_of(approver))
    for actor in (ANONYMOUS, actor_of(member_of())):
        with pytest.raises(NotFound):
            anew(quote_create, checkout_id=checkout.pk, actor=actor)
    assert not Quote.objects.exists()
    assert not Paper.objects.exists()


def test_baskets_that_cannot_be_quoted() -> None:
    member, actor = (person := agency_member()), buyer_of(person)
    empty = open_checkout(public_channel(), {}, actor=actor)
    with pytest.raises(EmptyBasket):
        anew(quote_create, checkout_id=empty.pk, actor=actor)
    citizen = open_checkout(ChannelFactory(), {variant_on_sale(ChannelFactory()): 1}, actor=actor)
    with pytest.raises(NotPublicBasket):
        anew(quote_create, checkout_id=citizen.pk, actor=actor)
    good, gone = listing_of(SellerFactory()), listing_of(SellerFactory(), name="사라진 것")
    basket = open_checkout(public_channel(), {good: 1, gone: 1}, actor=actor)
    gone.product.vendor.status = "suspended"
    gone.product.vendor.save()
    with pytest.raises(NotForSale) as fault:
        anew(quote_create, checkout_id=basket.pk, actor=actor)
    assert fault.value.params == {"name": "사라진 것"}
    assert not Quote.objects.filter(member=member).exists()
    assert not Paper.objects.exists()
