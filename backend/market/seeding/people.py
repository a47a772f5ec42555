"""Members, the public bodies some of them buy for, guests, and the demo accounts."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password

from market.accounts.models import Address, StaffGroup, User
from market.core.clock import seoul_day_start
from market.core.permissions import ALL_PERMISSIONS
from market.seeding.agencies import COLLEAGUES, load_agencies
from market.seeding.copier import Copier
from market.seeding.draw import (
    People,
    Person,
    Places,
    mobile,
    moment_between,
    random_for,
    uuid_of,
)
from market.seeding.sizes import CATALOGUE_CLOSES, MARKET_OPENS, ORDERS_BEGIN, Size
from market.seeding.sources import Entry, source
from market.seeding.vendors import VendorPlan, main_vendor, second_vendor
from market.vendors.models import VendorMember, VendorRole

DEMO_PASSWORD = "ieum-demo-2026"  # noqa: S105 - printed at start, and only where sample accounts are allowed
NO_PASSWORD = "!"  # noqa: S105 - Django's mark of an account that cannot sign in
DESKS_OPEN = seoul_day_start(dt.date(2022, 10, 17)) + dt.timedelta(hours=10)
AGENCY_MEMBER_SHARE = 0.16
KEY_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


@dataclass(slots=True)
class AddressPlan:
    id: int
    person: Person
    company: str
    place: Entry
    street: str
    detail: str
    postal_code: str
    phone: str


@dataclass(slots=True)
class BuyerPlan:
    """Someone who orders: a member (with an id) or a guest."""

    email: str
    address: AddressPlan
    joined_at: dt.datetime
    user_id: int | None = None
    person: Person | None = None
    agency_id: int | None = None
    department_id: int | None = None
    organization: str = ""
    job_title: str = ""
    is_demo: bool = False
    more_addresses: list[AddressPlan] = field(default_factory=list)


@dataclass(slots=True)
class AgencyPlan:
    id: int
    entry: Entry
    joined_at: dt.datetime
    departments: list[int]
    place: Entry


@dataclass(slots=True)
class Population:
    citizens: list[BuyerPlan] = field(default_factory=list)
    agency_members: list[BuyerPlan] = field(default_factory=list)
    guests: list[BuyerPlan] = field(default_factory=list)
    agencies: list[AgencyPlan] = field(default_factory=list)
    demo_citizen: BuyerPlan | None = None
    demo_agency: BuyerPlan | None = None

    @property
    def members(self) -> list[BuyerPlan]:
        return [*self.citizens, *self.agency_members]


class PeopleWorkshop:
    """Plans the population. Demo accounts take the place of other members where they are allowed."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.random = random_for("people")
        self.places = Places()
        self.people = People()
        self.data = self.people.data
        self.population = Population()
        self._addresses = 0
        self._departments = 0
        self._mailboxes: Counter[str] = Counter()

    def plan(self) -> Population:
        population, has_demo = self.population, settings.SAMPLE_ACCOUNTS_ALLOWED
        buyers_for_agencies = max(int(self.size.members * AGENCY_MEMBER_SHARE), 6)
        self._agencies(min(len(source("agencies.yaml")), max(buyers_for_agencies // 4, 3)))
        for number in range(buyers_for_agencies):
            population.agency_members.append(self._agency_member(number, is_demo=has_demo and number == 0))
        for number in range(self.size.members - buyers_for_agencies):
            population.citizens.append(self._citizen(is_demo=has_demo and number == 0))
        for number, buyer in enumerate(population.members, start=1):
            buyer.user_id = number
        if has_demo:
            population.demo_citizen, population.demo_agency = population.citizens[0], population.agency_members[0]
        for _ in range(max(self.size.members // 2, 30)):
            population.guests.append(self._guest())
        return population

    def _agencies(self, count: int) -> None:
        latest = seoul_day_start(ORDERS_BEGIN)
        for number, entry in enumerate(source("agencies.yaml")[:count], start=1):
            joined = moment_between(self.random, MARKET_OPENS, latest if number <= count * 0.8 else CATALOGUE_CLOSES)
            first = self._departments + 1
            self._departments += len(entry["departments"])
            departments = list(range(first, self._departments + 1))
            place = self.places.by_code[entry["district"]]
            self.population.agencies.append(AgencyPlan(number, entry, joined, departments, place))

    def _agency_member(self, number: int, *, is_demo: bool) -> BuyerPlan:
        random, agencies = self.random, self.population.agencies
        agency = agencies[number % len(agencies)]
        person = self._demo_person("나래", "한") if is_demo else self.people.draw(random, (1, 6, 4, 0))
        name = agency.entry["name"]
        titles = self.data["job_titles"]
        return BuyerPlan(
            email="agency@ieum.example" if is_demo else self._email(person, "agency.example"),
            address=self._address(person, agency.place, company=name),
            joined_at=agency.joined_at if is_demo else self._joined(agency.joined_at),
            person=person, agency_id=agency.id, department_id=random.choice(agency.departments), organization=name,
            job_title=random.choices(titles, [title.get("weight", 1) for title in titles])[0]["name"], is_demo=is_demo,
        )  # fmt: skip

    def _citizen(self, *, is_demo: bool) -> BuyerPlan:
        random = self.random
        person = self._demo_person("이음", "김") if is_demo else self.people.draw(random)
        domains = ("citizen.example", "mail.example")
        buyer = BuyerPlan(
            email="citizen@ieum.example" if is_demo else self._email(person, random.choice(domains)),
            address=self._address(person, self.places.draw(random)),
            joined_at=self._joined(MARKET_OPENS),
            person=person,
            is_demo=is_demo,
        )
        if is_demo:
            buyer.more_addresses.append(self._address(person, self.places.by_code["seongbuk"], company="두레 책모임"))
        return buyer

    def _guest(self) -> BuyerPlan:
        person = self.people.draw(self.random)
        address = self._address(person, self.places.draw(self.random))
        return BuyerPlan(self._email(person, "mail.example"), address, MARKET_OPENS, person=person)

    def _joined(self, earliest: dt.datetime) -> dt.datetime:
        """Most joined in the last years before the figures were taken."""
        start = earliest + (CATALOGUE_CLOSES - earliest) * (self.random.random() ** 0.8)
        moment = moment_between(self.random, start, min(start + dt.timedelta(days=3), CATALOGUE_CLOSES))
        return min(moment, CATALOGUE_CLOSES - dt.timedelta(minutes=5))

    def _demo_person(self, given: str, surname: str) -> Person:
        names_en = {"나래": "Narae", "이음": "Ieum", "김": "Kim", "한": "Han"}
        return Person(surname, given, names_en[surname], names_en[given])

    def _email(self, person: Person, domain: str) -> str:
        mailbox = person.mailbox
        self._mailboxes[mailbox] += 1
        turn = self._mailboxes[mailbox]
        return f"{mailbox}{turn if turn > 1 else ''}@{domain}"

    def _address(self, person: Person, place: Entry, company: str = "") -> AddressPlan:
        random = self.random
        self._addresses += 1
        home = random.choice(
            (f"{random.randint(101, 118)}동 {random.randint(1, 20)}0{random.randint(1, 8)}호", "2층", "301호", "")
        )
        return AddressPlan(
            self._addresses, person, company, place, self.places.street(random, place),
            "" if company else home, self.places.postal_code(random, place), mobile(random),
        )  # fmt: skip


def load_people(copier: Copier, population: Population, vendors: list[VendorPlan]) -> None:
    """Store people, addresses and public bodies; then, where they are allowed, the demo accounts of vendor and staff."""
    random = random_for("people-rows")
    buyers = [*population.members, *population.guests]
    addresses = [one for buyer in buyers for one in (buyer.address, *buyer.more_addresses)]
    addresses.sort(key=lambda one: one.id)
    _addresses(copier, addresses)
    password = _demo_password() if settings.SAMPLE_ACCOUNTS_ALLOWED else NO_PASSWORD
    colleagues = _users(copier, population, vendors, password, random)
    owned = [(buyer.user_id, one.id) for buyer in population.members for one in (buyer.address, *buyer.more_addresses)]
    copier.link(User, "addresses", [(user, address) for user, address in owned if user])
    load_agencies(copier, population, colleagues)
    copier.advance_sequences(Address, User)


def _demo_password() -> str:
    """Hashed once for all of them."""
    return make_password(os.environ.get("IEUM_DEMO_PASSWORD") or DEMO_PASSWORD)


def _addresses(copier: Copier, addresses: list[AddressPlan]) -> None:
    fields = (
        "id", "first_name", "last_name", "company_name", "street_address_1", "street_address_2", "city", "postal_code",
        "country", "country_area", "phone",
    )  # fmt: skip
    rows = (
        (
            one.id, one.person.given, one.person.surname, one.company, one.street, one.detail, one.place["name"],
            one.postal_code, "KR", one.place["province"], one.phone,
        )
        for one in addresses
    )  # fmt: skip
    copier.copy(Address, fields, rows)


def _users(
    copier: Copier, population: Population, vendors: list[VendorPlan], password: str, random: Random
) -> list[int]:
    """Returns the accounts of the demo agency's colleagues, who came when the desks opened: after the counted years."""
    fields = (
        "id", "uuid", "email", "first_name", "last_name", "password", "is_staff", "is_sample", "date_joined", "updated_at",
        "token_key", "default_shipping_address", "default_billing_address",
    )  # fmt: skip

    def row(number: int, email: str, person: Person, joined: dt.datetime, **facts: Any) -> tuple[Any, ...]:
        address = facts.get("address")
        return (
            number, uuid_of(random), email, person.given, person.surname, facts.get("password", NO_PASSWORD),
            facts.get("is_staff", False), True, joined, joined, "".join(random.choices(KEY_LETTERS, k=12)), address, address,
        )  # fmt: skip

    rows = []
    for buyer in population.members:
        assert buyer.user_id
        assert buyer.person
        secret = password if buyer.is_demo else NO_PASSWORD
        rows.append(
            row(buyer.user_id, buyer.email, buyer.person, buyer.joined_at, address=buyer.address.id, password=secret)
        )
    if not settings.SAMPLE_ACCOUNTS_ALLOWED:
        copier.copy(User, fields, rows)
        return []
    owner_id, staff_id, rival_id = len(rows) + 1, len(rows) + 2, len(rows) + 3
    owner = Person("윤", "보미", "Yoon", "Bomi")
    rows.append(row(owner_id, "vendor@ieum.example", owner, DESKS_OPEN, password=password))
    staff = Person("서", "가람", "Seo", "Garam")
    rows.append(row(staff_id, "staff@ieum.example", staff, DESKS_OPEN, password=password, is_staff=True))
    rival = Person("양", "세온", "Yang", "Seon")  # so that two enterprises can be seen answering one request
    rows.append(row(rival_id, "vendor2@ieum.example", rival, DESKS_OPEN, password=password))
    colleagues = dict(enumerate(COLLEAGUES, start=rival_id + 1))
    rows += [row(pk, one.email, one.person, DESKS_OPEN, password=password) for pk, one in colleagues.items()]
    copier.copy(User, fields, rows)
    owners = {main_vendor(vendors).id: owner_id, second_vendor(vendors).id: rival_id}
    members = [(vendor, user, VendorRole.OWNER, DESKS_OPEN) for vendor, user in owners.items()]
    copier.copy(VendorMember, ("vendor", "user", "role", "joined_at"), members)
    copier.copy(StaffGroup, ("id", "name", "permissions"), [(1, "운영 전체", list(ALL_PERMISSIONS))])
    copier.link(StaffGroup, "users", [(1, staff_id)])
    copier.advance_sequences(StaffGroup)
    return list(colleagues)
