"""Who is the only one who can act for an agency, or the only one in charge of it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility


class AgencyOwnership:
    """Accounts' question before somebody leaves: would an agency be left without anybody, or without an administrator?"""

    def organization_kept_by(self, user_id: int) -> str | None:
        """The name of an active agency whose only active member, or only administrator, this user is."""
        members = AgencyMember.objects.filter(is_active=True, agency__is_active=True)
        others = members.filter(agency=OuterRef("agency"), user__is_active=True).exclude(user_id=user_id)
        in_charge = [AgencyAbility.ADMINISTER.value]
        return (
            members.filter(user_id=user_id)
            .filter(
                ~Exists(others)
                | (Q(abilities__contains=in_charge) & ~Exists(others.filter(abilities__contains=in_charge)))
            )
            .order_by("id")
            .values_list("agency__name", flat=True)
            .first()
        )
