"""The trail of a purchase: who did what, when, in which role, from where."""

from __future__ import annotations

from typing import Any

from market.accounts.models import User
from market.agencies.models import AgencyMember
from market.core import audit, clock
from market.core.actor import SYSTEM, Actor
from market.procurement.enums import TrailAction
from market.procurement.models import PurchaseRequest, RequestEvent
from market.procurement.selectors.people import member_role, person_name


def trail_write(
    *,
    request: PurchaseRequest,
    action: TrailAction,
    actor: Actor,
    member: AgencyMember | None = None,
    role: str = "",
    comment: str = "",
    **data: Any,
) -> RequestEvent:
    """Add one step in the current transaction, in the trail and in the audit log.

    ``member``: as whom somebody of the agency acts; ``role``: in other words, e.g. those of an enterprise, or whose deputy somebody was.
    """
    event = RequestEvent.objects.create(
        request=request,
        action=action.value,
        round=request.round,
        actor_id=actor.user_id,
        actor_name=_name(actor, member)[:80],
        role=(role or (member_role(member) if member else ""))[:120],
        ip_address=actor.ip_address or None,
        comment=comment,
        data=data,
        at=clock.now(),
    )
    audit.record(
        actor=actor,
        action=f"procurement.{action.value}",
        subject_type="PurchaseRequest",
        subject_id=request.pk,
        round=request.round,
        **data,
    )
    return event


def _name(actor: Actor, member: AgencyMember | None) -> str:
    if actor == SYSTEM or actor.user_id is None:
        return "이음"
    if member is not None:
        return person_name(member.user)
    return person_name(User.objects.filter(pk=actor.user_id).first())
