"""Taking an invitation: by the link of the mail, as the account of that address, once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import signing

from factories.accounts import UserFactory
from factories.team import acting, noted, once, owner_of, told
from market.core import clock
from market.vendors.errors import AddressNotConfirmed, AlreadyMember, InvitationOver, WrongAccount
from market.vendors.models import Vendor, VendorInvitation, VendorMember
from market.vendors.services.invitation_accept import invitation_accept
from market.vendors.services.invitation_token import SALT, invitation_token_create, masked

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited() -> Any:
    """(vendor, invitation, token, user): somebody invited as a manager."""
    vendor, owner = owner_of()
    user = UserFactory(email="invited@ieum.example")
    invitation = VendorInvitation.objects.create(
        vendor=vendor,
        email=user.email,
        role="manager",
        invited_by_id=owner.user_id,
        expires_at=clock.now() + dt.timedelta(days=7),
    )
    return vendor, invitation, invitation_token_create(invitation), user


def accept(token: str, user: Any) -> VendorMember:
    return once(invitation_accept, token=token, actor=acting(user))


def test_the_invited_account_joins_with_its_role(invited: Any) -> None:
    vendor, invitation, token, user = invited
    member = accept(token, user)
    invitation.refresh_from_db()
    assert (member.vendor, member.user, member.role) == (vendor, user, "manager")
    assert (invitation.accepted_by, invitation.accepted_at is None) == (user, False)
    assert (told(), noted()) == (["vendor_member_joined"], ["invitation_accept"])


def test_repeating_it_gives_the_same_membership_until_one_has_left(invited: Any) -> None:
    _, _, token, user = invited
    assert accept(token, user) == accept(token, user)
    assert told() == ["vendor_member_joined"]
    VendorMember.objects.filter(user=user).delete()
    with pytest.raises(InvitationOver):
        accept(token, user)


def test_another_account_is_told_whose_it_is_without_the_whole_address(invited: Any) -> None:
    _, invitation, token, _ = invited
    with pytest.raises(WrongAccount) as refused:
        accept(token, UserFactory())
    assert refused.value.params["invited"] == "i***@i***.example"
    assert invitation.email not in refused.value.message("ko") + refused.value.message("en")
    assert not VendorMember.objects.filter(role="manager").exists()


def test_an_address_that_nobody_has_confirmed_does_not_do(invited: Any) -> None:
    _, _, token, user = invited
    type(user).objects.filter(pk=user.pk).update(is_confirmed=False)
    with pytest.raises(AddressNotConfirmed):
        accept(token, user)


@pytest.mark.parametrize(
    "change",
    [
        {"expires_at": clock.now() - dt.timedelta(seconds=1)},
        {"revoked_at": clock.now()},
        {"accepted_at": clock.now()},
        {"email": "moved@ieum.example"},
    ],
)
def test_what_is_over_is_over_in_one_way(invited: Any, change: dict[str, Any]) -> None:
    _, invitation, token, user = invited
    VendorInvitation.objects.filter(pk=invitation.pk).update(**change)
    with pytest.raises(InvitationOver) as refused:
        accept(token, user)
    assert (refused.value.field, refused.value.code) == ("token", "invitation_expired")
    assert not VendorMember.objects.filter(user=user).exists()


def test_an_enterprise_that_has_left_takes_nobody_in(invited: Any) -> None:
    vendor, _, token, user = invited
    Vendor.objects.filter(pk=vendor.pk).update(status="closed")
    with pytest.raises(InvitationOver):
        accept(token, user)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "x" * 10_000,
        signing.dumps({"invitation": 1, "email": "invited@ieum.example"}, salt="elsewhere"),
        signing.dumps([1], salt=SALT),
        signing.dumps({"invitation": "1", "email": None}, salt=SALT),
        signing.dumps({"invitation": 987654, "email": "invited@ieum.example"}, salt=SALT),
    ],
)
def test_what_is_no_token_of_ours_is_over_too(invited: Any, token: str) -> None:
    with pytest.raises(InvitationOver):
        accept(token, invited[-1])


def test_a_member_who_came_another_way_does_not_use_it_up(invited: Any) -> None:
    vendor, invitation, token, user = invited
    VendorMember.objects.create(vendor=vendor, user=user, role="owner")
    with pytest.raises(AlreadyMember):
        accept(token, user)
    invitation.refresh_from_db()
    assert invitation.accepted_at is None
    assert VendorMember.objects.get(user=user).role == "owner"


@pytest.mark.parametrize(
    ("address", "shown"), [("hanji@ieum.example", "h***@i***.example"), ("a@b.co.kr", "a***@b***.co.kr")]
)
def test_a_masked_address_is_known_by_its_owner_alone(address: str, shown: str) -> None:
    assert masked(address) == shown
