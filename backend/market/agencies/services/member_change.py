"""Changing what somebody is in an agency, and leaving it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from market.agencies.errors import HasOpenWork, LastAdministrator
from market.agencies.events import AgencyMemberLeft
from market.agencies.locks import agency_for_update
from market.agencies.models import AgencyMember, Deputy
from market.agencies.permissions import AgencyAbility
from market.agencies.ports import work_of
from market.agencies.rules import abilities_clean, ensure_no_self_promotion
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.agencies.services.member_invite import invitations_of_revoke
from market.agencies.services.membership_open import department_of
from market.agencies.services.text_clean import line_clean
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound

ADMINISTER = AgencyAbility.ADMINISTER.value


def member_update(*, member_id: int, given: Mapping[str, Any], actor: Actor) -> AgencyMember:
    """Set ``abilities``, ``department_id`` (None: the agency as a whole) and ``job_title``, as far as given; by an administrator.

    Nobody widens the own abilities. Raises NotFound, PermissionDenied, AbilityUnknown, OwnAbilities, LastAdministrator, InvalidInput.
    """
    with transaction.atomic():
        member = member_for_update(member_id, actor)
        before = list(member.abilities)
        if "abilities" in given:
            member.abilities = abilities_clean(given["abilities"])
            if member.user_id == actor.user_id:
                ensure_no_self_promotion(before=before, after=member.abilities)
            if ADMINISTER in before and ADMINISTER not in member.abilities:
                ensure_other_administrator(member, field="abilities")
                invitations_of_revoke(agency_id=member.agency_id, user_id=member.user_id)
        if "department_id" in given:
            member.department = department_of(member.agency_id, given["department_id"])
        if "job_title" in given:
            member.job_title = line_clean(given["job_title"] or "", field="jobTitle", longest=60)
        member.save(update_fields=["abilities", "department", "job_title"])
        note(actor, "agencies.member_update", member, before=before, after=member.abilities)
    return member


def member_leave(*, member_id: int, actor: Actor) -> AgencyMember:
    """End a membership with nothing left in hand: by an administrator, or by oneself. Access ends with the commit.

    The row stays, for what the person did bears it. Raises NotFound, PermissionDenied, LastAdministrator, HasOpenWork.
    """
    with transaction.atomic():
        member = member_for_update(member_id, actor, may_be_oneself=True)
        if left := work_left(member.pk):
            raise HasOpenWork("id", count=left)
        membership_end(member, actor)
    return member


def memberships_end(*, user_id: int, actor: Actor) -> int:
    """All memberships of somebody whose account goes, in the transaction that deletes it. What is in hand stays with the agency, and its
    administrators are told. Raises LastAdministrator. Returns how many ended."""
    rows = AgencyMember.objects.filter(user_id=user_id, is_active=True)
    ended = 0
    for agency_id in rows.order_by("agency_id").values_list("agency_id", flat=True):
        agency_for_update(agency_id)
        member = rows.filter(agency_id=agency_id).first()  # read after the lock
        if member is not None:
            membership_end(member, actor)
            ended += 1
    return ended


def membership_end(member: AgencyMember, actor: Actor) -> None:
    """For whoever holds the agency's lock. Absences that were arranged for or with the member end, too. Raises LastAdministrator."""
    if ADMINISTER in member.abilities and member.agency.is_active:
        ensure_other_administrator(member)
    invitations_of_revoke(agency_id=member.agency_id, user_id=member.user_id)
    for column in ("member", "deputy"):
        Deputy.objects.filter(**{column: member}, revoked_at__isnull=True, ends_on__gte=clock.today()).update(
            revoked_at=clock.now()
        )
    member.is_active, member.left_at = False, clock.now()
    member.save(update_fields=["is_active", "left_at"])
    note(actor, "agencies.member_leave", member, user=member.user_id, abilities=member.abilities)
    outbox.publish(
        AgencyMemberLeft(
            agency_id=member.agency_id,
            member_id=member.pk,
            moment=member.left_at.isoformat(),
            work_left=work_left(member.pk),
        )
    )


def work_left(member_id: int) -> int:
    """How many things are in the member's hands in all rooms."""
    return sum(work.count for work in work_of(member_id))


def member_for_update(
    member_id: int, actor: Actor, *, may_be_oneself: bool = False, may_have_left: bool = False, field: str = "id"
) -> AgencyMember:
    """The member as it is under the lock of the agency, for one of its administrators. Raises NotFound, PermissionDenied."""
    found = AgencyMember.objects.filter(pk=member_id).values_list("agency_id", "user_id").first()
    agency_id, user_id = found or (None, None)
    ability = None if may_be_oneself and user_id == actor.user_id else AgencyAbility.ADMINISTER
    ensure_acts_for_agency(agency_id, actor, ability, field=field)
    agency_for_update(agency_id or 0, field=field)
    ensure_acts_for_agency(agency_id, actor, ability, field=field)
    rows = AgencyMember.objects.select_related("agency", "department", "user").filter(pk=member_id)
    member = (rows if may_have_left else rows.filter(is_active=True)).first()
    if member is None:
        raise NotFound(field)
    return member


def ensure_other_administrator(member: AgencyMember, *, field: str = "id") -> None:
    """Somebody else who can sign in stays in charge; true until the end of the transaction, for the agency is locked."""
    others = AgencyMember.objects.filter(
        agency_id=member.agency_id, is_active=True, user__is_active=True, abilities__contains=[ADMINISTER]
    )
    if not others.exclude(pk=member.pk).exists():
        raise LastAdministrator(field)


def note(actor: Actor, action: str, member: AgencyMember, **facts: object) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="AgencyMember",
        subject_id=member.pk,
        agency=member.agency_id,
        **facts,
    )
