"""Only active members of an active agency buy in a channel for agencies."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import public_channel
from market.accounts.models import User
from market.agencies.models import Agency, AgencyMember, Department
from market.checkout.errors import PurchaserRefused
from market.checkout.ports import purchaser_gate
from market.core import clock
from market.core.actor import ANONYMOUS, Actor

pytestmark = pytest.mark.django_db


def member(**fields: Any) -> User:
    user = UserFactory()
    agency = Agency.objects.create(
        name="새솔시청",
        registration_number="0008300001",
        regime="local",
        joined_at=clock.now(),
        is_active=fields.pop("agency_active", True),
    )
    department = Department.objects.create(agency=agency, name="회계과")
    AgencyMember.objects.create(
        agency=agency, department=department, user=user, job_title="주무관", abilities=["request"], **fields
    )
    return user


def test_an_active_member_buys_in_the_agencys_name() -> None:
    assert purchaser_gate().may_purchase(Actor(user_id=member().pk), public_channel()) == "새솔시청"


@pytest.mark.parametrize("fields", [{"is_active": False}, {"agency_active": False}])
def test_a_former_member_or_a_closed_agency_does_not(fields: dict[str, bool]) -> None:
    user = member(**fields)
    with pytest.raises(PurchaserRefused):
        purchaser_gate().may_purchase(Actor(user_id=user.pk), public_channel())


def test_nobody_and_citizens_do_not() -> None:
    for actor in (ANONYMOUS, Actor(user_id=UserFactory().pk)):
        with pytest.raises(PurchaserRefused):
            purchaser_gate().may_purchase(actor, public_channel())


def test_memberships_are_the_persons_own_business(graphql: Any) -> None:
    user = member()
    document = "{ me { agencyMemberships { agency { name registrationNumber regime } departmentName jobTitle } } }"
    assert graphql(document, user=user)["data"]["me"]["agencyMemberships"] == [
        {
            "agency": {"name": "새솔시청", "registrationNumber": "000-83-00001", "regime": "LOCAL"},
            "departmentName": "회계과",
            "jobTitle": "주무관",
        }
    ]
    assert graphql(document, user=UserFactory())["data"]["me"]["agencyMemberships"] == []
