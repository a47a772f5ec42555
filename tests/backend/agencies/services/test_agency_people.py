"""Who works for an agency: invited, entrusted, leaving; the last administrator stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from factories.accounts import UserFactory
from factories.agencies import DOMAIN, acting, colleague, noted, official, once, run_agency, told
from factories.procurement import agency_member
from market.accounts.models import User
from market.agencies import errors
from market.agencies.models import AgencyInvitation, AgencyMember, Department
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import agency_ids_with
from market.agencies.selectors.ownership import AgencyOwnership
from market.agencies.services.department_change import (
    department_close,
    department_create,
    department_rename,
    department_reopen,
)
from market.agencies.services.invitation_accept import invitation_accept, invitation_token_create
from market.agencies.services.member_change import member_leave, member_update
from market.agencies.services.member_invite import invitation_resend, invitation_revoke, member_invite
from market.core import clock
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required

pytestmark = pytest.mark.django_db
REQUEST, APPROVE, ADMINISTER = AgencyAbility.REQUEST, AgencyAbility.APPROVE, AgencyAbility.ADMINISTER


def invite(boss: Any, agency: Any, email: str = f"new@{DOMAIN}", **more: Any) -> AgencyInvitation:
    return once(member_invite, agency_id=agency.pk, email=email, abilities=["approve"], actor=boss, **more)


def test_who_is_invited_joins_with_what_was_granted() -> None:
    agency, _, boss = run_agency()
    room = Department.objects.create(agency=agency, name="회계과")
    invitation = invite(boss, agency, f"New@{DOMAIN}", department_id=room.pk, job_title="과장")
    guest = UserFactory(email=f"new@{DOMAIN}", is_confirmed=True)
    token = invitation_token_create(invitation)
    member = once(invitation_accept, token=token, actor=acting(guest))
    assert (member.abilities, member.department, member.job_title) == (["approve"], room, "과장")
    assert once(invitation_accept, token=token, actor=acting(guest)) == member
    assert agency_ids_with(acting(guest), APPROVE) == [agency.pk]
    assert agency_ids_with(acting(guest), REQUEST) == []
    assert told() == ["member_invited", "member_joined"]
    assert noted() == ["member_invite", "invitation_accept"]


@pytest.mark.parametrize("email", ["new@elsewhere.example", "new@notgaram.example", "new@gmail.com"])
def test_only_addresses_of_the_domain_are_invited(email: str) -> None:
    agency, _, boss = run_agency()
    with pytest.raises(errors.ForeignDomain):
        invite(boss, agency, email)
    assert invite(boss, agency, f"new@tax.{DOMAIN}").email == f"new@tax.{DOMAIN}"
    bare, _, its_boss = run_agency(email_domain="")
    with pytest.raises(errors.NoDomain):
        invite(its_boss, bare)


def test_an_invitation_is_for_its_address_alone_and_ends() -> None:
    agency, _, boss = run_agency()
    invitation = invite(boss, agency)
    token = invitation_token_create(invitation)
    for somebody, error in (
        (official(), errors.WrongAccount),
        (UserFactory(email=invitation.email, is_confirmed=False), errors.EmailNotConfirmed),
    ):
        with pytest.raises(error):
            once(invitation_accept, token=token, actor=acting(somebody))
    guest = User.objects.get(email=invitation.email)
    User.objects.filter(pk=guest.pk).update(is_confirmed=True)
    for change in (
        {"revoked_at": clock.now()},
        {"expires_at": clock.now()},
    ):
        before = {name: getattr(invitation, name) for name in change}
        AgencyInvitation.objects.filter(pk=invitation.pk).update(**change)
        with pytest.raises(errors.InvitationOver):
            once(invitation_accept, token=token, actor=acting(guest))
        AgencyInvitation.objects.filter(pk=invitation.pk).update(**before)
    agency.email_domain = "moved.example"
    agency.save()
    with pytest.raises(errors.InvitationOver):
        once(invitation_accept, token=token, actor=acting(guest))
    for text in ("", "x", "x" * 600):
        with pytest.raises(errors.InvitationOver):
            once(invitation_accept, token=text, actor=acting(guest))
    assert agency.members.count() == 1


def test_one_living_invitation_an_address_and_mails_are_counted() -> None:
    agency, _, boss = run_agency()
    invitation = invite(boss, agency)
    with pytest.raises(errors.AlreadyInvited):
        invite(boss, agency)
    with pytest.raises(errors.TooManyMails):
        once(invitation_resend, invitation_id=invitation.pk, actor=boss)
    AgencyInvitation.objects.update(mailed_at=clock.now() - dt.timedelta(minutes=2))
    assert once(invitation_resend, invitation_id=invitation.pk, actor=boss).mailed_count == 2
    once(invitation_revoke, invitation_id=invitation.pk, actor=boss)
    with pytest.raises(errors.InvitationEnded):
        once(invitation_revoke, invitation_id=invitation.pk, actor=boss)
    with pytest.raises(errors.AlreadyMember):
        invite(boss, agency, agency_member(agency, user=official()).user.email)


def test_only_administrators_of_the_agency_invite_and_change() -> None:
    agency, own, boss = run_agency()
    member, clerk = colleague(agency)
    _, _, stranger = run_agency(email_domain="noeul.example")
    invitation = invite(boss, agency)
    attempts: list[tuple[Any, dict[str, Any]]] = [
        (member_update, {"member_id": own.pk, "given": {"job_title": "x"}}),
        (invitation_revoke, {"invitation_id": invitation.pk}),
        (department_create, {"agency_id": agency.pk, "name": "새 부서"}),
        (member_invite, {"agency_id": agency.pk, "email": f"b@{DOMAIN}", "abilities": []}),
    ]
    for service, given in attempts:
        with pytest.raises(PermissionDenied):
            once(service, actor=clerk, **given)
        with pytest.raises(NotFound):
            once(service, actor=stranger, **given)
    with pytest.raises(NotFound):
        once(member_leave, member_id=member.pk, actor=stranger)
    with pytest.raises(PermissionDenied):
        once(member_leave, member_id=own.pk, actor=clerk)
    once(member_leave, member_id=member.pk, actor=clerk)
    assert agency.members.filter(is_active=True).count() == 1


def test_abilities_are_granted_apart_and_nobody_widens_the_own() -> None:
    agency, _, _ = run_agency()
    own, boss = colleague(agency, REQUEST, ADMINISTER)
    other, _ = colleague(agency)
    with pytest.raises(errors.OwnAbilities):
        once(member_update, member_id=own.pk, given={"abilities": ["request", "administer", "pay"]}, actor=boss)
    with pytest.raises(errors.AbilityUnknown):
        once(member_update, member_id=other.pk, given={"abilities": ["rule"]}, actor=boss)
    changed = once(member_update, member_id=other.pk, given={"abilities": ["pay", "inspect"]}, actor=boss)
    assert changed.abilities == ["inspect", "pay"]
    assert once(member_update, member_id=own.pk, given={"abilities": ["administer"]}, actor=boss).abilities == [
        "administer"
    ]
    other.refresh_from_db()
    own.refresh_from_db()
    assert (other.abilities, own.abilities) == (["inspect", "pay"], ["administer"])


def test_the_last_administrator_who_can_sign_in_stays() -> None:
    agency, own, boss = run_agency()
    sleeper, _ = colleague(agency, ADMINISTER, user=UserFactory(is_active=False))
    for change, more in ((member_update, {"given": {"abilities": ["request"]}}), (member_leave, {})):
        with pytest.raises(errors.LastAdministrator):
            once(change, member_id=own.pk, actor=boss, **more)
    once(member_leave, member_id=sleeper.pk, actor=boss)
    second, _ = colleague(agency, ADMINISTER)
    once(member_leave, member_id=own.pk, actor=boss)
    assert AgencyOwnership().organization_kept_by(second.user_id) == agency.name
    own.refresh_from_db()
    assert (own.is_active, own.left_at is None) == (False, False)


def _check_at_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("way", ["delete", "take away", "end"])
def test_the_database_keeps_an_administrator_whatever_the_way(way: str) -> None:
    agency, own, _ = run_agency()
    rows = AgencyMember.objects.filter(agency=agency)
    ways: dict[str, Any] = {
        "delete": rows.delete,
        "take away": lambda: rows.update(abilities=["request"]),
        "end": lambda: rows.update(is_active=False, left_at=clock.now()),
    }
    with transaction.atomic():
        ways[way]()
        with pytest.raises(OperationalError, match="without an administrator"):
            _check_at_once()
        transaction.set_rollback(True)
    assert rows.get() == own
    agency.delete()
    _check_at_once()


def test_who_left_comes_back_to_the_same_membership() -> None:
    agency, _, boss = run_agency()
    guest = official()
    member = agency_member(agency, REQUEST, user=guest)
    sent_by = AgencyInvitation.objects.create(
        agency=agency,
        email=f"x@{DOMAIN}",
        abilities=[],
        invited_by=guest,
        expires_at=clock.now() + dt.timedelta(days=1),
    )
    once(member_leave, member_id=member.pk, actor=boss)
    sent_by.refresh_from_db()
    assert sent_by.revoked_at is not None
    assert agency_ids_with(acting(guest)) == []
    with pytest.raises(NotFound):
        once(member_update, member_id=member.pk, given={"job_title": "x"}, actor=boss)
    token = invitation_token_create(invite(boss, agency, guest.email))
    again = once(invitation_accept, token=token, actor=acting(guest))
    assert (again.pk, again.is_active, again.left_at, again.abilities) == (member.pk, True, None, ["approve"])


def test_departments_are_kept_for_what_was_bought() -> None:
    agency, own, boss = run_agency()
    room = once(department_create, agency_id=agency.pk, name="  회계과 ", actor=boss)
    assert room.name == "회계과"
    with pytest.raises(errors.DepartmentTaken):
        once(department_create, agency_id=agency.pk, name="회계과", actor=boss)
    for name, error in (("", Required), ("가" * 81, InvalidInput)):
        with pytest.raises(error):
            once(department_rename, department_id=room.pk, name=name, actor=boss)
    once(department_rename, department_id=room.pk, name="재무과", actor=boss)
    once(member_update, member_id=own.pk, given={"department_id": room.pk}, actor=boss)
    with pytest.raises(errors.DepartmentInUse):
        once(department_close, department_id=room.pk, actor=boss)
    once(member_update, member_id=own.pk, given={"department_id": None}, actor=boss)
    once(department_close, department_id=room.pk, actor=boss)
    with pytest.raises(NotFound):
        once(member_update, member_id=own.pk, given={"department_id": room.pk}, actor=boss)
    once(department_reopen, department_id=room.pk, actor=boss)
    other, _, stranger = run_agency(email_domain="noeul.example")
    with pytest.raises(NotFound):
        once(department_close, department_id=room.pk, actor=stranger)
    foreign = Department.objects.create(agency=other, name="회계과")
    with pytest.raises(NotFound):
        once(member_update, member_id=own.pk, given={"department_id": foreign.pk}, actor=boss)
    assert noted().count("department_close") == 1
