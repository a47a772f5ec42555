"""Budget lines for tests, and the workbooks they come in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factories.applications import actor_of
from factories.procurement import agency_member
from market.agencies.budget_workbook import write_budget_workbook
from market.agencies.models import Agency, AgencyMember, BudgetLine
from market.agencies.services.budget_line_save import NewLine, budget_line_create

YEAR = 2026
ROW: dict[str, Any] = {
    "year": YEAR, "department": "", "account": "일반회계", "project": "", "code": "201-01", "name": "사무관리비", "amount": 36_000_000,
}  # fmt: skip
_codes = itertools.count(1)


def budget_line(member: AgencyMember | None = None, amount: int = 1_000_000, **fields: Any) -> BudgetLine:
    """A line that a keeper of the agency's budgets has added."""
    keeper = member or agency_member()
    given: dict[str, Any] = {
        "fiscal_year": YEAR, "department_id": None, "account": "일반회계", "code": f"201-{next(_codes):02d}", "name": "사무관리비",
        "appropriated": Decimal(amount), **fields,
    }  # fmt: skip
    return budget_line_create(agency_id=keeper.agency_id, line=NewLine(**given), actor=actor_of(keeper.user))


def another_agency() -> Agency:
    return agency_member().agency


def budget_file(*rows: dict[str, Any]) -> bytes:
    """A workbook with these rows on top of ``ROW``."""
    filled: list[Sequence[Any]] = [list({**ROW, **row}.values()) for row in rows]
    return write_budget_workbook(filled)
