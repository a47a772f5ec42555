"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from django.db.models import QuerySet

from market.agencies.models import Agency, AgencyApplication, BudgetImport, BudgetLine
from market.core.errors import NotFound
from market.core.locks import locked


def agency_for_update(agency_id: int, *, field: str = "id") -> Agency:
    """One agency, read after the lock; whoever changes its members, departments, policy or deputies holds it. Raises NotFound."""
    agency = locked(Agency.objects.all()).filter(pk=agency_id).first()
    if agency is None:
        raise NotFound(field)
    return agency


def budget_lines_for_update() -> QuerySet[BudgetLine]:
    """Budget lines; their uses and entries are written under the lock of their line."""
    return locked(BudgetLine.objects.all())


def budget_imports_for_update() -> QuerySet[BudgetImport]:
    """Workbooks of budget lines; locked after their agency and before its lines."""
    return locked(BudgetImport.objects.all())


def applications_for_update() -> QuerySet[AgencyApplication]:
    """Applications; their steps and proofs are written under the lock of their application. Taken before the agency's."""
    return locked(AgencyApplication.objects.all())
