"""Roles and leaving: the last owner stays, and who has gone sees nothing any more."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from factories.accounts import UserFactory
from factories.team import acting, clerk_of, manager_of, membership, noted, once, owner_of, told
from factories.vendors import member_of
from market.accounts.models import User
from market.core import clock
from market.core.errors import NotFound, PermissionDenied
from market.vendors.errors import LastOwner
from market.vendors.models import Vendor, VendorInvitation, VendorMember, VendorRole
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import may_act_for, vendor_ids_with
from market.vendors.services.member_change import member_remove, member_update

pytestmark = pytest.mark.django_db


def test_an_owner_changes_a_role_and_it_counts_at_once() -> None:
    vendor, owner = owner_of()
    clerk = clerk_of(vendor)
    assert not may_act_for(vendor.pk, clerk, Ability.MANAGE_PROFILE)
    once(member_update, member_id=membership(vendor, clerk).pk, role=VendorRole.MANAGER, actor=owner)
    assert may_act_for(vendor.pk, clerk, Ability.MANAGE_PROFILE)
    assert noted() == ["member_update"]


def test_the_same_role_again_changes_nothing() -> None:
    vendor, owner = owner_of()
    member = membership(vendor, clerk_of(vendor))
    once(member_update, member_id=member.pk, role=VendorRole.CLERK, actor=owner)
    assert noted() == []


def test_the_last_owner_neither_leaves_nor_is_demoted() -> None:
    vendor, owner = owner_of()
    own = membership(vendor, owner)
    for change, more in ((member_update, {"role": VendorRole.CLERK}), (member_remove, {})):
        with pytest.raises(LastOwner):
            once(change, member_id=own.pk, actor=owner, **more)
    own.refresh_from_db()
    assert own.role == VendorRole.OWNER
    assert told() == noted() == []


def test_an_owner_who_cannot_sign_in_does_not_count() -> None:
    vendor, owner = owner_of()
    sleeper = member_of(vendor)
    User.objects.filter(pk=sleeper.pk).update(is_active=False)
    with pytest.raises(LastOwner):
        once(member_remove, member_id=membership(vendor, owner).pk, actor=owner)
    once(member_remove, member_id=VendorMember.objects.get(user=sleeper).pk, actor=owner)
    assert told() == ["vendor_member_removed"]


def test_with_another_owner_one_hands_over_and_leaves() -> None:
    vendor, owner = owner_of()
    other = acting(member_of(vendor))
    once(member_update, member_id=membership(vendor, owner).pk, role=VendorRole.CLERK, actor=owner)
    with pytest.raises(LastOwner):
        once(member_remove, member_id=membership(vendor, other).pk, actor=other)
    once(member_remove, member_id=membership(vendor, owner).pk, actor=owner)
    assert [row.user_id for row in vendor.members.all()] == [other.user_id]


def test_who_is_removed_loses_every_ability_at_once() -> None:
    vendor, owner = owner_of()
    clerk = clerk_of(vendor)
    assert vendor_ids_with(clerk, Ability.HANDLE_ORDERS) == [vendor.pk]
    gone = once(member_remove, member_id=membership(vendor, clerk).pk, actor=owner)
    assert gone.user_id == clerk.user_id
    assert vendor_ids_with(clerk, Ability.HANDLE_ORDERS) == []
    assert not any(may_act_for(vendor.pk, clerk, ability) for ability in Ability)
    assert (told(), noted()) == (["vendor_member_removed"], ["member_remove"])


@pytest.mark.parametrize("change", ["remove", "demote"])
def test_invitations_of_who_is_no_longer_in_charge_end(change: str) -> None:
    vendor, owner = owner_of()
    other = acting(member_of(vendor))
    invitations = {
        actor.user_id: VendorInvitation.objects.create(
            vendor=vendor,
            email=f"by{actor.user_id}@ieum.example",
            role="owner",
            invited_by_id=actor.user_id,
            expires_at=clock.now() + dt.timedelta(days=7),
        )
        for actor in (owner, other)
    }
    own = membership(vendor, other).pk
    if change == "remove":
        once(member_remove, member_id=own, actor=owner)
    else:
        once(member_update, member_id=own, role=VendorRole.MANAGER, actor=owner)
    for row in invitations.values():
        row.refresh_from_db()
    assert invitations[other.user_id].revoked_at is not None
    assert invitations[owner.user_id].revoked_at is None


def test_only_owners_change_others_and_everybody_may_leave() -> None:
    vendor, owner = owner_of()
    for actor in (clerk_of(vendor), manager_of(vendor)):
        own = membership(vendor, actor)
        with pytest.raises(PermissionDenied):
            once(member_update, member_id=own.pk, role=VendorRole.OWNER, actor=actor)
        with pytest.raises(PermissionDenied):
            once(member_remove, member_id=membership(vendor, owner).pk, actor=actor)
        once(member_remove, member_id=own.pk, actor=actor)
    assert vendor.members.count() == 1


def test_an_enterprise_that_has_left_lets_its_people_go() -> None:
    vendor, owner = owner_of()
    clerk = clerk_of(vendor)
    Vendor.objects.filter(pk=vendor.pk).update(status="closed")
    with pytest.raises(PermissionDenied):
        once(member_remove, member_id=membership(vendor, clerk).pk, actor=owner)
    once(member_remove, member_id=membership(vendor, clerk).pk, actor=clerk)
    assert vendor.members.count() == 1


def test_a_member_of_another_enterprise_is_as_one_that_does_not_exist() -> None:
    vendor, _ = owner_of()
    clerk, (_, stranger) = membership(vendor, clerk_of(vendor)), owner_of()
    for actor in (stranger, acting(UserFactory())):
        for pk in (clerk.pk, 987_654):
            with pytest.raises(NotFound):
                once(member_remove, member_id=pk, actor=actor)
            with pytest.raises(NotFound):
                once(member_update, member_id=pk, role=VendorRole.OWNER, actor=actor)
    assert (vendor.members.count(), told()) == (2, [])


def _check_at_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("way", ["delete", "demote", "delete the account"])
def test_the_database_keeps_an_owner_whatever_the_way(way: str) -> None:
    vendor, owner = owner_of()
    rows = VendorMember.objects.filter(vendor=vendor)
    ways: dict[str, Any] = {
        "delete": rows.delete,
        "demote": lambda: rows.update(role=VendorRole.CLERK),
        "delete the account": User.objects.get(pk=owner.user_id).delete,
    }
    with transaction.atomic():
        ways[way]()
        with pytest.raises(OperationalError, match="without an owner"):
            _check_at_once()
        transaction.set_rollback(True)
    assert rows.get().role == VendorRole.OWNER


def test_the_database_lets_an_enterprise_go_with_its_owner(db: Any) -> None:
    vendor, _ = owner_of()
    vendor.delete()
    _check_at_once()
    assert not VendorMember.objects.exists()
