"""What accounts ask of this room when somebody deletes the own account."""

from __future__ import annotations

from market.agencies.services.member_change import memberships_end
from market.core.actor import Actor


class AgencyMemberships:
    """Ends them; what the person did stays with the agency, without a name."""

    def memberships_end(self, *, user_id: int, actor: Actor) -> int:
        return memberships_end(user_id=user_id, actor=actor)
