"""People for tests."""

from __future__ import annotations

from typing import Any

import factory

from market.accounts.models import Address, StaffGroup, User

STORE = "http://localhost:3000/account"  # where links of mails may lead in tests
PASSWORD = "correct-horse-battery"


def codes(answer: Any) -> list[tuple[str | None, str]]:
    """``[(field, code)]`` of a mutation's errors."""
    return [(error["field"], error["code"]) for error in answer["errors"]]


class AddressFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Address

    first_name = "지우"
    last_name = "한"
    street_address_1 = "개봉로23길 10"
    city = "구로구"
    postal_code = "08274"
    country = "KR"
    country_area = "서울특별시"
    phone = "+821000000000"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@ieum.example")
    first_name = "지우"
    last_name = "한"
    password = factory.django.Password(PASSWORD)


def staff_with(*permissions: str) -> User:
    """A staff member of one group with these permissions."""
    user = UserFactory(is_staff=True)
    group, _ = StaffGroup.objects.get_or_create(
        name=f"group of {user.email}", defaults={"permissions": list(permissions)}
    )
    group.users.add(user)
    return user
