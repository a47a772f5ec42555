"""Budget lines with what is used of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from market.accounts.models import User
from market.agencies.budget_rules import LineKey, LineNow
from market.agencies.models import BudgetEntry, BudgetLine, Department
from market.agencies.selectors.budget_rights import budget_lines_for
from market.core.actor import Actor

LONGEST_SEARCH = 100
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class BudgetTotals:
    """Sums over lines, in won with VAT."""

    line_count: int
    appropriated: Decimal
    held: Decimal
    committed: Decimal
    spent: Decimal

    @property
    def available(self) -> Decimal:
        return self.appropriated - self.held - self.committed - self.spent


def budget_line_list(
    *,
    agency_id: int,
    viewer: Actor,
    year: int | None = None,
    department_id: int | None = None,
    is_of_all: bool = False,
    search: str = "",
    is_active: bool | None = None,
) -> QuerySet[BudgetLine]:
    """Lines of one agency that the viewer may see. ``is_of_all``: only those of the whole agency. ``search``: code, name, project, account."""
    rows = budget_lines_for(viewer).filter(agency_id=agency_id)
    if year is not None:
        rows = rows.filter(fiscal_year=year)
    if is_of_all:
        rows = rows.filter(department__isnull=True)
    elif department_id is not None:
        rows = rows.filter(department_id=department_id)
    if is_active is not None:
        rows = rows.filter(is_active=is_active)
    for word in search[:LONGEST_SEARCH].split():
        rows = rows.filter(
            Q(code__icontains=word) | Q(name__icontains=word) | Q(project__icontains=word) | Q(account__icontains=word)
        )
    return rows.select_related("department")


def budget_totals(lines: QuerySet[BudgetLine]) -> BudgetTotals:
    """The sums of these lines, in one statement."""
    found = lines.order_by().aggregate(
        n=Count("pk"), a=Sum("appropriated"), h=Sum("held"), c=Sum("committed"), s=Sum("spent")
    )
    return BudgetTotals(found["n"], *(found[key] or ZERO for key in "ahcs"))


def budget_years(*, agency_id: int, viewer: Actor) -> list[int]:
    """The fiscal years in which there are lines for the viewer, the latest first."""
    rows = budget_lines_for(viewer).filter(agency_id=agency_id).order_by("-fiscal_year")
    return list(rows.values_list("fiscal_year", flat=True).distinct())


def budget_line_get(*, line_id: int, viewer: Actor) -> BudgetLine | None:
    return budget_lines_for(viewer).select_related("department").filter(pk=line_id).first()


def budget_movements() -> QuerySet[BudgetEntry]:
    """Every movement, as the base of a page below lines that the viewer may see."""
    return BudgetEntry.objects.all()


def names_of(user_ids: Iterable[int]) -> dict[int, str]:
    """Who they are, as a colleague knows them."""
    rows = User.objects.filter(pk__in=set(user_ids)).only("pk", "first_name", "last_name")
    return {user.pk: f"{user.last_name}{user.first_name}".strip() for user in rows}


def lines_by_key(years: Iterable[tuple[int, int]]) -> dict[tuple[int, int], dict[LineKey, LineNow]]:
    """All lines of these ``(agency, year)`` as a workbook's rows meet them, in one statement."""
    wanted = set(years)
    found: dict[tuple[int, int], dict[LineKey, LineNow]] = {}
    rows = BudgetLine.objects.filter(
        agency_id__in={agency for agency, _ in wanted}, fiscal_year__in={year for _, year in wanted}
    )
    for line in rows:
        used = int(line.held + line.committed + line.spent)
        now = LineNow(line.pk, line.name, int(line.appropriated), used, line.is_active)
        of_year = found.setdefault((line.agency_id, line.fiscal_year), {})
        of_year[(line.department_id, line.account, line.project, line.code)] = now
    return found


def departments_by_name(agency_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """Ids of the departments in use by their name, of each agency."""
    found: dict[int, dict[str, int]] = {}
    rows = Department.objects.filter(agency_id__in=set(agency_ids), is_active=True)
    for agency_id, name, pk in rows.values_list("agency_id", "name", "pk"):
        found.setdefault(agency_id, {})[name] = pk
    return found
