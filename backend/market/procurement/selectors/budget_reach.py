"""Which budget lines a purchase may take."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from market.agencies.models import BudgetLine
from market.core import clock


def lines_open_to(agency_id: int, department_id: int | None) -> QuerySet[BudgetLine]:
    """Lines of this fiscal year (1 January to 31 December, Seoul) in use, of the department or of the whole agency."""
    own = Q(department__isnull=True)
    if department_id is not None:
        own |= Q(department_id=department_id)
    rows = BudgetLine.objects.filter(own, agency_id=agency_id, fiscal_year=clock.today().year, is_active=True)
    return rows.select_related("department").order_by("account", "code", "project", "id")
