"""A person of the staff reads what it may do; nobody reads it of another."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from market.accounts.graphql.permission_types import PERMISSIONS
from market.core.global_ids import to_global_id
from market.core.permissions import ALL_PERMISSIONS, MANAGE_PRODUCTS, MANAGE_STAFF, MANAGE_VENDORS

pytestmark = pytest.mark.django_db
OWN = "{ me { userPermissions { code name } } }"


def test_staff_read_their_own(graphql: Any) -> None:
    clerk = staff_with(MANAGE_VENDORS, MANAGE_PRODUCTS)
    own = graphql(OWN, user=clerk)["data"]["me"]["userPermissions"]
    assert own == [
        {"code": "MANAGE_PRODUCTS", "name": "상품 관리"},
        {"code": "MANAGE_VENDORS", "name": "입점 기업 관리"},
    ]
    assert graphql(OWN, user=UserFactory())["data"]["me"]["userPermissions"] == []


def test_nobody_reads_those_of_another(graphql: Any) -> None:
    other = staff_with(MANAGE_VENDORS)
    asked = graphql(
        "query ($id: ID) { user(id: $id) { userPermissions { code } } }",
        {"id": to_global_id("User", other.pk)},
        user=staff_with(MANAGE_STAFF),
    )
    assert asked["data"]["user"] == {"userPermissions": []}


def test_every_permission_that_is_used_has_a_name() -> None:
    assert set(ALL_PERMISSIONS) <= set(PERMISSIONS)
