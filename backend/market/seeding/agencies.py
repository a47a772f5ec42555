"""Public bodies, who buys for them, and by which rules the demo agency does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from market.agencies.models import (
    Agency,
    AgencyApplication,
    AgencyApplicationStatus,
    AgencyApplicationStep,
    AgencyMember,
    AgencyPolicy,
    Department,
)
from market.agencies.permissions import AgencyAbility
from market.seeding.copier import Copier
from market.seeding.draw import PUBLIC_BODY_MIDDLE, People, Person, Places, business_number, random_for, uuid_of

if TYPE_CHECKING:
    from market.seeding.people import Population

REQUEST, APPROVE, INSPECT, PAY, ADMINISTER = (ability.value for ability in AgencyAbility)
DEMO_DOMAIN = "ieum.example"
DEMO_POLICY_FROM = dt.date(2022, 10, 17)
DEMO_DIRECT_ORDER_UP_TO = 2_000_000
SAMPLE_PHONE = "02-000-0000"
APPLICANT_SERIAL = 900  # of the number of the agency that applies; none of the sample agencies has it


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the demo agency with an account of its own: an approval line can be walked with these four."""

    mailbox: str
    person: Person
    job_title: str
    abilities: tuple[str, ...]

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DEMO_DOMAIN}"


COLLEAGUES = (
    Colleague("agency.lead", Person("정", "도담", "Jeong", "Dodam"), "팀장", (APPROVE,)),
    Colleague("agency.head", Person("오", "슬기", "Oh", "Seulgi"), "과장", (APPROVE,)),
    Colleague("agency.finance", Person("임", "보라", "Lim", "Bora"), "재무관", (APPROVE, PAY)),
    Colleague("agency.inspector", Person("조", "한별", "Cho", "Hanbyeol"), "주무관", (INSPECT,)),
)


def load_agencies(copier: Copier, population: Population, colleague_ids: Sequence[int]) -> None:
    """``colleague_ids``: the accounts of COLLEAGUES in their order; empty where sample accounts are not allowed."""
    _agencies(copier, population)
    copier.copy(
        Department,
        ("id", "agency", "name"),
        (
            (number, plan.id, name)
            for plan in population.agencies
            for number, name in zip(plan.departments, plan.entry["departments"], strict=True)
        ),
    )
    _members(copier, population, colleague_ids)
    copier.advance_sequences(Agency, Department)
    if settings.SAMPLE_ACCOUNTS_ALLOWED and population.demo_agency is not None:
        _demo_policy(copier, population.demo_agency.agency_id or 0)
        _application(copier, population)


def _agencies(copier: Copier, population: Population) -> None:
    random, places, people = random_for("agency-facts"), Places(), People()
    demo = population.demo_agency.agency_id if population.demo_agency is not None else None

    def facts(agency_id: int, district: str) -> tuple[str, ...]:
        head, place = people.draw(random), places.by_code[district]
        street = f"{place['province']} {place['name']} {places.street(random, place)}"
        domain = DEMO_DOMAIN if agency_id == demo else ""
        return domain, f"{head.surname}{head.given}", SAMPLE_PHONE, places.postal_code(random, place), street

    fields = (
        "id", "name", "name_en", "registration_number", "regime", "is_sample", "joined_at", "email_domain", "representative", "phone",
        "postal_code", "address",
    )  # fmt: skip
    copier.copy(
        Agency,
        fields,
        (
            (
                plan.id, plan.entry["name"], plan.entry["name_en"], business_number(plan.id, middle=PUBLIC_BODY_MIDDLE),
                plan.entry["regime"].lower(), True, plan.joined_at, *facts(plan.id, plan.entry["district"]),
            )
            for plan in population.agencies
        ),
    )  # fmt: skip


def _members(copier: Copier, population: Population, colleague_ids: Sequence[int]) -> None:
    """Everybody asks for purchases; the demo account administers its agency as well, and its colleagues hold one task each."""
    demo = population.demo_agency
    rows = [
        (
            one.agency_id, one.department_id, one.user_id, one.job_title,
            [REQUEST, ADMINISTER] if one is demo and colleague_ids else [REQUEST],
        )
        for one in population.agency_members
    ]  # fmt: skip
    if demo is not None:
        rows += [
            (demo.agency_id, demo.department_id, user_id, colleague.job_title, list(colleague.abilities))
            for user_id, colleague in zip(colleague_ids, COLLEAGUES, strict=True)
        ]
    copier.copy(AgencyMember, ("agency", "department", "user", "job_title", "abilities"), rows)


def _demo_policy(copier: Copier, agency_id: int) -> None:
    copier.copy(
        AgencyPolicy,
        ("agency", "effective_from", "law", "direct_order_up_to", "hold_days"),
        [(agency_id, DEMO_POLICY_FROM, "local", DEMO_DIRECT_ORDER_UP_TO, 7)],
    )


def _application(copier: Copier, population: Population) -> None:
    """One sample application that waits for staff."""
    random = random_for("agency-application")
    applicant = population.citizens[1]
    key, sent = uuid_of(random), copier.moment - dt.timedelta(hours=20)
    fields = (
        "id", "applicant", "status", "name", "registration_number", "regime", "official_email", "official_proved_at", "representative",
        "phone", "postal_code", "address", "department", "job_title", "submitted_at",
    )  # fmt: skip
    row = (
        key, applicant.user_id, AgencyApplicationStatus.SUBMITTED.value, "새솔시 푸른숲도서관",
        business_number(APPLICANT_SERIAL, middle=PUBLIC_BODY_MIDDLE), "local", "desk@pureunsup.example", sent, "윤솔", SAMPLE_PHONE,
        "04524", "서울특별시 중구 새솔로 77", "운영과", "주무관", sent,
    )  # fmt: skip
    copier.copy(AgencyApplication, fields, [row])
    steps = [(key, status, applicant.user_id) for status in ("draft", "submitted")]
    copier.copy(AgencyApplicationStep, ("application", "status", "actor"), steps)
