"""Who acts for whom during an absence (대결)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from market.agencies.errors import DeputyAway, DeputyOver, DeputyOverlaps
from market.agencies.events import DeputyNamed, DeputyRevoked
from market.agencies.locks import agency_for_update
from market.agencies.models import AgencyMember, Deputy
from market.agencies.permissions import AgencyAbility
from market.agencies.rules import ensure_absence, ensure_can_stand_in
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.agencies.services.member_change import member_for_update
from market.agencies.services.text_clean import line_clean
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound


def deputy_name(
    *, member_id: int, deputy_id: int, starts_on: dt.date, ends_on: dt.date, actor: Actor, reason: str = ""
) -> Deputy:
    """Name who acts for a member from a first through a last Seoul day: by the member, or an administrator.

    The deputy holds every ability that is stood in for and is not away on these days; a member has one deputy a day, and a deputy's
    deputy does not act. Raises NotFound, PermissionDenied, InvalidInput, NothingToStandInFor, DeputyLacksAbility, DeputyAway,
    DeputyOverlaps.
    """
    ensure_absence(starts_on, ends_on, today=clock.today())
    words = line_clean(reason, field="reason", longest=200)
    with transaction.atomic():
        member = member_for_update(member_id, actor, may_be_oneself=True, field="member")
        other = AgencyMember.objects.filter(pk=deputy_id, agency_id=member.agency_id, is_active=True).first()
        if other is None:
            raise NotFound("deputy")
        if other.pk == member.pk:
            raise InvalidInput("deputy", "다른 분을 골라 주세요.", "Choose somebody else.")
        ensure_can_stand_in(member.abilities, other.abilities)
        during = Deputy.objects.filter(revoked_at__isnull=True, starts_on__lte=ends_on, ends_on__gte=starts_on)
        if during.filter(member=other).exists():
            raise DeputyAway("deputy")
        if during.filter(member=member).exists():
            raise DeputyOverlaps("startsOn")
        deputy = Deputy.objects.create(member=member, deputy=other, starts_on=starts_on, ends_on=ends_on, reason=words)
        _note(actor, "agencies.deputy_name", deputy, member.agency_id)
        outbox.publish(DeputyNamed(agency_id=member.agency_id, deputy_id=deputy.pk))
    return deputy


def deputy_revoke(*, deputy_id: int, actor: Actor) -> Deputy:
    """End it at once: by the member, or an administrator. Raises NotFound, PermissionDenied, DeputyOver."""
    found = Deputy.objects.filter(pk=deputy_id).values_list("member__agency_id", "member__user_id").first()
    agency_id, user_id = found or (None, None)
    ensure_acts_for_agency(agency_id, actor, None if user_id == actor.user_id else AgencyAbility.ADMINISTER)
    with transaction.atomic():
        agency_for_update(agency_id or 0)
        deputy = Deputy.objects.select_related("member", "deputy").filter(pk=deputy_id).first()
        if deputy is None:
            raise NotFound("id")
        if deputy.revoked_at is not None or deputy.ends_on < clock.today():
            raise DeputyOver("id")
        deputy.revoked_at = clock.now()
        deputy.save(update_fields=["revoked_at"])
        _note(actor, "agencies.deputy_revoke", deputy, deputy.member.agency_id)
        outbox.publish(DeputyRevoked(agency_id=deputy.member.agency_id, deputy_id=deputy.pk))
    return deputy


def _note(actor: Actor, action: str, deputy: Deputy, agency_id: int) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="Deputy",
        subject_id=deputy.pk,
        agency=agency_id,
        member=deputy.member_id,
        deputy=deputy.deputy_id,
        starts_on=deputy.starts_on.isoformat(),
        ends_on=deputy.ends_on.isoformat(),
    )
