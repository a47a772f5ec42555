"""60, 30 and 7 days before the end, once each; a missed day is made up for once; what is renewed is left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from factories.certificates import TODAY, Clock, hold, waiting
from factories.vendors import SellerFactory
from market.core.models import OutboxEvent
from market.vendors.models import Certificate, CertificateReminder, CertificateStatus, VendorStatus
from market.vendors.services.certificates_remind import certificates_remind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
END = TODAY + dt.timedelta(days=100)


def told() -> list[int]:
    events = OutboxEvent.objects.filter(topic="vendors.certificate_ending").order_by("pk")
    return [event.payload["days_before"] for event in events]


def test_every_day_for_a_hundred_days(still: Clock) -> None:
    hold(SellerFactory(), "WOMEN", until=END)
    days = []
    for passed in range(103):
        still.at(TODAY + dt.timedelta(days=passed))
        if certificates_remind():
            days.append(100 - passed)
        assert certificates_remind() == 0, "the second look of the day says nothing"
    assert days == told() == [60, 30, 7]


@pytest.mark.parametrize(("first_day", "expected"), [(59, [60, 30, 7]), (29, [30, 7]), (5, [7]), (0, [7]), (-1, [])])
def test_what_was_missed_is_made_up_for_once(still: Clock, first_day: int, expected: list[int]) -> None:
    """The worker was down until so many days before the end: the nearest reminder goes out, not all three."""
    hold(SellerFactory(), "WOMEN", until=END)
    for left in range(first_day, -3, -1):
        still.at(END - dt.timedelta(days=left))
        certificates_remind()
    assert told() == expected


@pytest.mark.parametrize("status", [status for status in CertificateStatus.values if status != "verified"])
def test_only_what_counts_is_reminded_of(still: Clock, status: str) -> None:
    hold(SellerFactory(), "WOMEN", until=TODAY + dt.timedelta(days=30))
    note, revoked = ("견본" if status in ("rejected", "revoked") else ""), (TODAY if status == "revoked" else None)
    Certificate.objects.update(status=status, decision_note=note, revoked_on=revoked)
    assert certificates_remind() == 0


def test_what_is_renewed_or_being_renewed_is_left_alone() -> None:
    soon = TODAY + dt.timedelta(days=20)
    renewed, renewing, again, other = SellerFactory(), SellerFactory(), SellerFactory(), SellerFactory()
    for vendor in (renewed, renewing, again, other):
        hold(vendor, "WOMEN", until=soon)
    hold(renewed, "WOMEN", until=END)
    waiting(renewing, "WOMEN", valid_until=END)
    refused = waiting(again, "WOMEN", valid_until=END)
    Certificate.objects.filter(pk=refused.pk).update(status="rejected", decision_note="견본")
    hold(other, "DISABLED_OWNED", until=END)
    certificates_remind()
    reminded = set(CertificateReminder.objects.values_list("certificate__vendor", flat=True))
    assert reminded == {again.pk, other.pk}


def test_items_are_renewed_each_for_itself() -> None:
    vendor = SellerFactory()
    soap, paper = hold(vendor, "DIRECT_PRODUCTION", until=TODAY + dt.timedelta(days=20)) + hold(
        vendor, "DIRECT_PRODUCTION", until=END
    )
    Certificate.objects.filter(pk=soap.pk).update(item="비누")
    Certificate.objects.filter(pk=paper.pk).update(item="복사용지")
    assert certificates_remind() == 1
    assert CertificateReminder.objects.get().certificate_id == soap.pk


def test_who_has_left_the_market_is_not_reminded() -> None:
    hold(SellerFactory(status=VendorStatus.CLOSED), "WOMEN", until=TODAY + dt.timedelta(days=30))
    assert certificates_remind() == 0
