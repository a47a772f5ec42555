"""Who acts for whom: the same abilities, one a day, no chains."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.agencies import colleague, noted, once, run_agency, told
from market.agencies import errors
from market.agencies.models import AgencyMember, Deputy
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import deputies_of, member_ids_acted_for
from market.agencies.services.deputy_name import deputy_name, deputy_revoke
from market.agencies.services.member_change import member_leave
from market.core import clock
from market.core.errors import InvalidInput, NotFound, PermissionDenied

pytestmark = pytest.mark.django_db
APPROVE, PAY, REQUEST = AgencyAbility.APPROVE, AgencyAbility.PAY, AgencyAbility.REQUEST
DAY = dt.timedelta(days=1)


def name(absent: AgencyMember, deputy: AgencyMember, actor: Any, first: int = 0, last: int = 3) -> Deputy:
    today = clock.today()
    return once(
        deputy_name,
        member_id=absent.pk,
        deputy_id=deputy.pk,
        starts_on=today + first * DAY,
        ends_on=today + last * DAY,
        actor=actor,
        reason="출장",
    )


def test_a_deputy_acts_from_the_first_through_the_last_day() -> None:
    agency, _, _ = run_agency()
    chief, as_chief = colleague(agency, APPROVE)
    other, _ = colleague(agency, APPROVE, PAY)
    deputy = name(chief, other, as_chief, 1, 2)
    today = clock.today()
    acted = [member_ids_acted_for(other, today + days * DAY) for days in range(4)]
    assert acted == [[other.pk], [other.pk, chief.pk], [other.pk, chief.pk], [other.pk]]
    assert deputies_of([chief.pk], today + DAY) == {chief.pk: [other.pk]}
    once(deputy_revoke, deputy_id=deputy.pk, actor=as_chief)
    assert member_ids_acted_for(other, today + DAY) == [other.pk]
    with pytest.raises(errors.DeputyOver):
        once(deputy_revoke, deputy_id=deputy.pk, actor=as_chief)
    assert told() == ["deputy_named", "deputy_revoked"]
    assert noted() == ["deputy_name", "deputy_revoke"]


def test_a_deputys_deputy_does_not_act() -> None:
    agency, _, boss = run_agency()
    first, second, third = (colleague(agency, APPROVE)[0] for _ in range(3))
    name(second, third, boss)
    with pytest.raises(errors.DeputyAway):
        name(first, second, boss)  # away on those days
    name(first, second, boss, 4, 6)
    name(second, third, boss, 4, 6)  # the deputy falls ill meanwhile
    assert member_ids_acted_for(third, clock.today() + 5 * DAY) == [third.pk, second.pk]
    assert deputies_of([first.pk], clock.today() + 5 * DAY) == {first.pk: [second.pk]}


def test_a_deputy_holds_every_ability_that_is_stood_in_for() -> None:
    agency, _, boss = run_agency()
    both, _ = colleague(agency, APPROVE, PAY)
    one, _ = colleague(agency, APPROVE)
    asks, as_asker = colleague(agency, REQUEST)
    with pytest.raises(errors.DeputyLacksAbility):
        name(both, one, boss)
    with pytest.raises(errors.NothingToStandInFor):
        name(asks, both, as_asker)
    assert name(one, both, boss).deputy_id == both.pk


def test_a_member_has_one_deputy_a_day() -> None:
    agency, _, boss = run_agency()
    chief, second, third = (colleague(agency, APPROVE)[0] for _ in range(3))
    first = name(chief, second, boss, 0, 3)
    for days in ((3, 5), (0, 0), (1, 2)):
        with pytest.raises(errors.DeputyOverlaps):
            name(chief, third, boss, *days)
    name(chief, third, boss, 4, 5)
    with pytest.raises(IntegrityError), transaction.atomic():  # the database says so, too
        Deputy.objects.create(member=chief, deputy=third, starts_on=first.starts_on, ends_on=first.starts_on)
    once(deputy_revoke, deputy_id=first.pk, actor=boss)
    name(chief, third, boss, 0, 3)
    another, _ = colleague(agency, APPROVE)
    name(another, third, boss, 0, 3)  # one person may act for several
    assert member_ids_acted_for(third) == [third.pk, chief.pk, another.pk]


@pytest.mark.parametrize(("first", "last"), [(-1, 2), (2, 1), (400, 401), (0, 366)])
def test_days_make_sense(first: int, last: int) -> None:
    agency, _, boss = run_agency()
    chief, other = colleague(agency, APPROVE)[0], colleague(agency, APPROVE)[0]
    with pytest.raises(InvalidInput):
        name(chief, other, boss, first, last)


def test_only_the_member_or_an_administrator_names_a_colleague() -> None:
    agency, own, boss = run_agency()
    chief, as_chief = colleague(agency, APPROVE)
    other, as_other = colleague(agency, APPROVE)
    with pytest.raises(PermissionDenied):
        name(chief, other, as_other)
    with pytest.raises(InvalidInput):
        name(chief, chief, as_chief)
    _, foreign, stranger = run_agency(email_domain="noeul.example")
    for absent, deputy, actor in ((chief, other, stranger), (chief, foreign, as_chief), (foreign, other, boss)):
        with pytest.raises(NotFound):
            name(absent, deputy, actor)
    made = name(chief, other, as_chief)
    with pytest.raises(PermissionDenied):
        once(deputy_revoke, deputy_id=made.pk, actor=as_other)
    with pytest.raises(NotFound):
        once(deputy_revoke, deputy_id=made.pk, actor=stranger)
    assert own.deputies.count() == 0


@pytest.mark.parametrize("leaver", ["member", "deputy"])
def test_absences_end_with_the_membership(leaver: str) -> None:
    agency, _, boss = run_agency()
    chief, other = colleague(agency, APPROVE)[0], colleague(agency, APPROVE)[0]
    made = name(chief, other, boss)
    once(member_leave, member_id={"member": chief, "deputy": other}[leaver].pk, actor=boss)
    made.refresh_from_db()
    assert made.revoked_at is not None
