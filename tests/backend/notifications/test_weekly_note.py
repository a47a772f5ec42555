"""Once a week the people who see figures hear how it went and what would help most."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.vendors import SellerFactory, member_of
from market.core import clock
from market.insight.completeness_rules import Lack
from market.insight.models import ListingVisits, SearchWords
from market.insight.rules import week_of
from market.insight.services.weekly_notes_publish import weekly_notes_publish
from market.notifications.enums import MailKind
from market.notifications.flows.mail_write import mail_write
from market.notifications.letters.insight import MENDED
from market.notifications.letters.letter import Facts, Note, NothingToSay, Parcel
from market.notifications.models import Mail
from market.orders.models import VendorOrder
from market.vendors.models import VendorMember, VendorRole

pytestmark = pytest.mark.django_db
LAST_WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def note(run_outbox: Any) -> Mail:
    channel = ChannelFactory(slug="citizen")
    seller = SellerFactory(name="두손공방")
    owner = member_of(seller)
    member_of(seller, VendorRole.CLERK)
    soap = variant_on_sale(channel, vendor=seller, name="쌀겨 비누", price=12_000)
    order = placed_order(channel, {soap: 3})
    during = clock.seoul_day_start(week_of(clock.today()) - LAST_WEEK) + dt.timedelta(hours=30)
    VendorOrder.objects.filter(order=order).update(created_at=during)
    ListingVisits.objects.create(
        day=week_of(clock.today()) - LAST_WEEK, product=soap.product, channel=channel, views=25
    )
    SearchWords.objects.create(day=clock.today(), channel=channel, words="무향 비누", asked=9, unanswered=9)
    assert weekly_notes_publish() == 1
    run_outbox()
    mail = Mail.objects.get(kind=MailKind.WEEKLY_NOTE)
    assert mail.user == owner
    return mail


def test_it_tells_the_week_and_the_next_best_thing(note: Mail) -> None:
    letter = mail_write(note)
    assert "두손공방" in letter.subject
    assert letter.title == "지난주 주문 1건"
    assert letter.keys[1].value == "1"
    figures = next(part for part in letter.parts if isinstance(part, Facts))
    assert figures.rows[0].value == "25"
    best = next(part for part in letter.parts if isinstance(part, Parcel))
    assert [item.title for item in best.items] == ["쌀겨 비누"]
    (step, *_) = (part for part in letter.parts if isinstance(part, Note))
    assert "쌀겨 비누" in step.text
    assert MENDED[Lack.NOTICE][0] in step.text
    missed = [part for part in letter.parts if isinstance(part, Facts)][-1]
    assert [(row.label, row.value) for row in missed.rows] == [("무향 비누", "9번")]


def test_who_left_hears_nothing(note: Mail) -> None:
    leaving = VendorMember.objects.get(user=note.user)
    member_of(leaving.vendor)
    leaving.delete()
    with pytest.raises(NothingToSay):
        mail_write(note)


def test_every_lack_can_be_told() -> None:
    assert set(MENDED) == set(Lack)


def test_in_english(note: Mail) -> None:
    note.language = "en"
    assert mail_write(note).title == "One order last week"
