"""Workbooks of budget lines and what they would do."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from market.agencies.budget_rules import Column, PlannedRow, plan_rows
from market.agencies.models import BudgetImport, BudgetLine
from market.agencies.selectors.budget_lines import departments_by_name, lines_by_key
from market.agencies.selectors.budget_rights import KEEPERS
from market.agencies.selectors.membership import memberships_for
from market.core.actor import Actor


def budget_imports_for(viewer: Actor) -> QuerySet[BudgetImport]:
    """The workbooks of agencies whose budgets the viewer keeps."""
    agencies = memberships_for(viewer).filter(abilities__overlap=sorted(KEEPERS)).values("agency_id")
    return BudgetImport.objects.filter(agency_id__in=agencies)


def budget_import_get(*, import_id: UUID, viewer: Actor) -> BudgetImport | None:
    return budget_imports_for(viewer).filter(pk=import_id).first()


def budget_import_plan(run: BudgetImport) -> list[PlannedRow]:
    """What each row would do to the lines as they stand now."""
    return budget_import_plans([run])[run.pk]


def budget_import_plans(runs: Sequence[BudgetImport]) -> dict[UUID, list[PlannedRow]]:
    """The same for several workbooks, in two statements."""
    lines = lines_by_key((run.agency_id, run.fiscal_year) for run in runs)
    departments = departments_by_name(run.agency_id for run in runs)
    return {
        run.pk: plan_rows(
            [(number, cells) for number, cells in run.rows],
            year=run.fiscal_year,
            departments=departments.get(run.agency_id, {}),
            lines=lines.get((run.agency_id, run.fiscal_year), {}),
        )
        for run in runs
    }


def budget_rows(lines: QuerySet[BudgetLine]) -> list[list[str | int]]:
    """Lines in the shape of the workbook, in the order of its columns."""
    by_column = {
        Column.YEAR: lambda line: line.fiscal_year,
        Column.DEPARTMENT: lambda line: line.department.name if line.department else "",
        Column.ACCOUNT: lambda line: line.account,
        Column.PROJECT: lambda line: line.project,
        Column.CODE: lambda line: line.code,
        Column.NAME: lambda line: line.name,
        Column.APPROPRIATED: lambda line: int(line.appropriated),
    }
    ordered = lines.select_related("department").order_by("account", "code", "project", "department__name", "id")
    return [[by_column[column](line) for column in Column] for line in ordered]
