"""Who is the only one who can act for an agency."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from market.agencies.models import AgencyMember


class AgencyOwnership:
    """Accounts' question before somebody leaves: would an agency be left without anybody?"""

    def organization_kept_by(self, user_id: int) -> str | None:
        """The name of an active agency whose only active member this user is."""
        members = AgencyMember.objects.filter(is_active=True, agency__is_active=True)
        others = members.filter(agency=OuterRef("agency"), user__is_active=True).exclude(user_id=user_id)
        return (
            members.filter(~Exists(others), user_id=user_id)
            .order_by("id")
            .values_list("agency__name", flat=True)
            .first()
        )
