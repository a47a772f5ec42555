"""A leaver's work goes to a successor, and the membership ends: in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction

from market.agencies.errors import HandoverBlocked, SuccessorUnfit
from market.agencies.events import WorkHandedOver
from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.ports import Blocked, Work, blocked_for, work_keepers, work_of
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.agencies.services.member_change import member_for_update, membership_end, note
from market.core import outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound


@dataclass(frozen=True, kw_only=True)
class HandoverPreview:
    """What handing over would do. ``missing``: abilities the successor lacks; with any of them it cannot be done."""

    member: AgencyMember
    successor: AgencyMember | None
    work: Sequence[Work]
    blocked: Sequence[Blocked]
    missing: Sequence[AgencyAbility]


def handover_preview(*, member_id: int, successor_id: int | None, actor: Actor) -> HandoverPreview:
    """Changes nothing. Raises NotFound, PermissionDenied, InvalidInput."""
    member, successor = _both(member_id, successor_id, actor)
    work = work_of(member.pk)
    return HandoverPreview(
        member=member,
        successor=successor,
        work=work,
        blocked=blocked_for(member.pk, successor.pk) if successor is not None else (),
        missing=_missing(work, successor) if successor is not None else (),
    )


def work_hand_over(*, member_id: int, successor_id: int, actor: Actor, skips_blocked: bool = False) -> AgencyMember:
    """Move lists, quote requests, requests and approval steps to the successor, then end the membership if it has not ended yet.

    What the successor may not take (``ports.Blocked``) refuses the whole, unless ``skips_blocked``: then it stays, and can be handed to
    somebody else. Rooms above lock their rows first (core/locks.py), the agency last.
    Raises NotFound, PermissionDenied, InvalidInput, SuccessorUnfit, HandoverBlocked, LastAdministrator.
    """
    with transaction.atomic():
        _, successor = _both(member_id, successor_id, actor)
        work = work_of(member_id)
        _ensure_fit(successor, work)
        moved = sum(keeper.hand_over(member_id, successor_id, actor) for keeper in work_keepers())
        member = member_for_update(member_id, actor, may_have_left=True)
        _, successor = _both(member_id, successor_id, actor)  # read after the lock
        _ensure_fit(successor, work)
        blocked = blocked_for(member_id, successor_id)
        if blocked and not skips_blocked:
            raise HandoverBlocked("successor", count=len(blocked))
        note(actor, "agencies.work_hand_over", member, successor=successor_id, moved=moved, left=len(blocked))
        if member.is_active:
            membership_end(member, actor)
        outbox.publish(
            WorkHandedOver(
                agency_id=member.agency_id, from_id=member_id, to_id=successor_id, moved=moved, handover=uuid4()
            )
        )
    return member


def _both(member_id: int, successor_id: int | None, actor: Actor) -> tuple[AgencyMember, AgencyMember | None]:
    member = AgencyMember.objects.select_related("agency", "user", "department").filter(pk=member_id).first()
    ensure_acts_for_agency(member.agency_id if member else None, actor, AgencyAbility.ADMINISTER)
    if member is None:
        raise NotFound("id")
    if successor_id is None:
        return member, None
    successor = (
        AgencyMember.objects.select_related("user", "department")
        .filter(pk=successor_id, agency_id=member.agency_id, is_active=True)
        .first()
    )
    if successor is None:
        raise NotFound("successor")
    if successor.pk == member.pk:
        raise InvalidInput("successor", "다른 분을 골라 주세요.", "Choose somebody else.")
    return member, successor


def _missing(work: Sequence[Work], successor: AgencyMember) -> list[AgencyAbility]:
    needed = {one.needs for one in work if one.needs is not None}
    return [ability for ability in AgencyAbility if ability in needed and ability.value not in successor.abilities]


def _ensure_fit(successor: AgencyMember | None, work: Sequence[Work]) -> None:
    if successor is not None and (missing := _missing(work, successor)):
        raise SuccessorUnfit("successor", missing=", ".join(ability.value for ability in missing))
