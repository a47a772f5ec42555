"""Who sees which budget lines, and who keeps them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from market.agencies.models import AgencyMember, BudgetLine
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import (
    AUTHENTICATED_AGENCY_MEMBER,
    ensure_acts_for_agency,
    memberships_for,
)
from market.core.actor import Actor
from market.core.errors import PermissionDenied

KEEPERS = frozenset({AgencyAbility.PAY.value, AgencyAbility.ADMINISTER.value})


def keeps_budgets(member: AgencyMember) -> bool:
    """Whether the member may add, change, close and import lines, and sees all of the agency's."""
    return bool(KEEPERS.intersection(member.abilities))


def ensure_keeps_budgets(agency_id: int | None, actor: Actor, *, field: str = "id") -> AgencyMember:
    """Raises NotFound for another agency's, PermissionDenied for a member who neither pays nor administers."""
    member = ensure_acts_for_agency(agency_id, actor, None, field=field)
    if member is None or not keeps_budgets(member):
        raise PermissionDenied(AUTHENTICATED_AGENCY_MEMBER)
    return member


def budget_lines_for(viewer: Actor) -> QuerySet[BudgetLine]:
    """The lines the viewer may see: those of the own department and of the whole agency; for who keeps budgets all of the agency."""
    visible = Q(pk__in=[])
    for member in memberships_for(viewer):
        own = Q(agency_id=member.agency_id)
        if not keeps_budgets(member):
            own &= Q(department__isnull=True) | Q(department_id=member.department_id or 0)
        visible |= own
    return BudgetLine.objects.filter(visible)
