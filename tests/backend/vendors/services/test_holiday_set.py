"""Holidays: entered by owners and managers, and nothing is sold on them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.team import acting, clerk_of, manager_of, noted, once, owner_of, told
from market.core import catalogue_version, clock
from market.core.errors import InvalidInput, NotFound, PermissionDenied
from market.vendors.models import Vendor
from market.vendors.services.holiday_set import holiday_clear, holiday_set

pytestmark = pytest.mark.django_db


def rest(vendor: Vendor, actor: Any, first: int = 0, last: int = 3, note: str = "가을 쉬는 날") -> Vendor:
    today = clock.today()
    return once(
        holiday_set,
        vendor_id=vendor.pk,
        starts_on=today + dt.timedelta(days=first),
        ends_on=today + dt.timedelta(days=last),
        note=note,
        actor=actor,
    )


def test_entered_moved_and_called_off() -> None:
    vendor, owner = owner_of()
    before = catalogue_version.current()
    rest(vendor, owner)
    rest(vendor, manager_of(vendor), 1, 2, "")
    vendor.refresh_from_db()
    assert (vendor.holiday_from, vendor.holiday_note) == (clock.today() + dt.timedelta(days=1), "")
    once(holiday_clear, vendor_id=vendor.pk, actor=owner)
    vendor.refresh_from_db()
    assert (vendor.holiday_from, vendor.holiday_until, vendor.holiday_note) == (None, None, "")
    assert (told(), noted()) == (["vendor_holiday_set"] * 3, ["holiday_set", "holiday_set", "holiday_clear"])
    assert catalogue_version.current() == before + 3


def test_one_that_has_begun_keeps_its_first_day() -> None:
    vendor, owner = owner_of()
    yesterday = clock.today() - dt.timedelta(days=1)
    Vendor.objects.filter(pk=vendor.pk).update(holiday_from=yesterday, holiday_until=clock.today())
    assert rest(vendor, owner, -1, 5).holiday_from == yesterday
    with pytest.raises(InvalidInput):
        rest(vendor, owner, -2, 5)


@pytest.mark.parametrize(
    ("note", "first", "last", "field"), [("가" * 201, 0, 1, "note"), ("", 2, 1, "endsOn"), ("", -1, 1, "startsOn")]
)
def test_what_cannot_be_is_refused_and_nothing_changes(note: str, first: int, last: int, field: str) -> None:
    vendor, owner = owner_of()
    with pytest.raises(InvalidInput) as refused:
        rest(vendor, owner, first, last, note)
    vendor.refresh_from_db()
    assert (refused.value.field, vendor.holiday_from, told()) == (field, None, [])


def test_calling_off_what_is_not_there_tells_nobody() -> None:
    vendor, owner = owner_of()
    once(holiday_clear, vendor_id=vendor.pk, actor=owner)
    assert told() == noted() == []


def test_nobody_else_may() -> None:
    vendor, _ = owner_of()
    with pytest.raises(PermissionDenied):
        rest(vendor, clerk_of(vendor))
    for actor in (acting(UserFactory()), owner_of()[1]):
        with pytest.raises(NotFound):
            rest(vendor, actor)
        with pytest.raises(NotFound):
            once(holiday_clear, vendor_id=vendor.pk, actor=actor)
    vendor.refresh_from_db()
    assert vendor.holiday_from is None
