"""Two at once in one agency: an administrator stays, a number is one agency, a member has one deputy a day."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import OperationalError, connection

from factories.agencies import acting, agency_clerk, colleague, number_of, run_agency, sent
from factories.procurement import agency_member
from market.accounts.enums import TokenPurpose
from market.accounts.errors import LastOwnerKeepsAccount
from market.accounts.services.account_delete import account_delete
from market.accounts.services.account_tokens import account_token_create
from market.agencies import errors
from market.agencies.models import Agency, AgencyMember, Deputy
from market.agencies.permissions import AgencyAbility
from market.agencies.services import member_change
from market.agencies.services.application_decide import application_approve
from market.agencies.services.deputy_name import deputy_name
from market.agencies.services.member_change import member_leave
from market.core import clock

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
TIMES = 4


def winners_of(answers: list[Any], *refusals: type[Exception]) -> list[Any]:
    assert all(not isinstance(answer, Exception) or isinstance(answer, refusals) for answer in answers), answers
    return [answer for answer in answers if not isinstance(answer, Exception)]


def two_administrators() -> tuple[Agency, list[AgencyMember]]:
    agency, first, _ = run_agency()
    return agency, [first, agency_member(agency)]


def leaving(members: list[AgencyMember]) -> list[Callable[[], Any]]:
    return [functools.partial(member_leave, member_id=one.pk, actor=acting(one.user)) for one in members]


def administrators_of(agency: Agency) -> int:
    return agency.members.filter(is_active=True, abilities__contains=["administer"]).count()


def test_of_two_last_administrators_who_leave_at_once_one_stays(race: Race) -> None:
    for _ in range(TIMES):
        agency, both = two_administrators()
        assert len(winners_of(race(leaving(both)), errors.LastAdministrator)) == 1
        assert administrators_of(agency) == 1


def test_one_who_leaves_and_one_who_deletes_the_account_leave_one(race: Race) -> None:
    for _ in range(TIMES):
        agency, (stays, goes) = two_administrators()
        token = account_token_create(user=goes.user, purpose=TokenPurpose.DELETE_ACCOUNT)
        both = [*leaving([stays]), functools.partial(account_delete, actor=acting(goes.user), token=token)]
        refusals = (errors.LastAdministrator, LastOwnerKeepsAccount, OperationalError)
        assert len(winners_of(race(both), *refusals)) == 1
        assert administrators_of(agency) == 1


def _guard(word: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE agencies_agencymember {word} TRIGGER agency_keeps_an_administrator")


def _without_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(member_change, "agency_for_update", lambda agency_id, field="id": None)
    monkeypatch.setattr(member_change, "ensure_other_administrator", lambda member, field="id": None)


def test_without_lock_and_guard_both_would_leave(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: the race is real."""
    _without_lock(monkeypatch)
    agency, both = two_administrators()
    _guard("DISABLE")
    try:
        race(leaving(both))
    finally:
        _guard("ENABLE")
    assert administrators_of(agency) == 0


def test_the_database_alone_keeps_one(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    _without_lock(monkeypatch)
    agency, both = two_administrators()
    assert len(winners_of(race(leaving(both)), OperationalError)) == 1
    assert administrators_of(agency) == 1


def test_two_applications_of_one_number_make_one_agency(race: Race) -> None:
    both = [sent(registration_number=number_of(61)) for _ in range(2)]
    clerk = agency_clerk()
    answers = race([functools.partial(application_approve, application_id=one.pk, actor=clerk) for one in both])
    assert len(winners_of(answers, errors.NumberTaken)) == 1
    assert Agency.objects.filter(registration_number=number_of(61)).count() == 1


def test_two_deputies_named_at_once_are_one(race: Race) -> None:
    agency, _, boss = run_agency()
    chief, *others = (colleague(agency, AgencyAbility.APPROVE)[0] for _ in range(3))
    today = clock.today()
    naming = [
        functools.partial(
            deputy_name,
            member_id=chief.pk,
            deputy_id=other.pk,
            starts_on=today,
            ends_on=today + dt.timedelta(days=2),
            actor=boss,
        )
        for other in others
    ]
    assert len(winners_of(race(naming), errors.DeputyOverlaps)) == 1
    assert Deputy.objects.count() == 1
