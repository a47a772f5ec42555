"""Which duties of public bodies certificates count for, by day."""

from __future__ import annotations

import copy
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.certificates import TODAY, Clock, hold
from factories.vendors import SellerFactory
from market.seeding.sources import source
from market.vendors.models import Certificate, DutyScheme, DutyTerms, Vendor
from market.vendors.selectors.duties import CountedDuty, duties_of, duties_on, vendors_counting_for
from market.vendors.services.duties_load import duties_load
from market.vendors.services.law_load import LawError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def counted(vendor: Vendor, on: dt.date = TODAY) -> list[CountedDuty]:
    return duties_of([vendor.pk], duties_on(on), on)[vendor.pk]


def codes(vendor: Vendor, on: dt.date = TODAY) -> list[str]:
    return [one.duty.scheme.code for one in counted(vendor, on)]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((), []),
        (("SMALL",), ["sme"]),
        (("WOMEN",), ["women"]),
        (("DISABLED_OWNED",), ["disabled-owned"]),
        (("SEVERE_DISABLED_FACILITY",), ["severe-disabled"]),
        (("DISABLED_STD_WORKPLACE",), ["standard-workplace"]),
        (("SOCIAL_ENTERPRISE",), ["social-enterprise"]),
        (("SOCIAL_COOP",), ["social-cooperative"]),
        (("SELF_SUPPORT",), ["self-support"]),
        (("GREEN",), ["green"]),
        (("WOMEN", "SOCIAL_ENTERPRISE", "SMALL"), ["sme", "women", "social-enterprise"]),
        (("PRE_SOCIAL_REGIONAL", "PRE_SOCIAL_MINISTRY", "COOP", "VULNERABLE_RATIO", "DIRECT_PRODUCTION"), []),
    ],
)
def test_what_each_certificate_counts_for(held: tuple[str, ...], expected: list[str]) -> None:
    vendor = SellerFactory()
    hold(vendor, *held)
    assert codes(vendor) == expected


def test_a_certificate_counts_through_its_last_day(still: Clock) -> None:
    vendor = SellerFactory()
    hold(vendor, "WOMEN", until=TODAY)
    assert codes(vendor, TODAY) == ["women"]
    assert codes(vendor, TOMORROW) == []
    assert counted(vendor)[0].valid_until == TODAY
    still.at(TODAY, 23, 59, 59)
    assert list(vendors_counting_for(["women"])) == [vendor.pk]
    still.at(TOMORROW, 0)
    assert list(vendors_counting_for(["women"])) == []


def test_the_longest_certificate_says_until_when() -> None:
    vendor = SellerFactory()
    hold(vendor, "WOMEN", until=TODAY)
    hold(vendor, "WOMEN", until=TOMORROW)
    assert counted(vendor)[0].valid_until == TOMORROW
    hold(vendor, "WOMEN")
    assert counted(vendor)[0].valid_until is None


def test_only_some_goods_of_some_enterprises_count() -> None:
    vendor = SellerFactory()
    hold(vendor, "WOMEN", "GREEN", "SEVERE_DISABLED_FACILITY")
    assert {one.duty.scheme.code: one.needs_item_check for one in counted(vendor)} == {
        "women": False,
        "severe-disabled": True,
        "green": True,
    }


@pytest.mark.parametrize(
    ("code", "on", "share"),
    [
        ("sme", TODAY, "0.5"),
        ("severe-disabled", dt.date(2024, 12, 31), "0.01"),
        ("severe-disabled", dt.date(2025, 1, 1), "0.011"),
        ("standard-workplace", dt.date(2019, 12, 31), "0.003"),
        ("standard-workplace", dt.date(2020, 1, 1), "0.006"),
        ("social-enterprise", TODAY, None),
    ],
)
def test_shares_are_those_of_the_day(code: str, on: dt.date, share: str | None) -> None:
    (duty,) = [one for one in duties_on(on) if one.scheme.code == code]
    assert duty.share == (None if share is None else Decimal(share))


def test_each_kind_of_purchase_may_have_its_own_share() -> None:
    (women,) = [one for one in duties_on(TODAY) if one.scheme.code == "women"]
    assert women.denominator == "each"
    assert (women.goods_share, women.services_share, women.works_share) == tuple(map(Decimal, ("0.05", "0.05", "0.03")))


def test_who_does_not_sell_and_what_was_revoked_counts_for_nothing() -> None:
    closed, revoked = SellerFactory(status="suspended"), SellerFactory()
    hold(closed, "WOMEN")
    (certificate,) = hold(revoked, "WOMEN")
    Certificate.objects.filter(pk=certificate.pk).update(status="revoked", revoked_on=TODAY, decision_note="견본")
    assert list(vendors_counting_for(["women"])) == []
    assert codes(revoked, YESTERDAY) == ["women"]  # what was bought then is judged by what was known then


def test_a_code_that_there_is_not_finds_nobody() -> None:
    hold(SellerFactory(), "WOMEN")
    assert list(vendors_counting_for(["nothing"])) == []


def test_loading_again_changes_nothing() -> None:
    before = list(DutyTerms.objects.values())
    assert duties_load(schemes=source("duty_schemes.yaml")) == len(before)
    assert list(DutyTerms.objects.values()) == before


def _changed(**terms: Any) -> list[dict[str, Any]]:
    (entry,) = [copy.deepcopy(one) for one in source("duty_schemes.yaml") if one["code"] == "sme"]
    entry["terms"][0].update(terms)
    return [entry]


@pytest.mark.parametrize(
    "terms",
    [
        {"kinds": ["PRE_SOCIAL_REGIONAL"]},
        {"kinds": ["NOBODY"]},
        {"kinds": []},
        {"shares": {"everything": 1}},
    ],
)
def test_a_file_that_cannot_be_so_is_refused_whole(terms: dict[str, Any]) -> None:
    before = DutyScheme.objects.get(code="sme").name
    entries = _changed(**terms)
    entries[0]["name"] = "다른 이름"
    with pytest.raises(LawError):
        duties_load(schemes=entries)
    assert DutyScheme.objects.get(code="sme").name == before


def test_no_two_terms_hold_on_a_day() -> None:
    entries = _changed(effective_until=TODAY)
    entries[0]["terms"].append({**entries[0]["terms"][0], "effective_from": TODAY, "effective_until": None})
    with pytest.raises(LawError, match="two terms hold"):
        duties_load(schemes=entries)


@pytest.mark.parametrize(
    "values",
    [
        {"share": Decimal("0")},
        {"share": Decimal("1.1")},
        {"share": None},
        {"denominator": "none"},
        {"denominator": "each"},
        {"goods_share": Decimal("0.1")},
        {"effective_until": dt.date(2018, 1, 1)},
    ],
)
def test_the_database_refuses_terms_that_cannot_be(values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyTerms.objects.filter(scheme__code="sme").update(**values)
