"""Agencies for tests, and people who buy for them."""

from __future__ import annotations

import itertools
from typing import Any

from factories.accounts import UserFactory
from factories.vendors import LONG_AGO
from market.accounts.models import User
from market.agencies.models import Agency, AgencyMember, AgencyRegime, Department
from market.agencies.permissions import ALL_ABILITIES, AgencyAbility

_numbers = itertools.count(1)


def agency_of(**fields: Any) -> Agency:
    """An agency that orders directly, whatever the amount, until a policy of its own says otherwise."""
    number = next(_numbers)
    given = {
        "name": f"견본시청 {number}",
        "registration_number": f"{number:010d}",
        "regime": AgencyRegime.LOCAL,
        "joined_at": LONG_AGO,
    }
    return Agency.objects.create(**{**given, **fields})


def agency_member(
    agency: Agency | None = None, *abilities: AgencyAbility, department: Department | None = None, **fields: Any
) -> AgencyMember:
    """A member with these abilities; none named: all of them."""
    return AgencyMember.objects.create(
        agency=agency or agency_of(),
        department=department,
        user=fields.pop("user", None) or UserFactory(),
        abilities=[ability.value for ability in abilities] or list(ALL_ABILITIES),
        **fields,
    )


def agency_buyer() -> User:
    """Somebody who buys for an agency of its own and may do everything there."""
    return agency_member().user
