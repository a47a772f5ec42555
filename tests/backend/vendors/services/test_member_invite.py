"""Inviting: by owners, one address once, and nothing of it tells who has an account."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.accounts import UserFactory
from factories.team import acting, clerk_of, manager_of, noted, once, owner_of, told
from factories.vendors import SellerFactory, member_of
from market.core import clock
from market.core.errors import InvalidInput, NotFound, PermissionDenied
from market.core.models import AuditEntry, OutboxEvent
from market.vendors.errors import AlreadyInvited, AlreadyMember, InvitationEnded, TooManyInvitations
from market.vendors.models import VendorInvitation, VendorRole
from market.vendors.services import member_invite as module
from market.vendors.services.member_invite import invitation_resend, invitation_revoke, member_invite

pytestmark = pytest.mark.django_db
ADDRESS = "new@ieum.example"


def invite(vendor: Any, actor: Any, email: str = ADDRESS, role: str = VendorRole.CLERK) -> VendorInvitation:
    return once(member_invite, vendor_id=vendor.pk, email=email, role=role, actor=actor)


def aged(invitation: VendorInvitation, **change: dt.timedelta) -> VendorInvitation:
    """Move its times into the past."""
    VendorInvitation.objects.filter(pk=invitation.pk).update(
        **{name: getattr(invitation, name) - by for name, by in change.items()}
    )
    return invitation


def test_an_owner_invites_an_address_for_seven_days() -> None:
    vendor, owner = owner_of()
    made = invite(vendor, owner, " New@Ieum.Example ")
    assert (made.email, made.role, made.invited_by_id) == (ADDRESS, "clerk", owner.user_id)
    assert made.expires_at - clock.now() == pytest.approx(dt.timedelta(days=7), abs=dt.timedelta(minutes=1))
    assert (told(), noted()) == (["vendor_member_invited"], ["member_invite"])
    event = OutboxEvent.objects.get(topic__startswith="vendors.")
    assert event.payload == {"vendor_id": vendor.pk, "invitation_id": made.pk}
    assert ADDRESS not in str(AuditEntry.objects.get(action="vendors.member_invite").data)


def test_a_known_and_an_unknown_address_are_treated_alike() -> None:
    vendor, owner = owner_of()
    UserFactory(email="known@ieum.example")
    counts, rows = [], []
    for email in ("unknown@ieum.example", "known@ieum.example"):
        with CaptureQueriesContext(connection) as captured:
            made = invite(vendor, owner, email)
        counts.append(len(captured))
        rows.append((made.role, made.accepted_at, made.revoked_at))
    assert counts[0] == counts[1]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("email", ["", "no address", "a@b", "x" * 250 + "@ieum.example", "a\x00b@ieum.example"])
def test_what_is_no_address_is_refused(email: str) -> None:
    vendor, owner = owner_of()
    with pytest.raises(InvalidInput) as refused:
        invite(vendor, owner, email)
    assert refused.value.field == "email"
    assert not VendorInvitation.objects.exists()


def test_only_owners_invite() -> None:
    vendor, _ = owner_of()
    for actor in (clerk_of(vendor), manager_of(vendor)):
        with pytest.raises(PermissionDenied):
            invite(vendor, actor)
    strangers = (acting(UserFactory()), owner_of()[1])
    for actor in strangers:
        with pytest.raises(NotFound):
            invite(vendor, actor)
    assert not VendorInvitation.objects.exists()
    assert told() == []


def test_an_enterprise_that_has_left_invites_nobody() -> None:
    vendor, owner = owner_of(SellerFactory(status="closed"))
    with pytest.raises(PermissionDenied):
        invite(vendor, owner)


def test_an_address_is_invited_once_and_a_member_never() -> None:
    vendor, owner = owner_of()
    invite(vendor, owner)
    with pytest.raises(AlreadyInvited):
        invite(vendor, owner, ADDRESS.upper())
    member = member_of(vendor, VendorRole.CLERK)
    with pytest.raises(AlreadyMember):
        invite(vendor, owner, member.email)
    assert VendorInvitation.objects.count() == 1


def test_one_that_has_run_out_gives_way_to_a_new_one() -> None:
    vendor, owner = owner_of()
    old = aged(invite(vendor, owner), expires_at=dt.timedelta(days=8))
    new = invite(vendor, owner)
    old.refresh_from_db()
    assert old.revoked_at is not None
    assert new.pk != old.pk


def test_a_mail_goes_once_more_after_a_minute_and_gives_seven_days_again() -> None:
    vendor, owner = owner_of()
    made = invite(vendor, owner)
    with pytest.raises(TooManyInvitations):
        once(invitation_resend, invitation_id=made.pk, actor=owner)
    aged(made, mailed_at=dt.timedelta(minutes=2), expires_at=dt.timedelta(days=9))
    again = once(invitation_resend, invitation_id=made.pk, actor=owner)
    assert (again.mailed_count, again.expires_at > clock.now() + dt.timedelta(days=6)) == (2, True)
    assert told() == ["vendor_member_invited"] * 2


def test_a_mailbox_and_an_enterprise_have_their_limits_in_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAILS_PER_ADDRESS", 2)
    monkeypatch.setattr(module, "MAILS_PER_VENDOR", 3)
    first, second, third = owner_of(), owner_of(), owner_of()
    invite(*first)
    invite(*second)
    with pytest.raises(TooManyInvitations):  # the same mailbox, another enterprise
        invite(*third)
    for number in range(2):
        invite(*first, f"other{number}@ieum.example")
    with pytest.raises(TooManyInvitations):
        invite(*first, "one-more@ieum.example")
    assert VendorInvitation.objects.count() == 4


def test_revoking_ends_it_once() -> None:
    vendor, owner = owner_of()
    made = invite(vendor, owner)
    assert once(invitation_revoke, invitation_id=made.pk, actor=owner).revoked_at is not None
    for change in (invitation_revoke, invitation_resend):
        with pytest.raises(InvitationEnded):
            once(change, invitation_id=made.pk, actor=owner)
    assert noted() == ["member_invite", "invitation_revoke"]


def test_another_enterprises_invitation_is_as_one_that_does_not_exist() -> None:
    vendor, owner = owner_of()
    made, (_, stranger) = invite(vendor, owner), owner_of()
    for change in (invitation_revoke, invitation_resend):
        for pk in (made.pk, 987_654):
            with pytest.raises(NotFound) as refused:
                once(change, invitation_id=pk, actor=stranger)
            assert refused.value.field == "id"
    made.refresh_from_db()
    assert (made.revoked_at, made.mailed_count) == (None, 1)
