"""Budget lines and what uses them."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.graphql.budget_types import (
    BudgetImport,
    BudgetImportCountableConnection,
    BudgetLine,
    BudgetLineCountableConnection,
    BudgetTotals,
)
from market.agencies.models import BudgetImport as BudgetImportModel
from market.agencies.models import BudgetLine as BudgetLineModel
from market.agencies.selectors.budget_imports import budget_import_get, budget_imports_for
from market.agencies.selectors.budget_lines import BudgetTotals as Totals
from market.agencies.selectors.budget_lines import budget_line_get, budget_line_list, budget_totals, budget_years
from market.agencies.selectors.membership import ensure_agency_member_or
from market.core.global_ids import BadGlobalId, int_pk, uuid_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments, parse_datetime
from market.core.graphql.types import non_null_list

AGENCY = "ID of the agency."


def _filters() -> dict[str, Any]:
    return {
        "agency": graphene.ID(required=True, description=AGENCY),
        "year": graphene.Int(description="Of this fiscal year only."),
        "department": graphene.ID(description="Of this department only."),
        "is_of_all": graphene.Boolean(description="True: only lines of the whole agency."),
        "search": graphene.String(description="Words in code, name, project or account; 100 letters are read."),
        "is_active": graphene.Boolean(description="True: only lines in use; false: only closed ones."),
    }


class BudgetQueries:
    budget_lines = graphene.Field(
        BudgetLineCountableConnection,
        **_filters(),
        **paging_arguments(),
        description=(
            "Budget lines of one's agency: those of the own department and of the whole agency; all of them for members who pay or"
            " administer."
        ),
    )
    budget_totals = graphene.Field(
        BudgetTotals, **_filters(), required=True, description="The sums of the lines that budgetLines would list."
    )
    budget_years = graphene.Field(
        non_null_list(graphene.Int),
        required=True,
        agency=graphene.ID(required=True, description=AGENCY),
        description="The fiscal years that have lines for the member, the latest first.",
    )
    budget_line = graphene.Field(
        BudgetLine,
        id=graphene.ID(required=True, description="ID of the line."),
        description="A budget line of one's own agency.",
    )
    budget_import = graphene.Field(
        BudgetImport,
        id=graphene.ID(required=True, description="ID of the workbook."),
        description="A workbook of budget lines; for members who pay or administer.",
    )
    budget_imports = graphene.Field(
        BudgetImportCountableConnection,
        agency=graphene.ID(required=True, description=AGENCY),
        **paging_arguments(),
        description="Workbooks of budget lines, newest first; for members who pay or administer.",
    )

    @staticmethod
    def resolve_budget_lines(root: Any, info: Any, **given: Any) -> Connection:
        ensure_agency_member_or(info.context.actor)
        paging = {name: given.pop(name) for name in ("first", "last", "before", "after") if name in given}
        keys = [
            SortKey("fiscal_year", True, int),
            *(SortKey(name, parse=str) for name in ("account", "code", "project")),
        ]
        return paginate(info, _lines(info, **given), [*keys, SortKey("id", parse=int)], **paging)

    @staticmethod
    def resolve_budget_totals(root: Any, info: Any, **given: Any) -> Totals:
        ensure_agency_member_or(info.context.actor)
        return budget_totals(_lines(info, **given))

    @staticmethod
    def resolve_budget_years(root: Any, info: Any, agency: str) -> list[int]:
        ensure_agency_member_or(info.context.actor)
        return budget_years(agency_id=_pk(agency, "Agency"), viewer=info.context.actor)

    @staticmethod
    def resolve_budget_line(root: Any, info: Any, id: str) -> BudgetLineModel | None:
        ensure_agency_member_or(info.context.actor)
        return budget_line_get(line_id=_pk(id, "BudgetLine"), viewer=info.context.actor)

    @staticmethod
    def resolve_budget_import(root: Any, info: Any, id: str) -> BudgetImportModel | None:
        ensure_agency_member_or(info.context.actor)
        try:
            return budget_import_get(import_id=uuid_pk(id, "BudgetImport"), viewer=info.context.actor)
        except BadGlobalId:
            return None

    @staticmethod
    def resolve_budget_imports(root: Any, info: Any, agency: str, **paging: Any) -> Connection:
        ensure_agency_member_or(info.context.actor)
        rows = budget_imports_for(info.context.actor).filter(agency_id=_pk(agency, "Agency"))
        return paginate(info, rows, [SortKey("created_at", True, parse_datetime), SortKey("id", parse=str)], **paging)


def _lines(info: Any, agency: str, department: str | None = None, search: str | None = None, **given: Any) -> Any:
    return budget_line_list(
        agency_id=_pk(agency, "Agency"),
        viewer=info.context.actor,
        year=_smallint(given.get("year")),
        department_id=_pk(department, "AgencyDepartment") if department is not None else None,
        is_of_all=bool(given.get("is_of_all")),
        search=(search or "").replace("\x00", ""),
        is_active=given.get("is_active"),
    )


def _smallint(year: int | None) -> int | None:
    """A year that no line can have finds nothing."""
    return None if year is None else max(0, min(year, 32_767))


def _pk(global_id: str, type_name: str) -> int:
    """Another's id, one that is not there, and one that is none find nothing alike."""
    try:
        return int_pk(global_id, type_name)
    except BadGlobalId:
        return 0
