"""Agencies for tests, and people who buy for them."""

from __future__ import annotations

import itertools

from factories.accounts import UserFactory
from factories.vendors import LONG_AGO
from market.accounts.models import User
from market.procurement.models import Agency, AgencyMember, AgencyRegime

_numbers = itertools.count(1)


def agency_buyer() -> User:
    """Somebody who buys for an agency of its own."""
    number = next(_numbers)
    agency = Agency.objects.create(
        name=f"견본시청 {number}",
        registration_number=f"{number:010d}",
        regime=AgencyRegime.values[0],
        joined_at=LONG_AGO,
    )
    user = UserFactory()
    AgencyMember.objects.create(agency=agency, user=user)
    return user
