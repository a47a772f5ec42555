"""Agencies that apply, their people as actors, and what lies in their hands, for tests of who may do what there."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, TypeVar

from factories.accounts import UserFactory, staff_with
from factories.procurement import agency_member, agency_of
from market.accounts.models import User
from market.agencies.models import Agency, AgencyApplication, AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.services.application_start import application_start
from market.agencies.services.application_submit import application_submit
from market.agencies.services.application_update import application_update
from market.core.actor import Actor
from market.core.locks import reset_lock_order
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_AGENCIES
from market.vendors.rules import check_digit

T = TypeVar("T")
DOMAIN = "garam.example"
_numbers = itertools.count(1)


def number_of(place: int, *, middle: int = 83) -> str:
    """A 고유번호 with its check digit."""
    nine = f"1{place % 100:02d}{middle}{place:04d}"
    return f"{nine}{check_digit(nine)}"


def acting(user: User, *permissions: str) -> Actor:
    return Actor(
        user_id=user.pk,
        email=user.email,
        is_staff=bool(permissions),
        permissions=frozenset(permissions),
        ip_address="127.0.0.9",
    )


def official(domain: str = DOMAIN) -> User:
    """Somebody whose confirmed account is of an agency's domain."""
    return UserFactory(email=f"person{next(_numbers)}@{domain}", is_confirmed=True)


def agency_clerk() -> Actor:
    """Staff who let agencies in."""
    return acting(staff_with(MANAGE_AGENCIES), MANAGE_AGENCIES)


def facts(**changes: Any) -> dict[str, Any]:
    """All that an application asks for."""
    return {
        "registration_number": number_of(next(_numbers)), "name": "가람구청", "regime": "local", "representative": "한지우",
        "phone": "0200000000", "postal_code": "08274", "address": "서울특별시 구로구 가상로 10", "department": "회계과", "job_title": "주무관",
        **changes,
    }  # fmt: skip


def draft(user: User | None = None, **changes: Any) -> AgencyApplication:
    """A whole application, not yet sent."""
    actor = acting(user or official())
    application = once(application_start, actor=actor)
    return once(application_update, application_id=application.pk, given=facts(**changes), actor=actor)


def sent(user: User | None = None, **changes: Any) -> AgencyApplication:
    """An application that waits for somebody to decide."""
    application = draft(user, **changes)
    return once(application_submit, application_id=application.pk, actor=acting(application.applicant))


def run_agency(**fields: Any) -> tuple[Agency, AgencyMember, Actor]:
    """An agency with a domain and its administrator, who may do everything."""
    agency = agency_of(**{"email_domain": DOMAIN, **fields})
    member = agency_member(agency)
    return agency, member, acting(member.user)


def colleague(agency: Agency, *abilities: AgencyAbility, **fields: Any) -> tuple[AgencyMember, Actor]:
    """A member with just these abilities; none named: nothing but to look."""
    member = agency_member(agency, *(abilities or (AgencyAbility.REQUEST,)), **fields)
    return member, acting(member.user)


def once(service: Callable[..., T], **arguments: object) -> T:
    """A call as a request makes it: with a clean record of locks."""
    reset_lock_order()
    return service(**arguments)


def told() -> list[str]:
    """Names of all events of the room so far, oldest first."""
    rows = OutboxEvent.objects.filter(topic__startswith="agencies.").order_by("id")
    return [topic.removeprefix("agencies.") for topic in rows.values_list("topic", flat=True)]


def noted() -> list[str]:
    """Actions in the audit log so far, oldest first."""
    rows = AuditEntry.objects.filter(action__startswith="agencies.").order_by("id")
    return [action.removeprefix("agencies.") for action in rows.values_list("action", flat=True)]
