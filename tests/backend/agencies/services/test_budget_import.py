"""Workbooks of budget lines: read, shown, applied at once, taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from factories.applications import actor_of
from factories.budgets import YEAR, budget_file, budget_line
from factories.procurement import agency_member
from market.agencies.budget_rules import Outcome, won_of
from market.agencies.budget_workbook import write_budget_workbook
from market.agencies.errors import BudgetImportOver, BudgetImportUsed, BudgetImportWrong
from market.agencies.models import AgencyMember, BudgetEntry, BudgetImport, BudgetLine, Department
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.budget_audit import budget_audit
from market.agencies.selectors.budget_imports import budget_import_plan, budget_rows
from market.agencies.services.budget_import import budget_import_apply, budget_import_create, budget_import_undo
from market.agencies.services.budget_use_set import budget_use_set
from market.core.actor import SYSTEM
from market.core.errors import InvalidInput, NotFound, PermissionDenied
from market.core.files.errors import WorkbookUnreadable

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> AgencyMember:
    member = agency_member()
    Department.objects.create(agency=member.agency, name="문화체육과")
    return member


def taken(keeper: AgencyMember, content: bytes, year: int = YEAR) -> BudgetImport:
    return budget_import_create(
        agency_id=keeper.agency_id, year=year, content=content, name="2026 예산.xlsx", actor=actor_of(keeper.user)
    )


def test_rows_are_new_changed_unchanged_or_wrong(keeper: AgencyMember) -> None:
    budget_line(keeper, 36_000_000, code="201-01")
    budget_line(keeper, 10_000_000, code="201-03", name="행사운영비")
    used = budget_line(keeper, 5_000_000, code="206-01", name="재료비")
    budget_use_set(line_id=used.pk, reference="request:1", actor=SYSTEM, held=Decimal(4_000_000))
    run = taken(
        keeper,
        budget_file(
            {},
            {"code": "201-03", "name": "행사운영비", "amount": "12,000,000"},
            {"code": "206-01", "name": "재료비", "amount": 3_999_999},
            {"code": "405-01", "name": "자산및물품취득비", "department": "문화체육과", "project": "작은도서관 운영"},
            {"code": "405-01", "name": "자산및물품취득비", "department": "없는과"},
            {"code": "405-01", "name": "", "amount": "많이"},
            {"year": 2025},
            {},
        ),
    )
    plan = budget_import_plan(run)
    assert [(row.number, row.outcome) for row in plan] == [
        (2, Outcome.UNCHANGED), (3, Outcome.CHANGED), (4, Outcome.WRONG), (5, Outcome.NEW), (6, Outcome.WRONG), (7, Outcome.WRONG),
        (8, Outcome.WRONG), (9, Outcome.WRONG),
    ]  # fmt: skip
    assert "4,000,000" in plan[2].problems[0][0]
    assert len(plan[5].problems) == 2
    assert "2행" in plan[7].problems[0][0]
    assert BudgetLine.objects.count() == 3, "looking changes nothing"


def test_applied_at_once_and_once(keeper: AgencyMember) -> None:
    line = budget_line(keeper, 36_000_000, code="201-01")
    run = taken(keeper, budget_file({"amount": 40_000_000}, {"code": "405-01", "department": "문화체육과"}))
    budget_import_apply(import_id=run.pk, actor=actor_of(keeper.user))
    line.refresh_from_db()
    made = BudgetLine.objects.get(code="405-01")
    assert (line.appropriated, made.appropriated, made.department and made.department.name) == (
        40_000_000,
        36_000_000,
        "문화체육과",
    )
    entries = BudgetEntry.objects.count()
    budget_import_apply(import_id=run.pk, actor=actor_of(keeper.user))
    assert BudgetEntry.objects.count() == entries
    assert budget_audit() == []


def test_nothing_is_applied_while_a_row_is_wrong(keeper: AgencyMember) -> None:
    run = taken(keeper, budget_file({}, {"code": ""}))
    with pytest.raises(BudgetImportWrong) as refused:
        budget_import_apply(import_id=run.pk, actor=actor_of(keeper.user))
    assert refused.value.params == {"rows": 1}
    assert not BudgetLine.objects.exists()


def test_rows_are_judged_again_when_they_are_applied(keeper: AgencyMember) -> None:
    line = budget_line(keeper, 36_000_000, code="201-01")
    run = taken(keeper, budget_file({"amount": 1_000}))
    assert budget_import_plan(run)[0].outcome is Outcome.CHANGED
    budget_use_set(line_id=line.pk, reference="request:1", actor=SYSTEM, held=Decimal(1_001))
    with pytest.raises(BudgetImportWrong):
        budget_import_apply(import_id=run.pk, actor=actor_of(keeper.user))
    line.refresh_from_db()
    assert line.appropriated == 36_000_000


def test_the_same_file_for_the_same_year_is_one_import(keeper: AgencyMember) -> None:
    content = budget_file({})
    first = taken(keeper, content)
    assert taken(keeper, content).pk == first.pk
    assert taken(keeper, content, YEAR + 1).pk != first.pk
    actor = actor_of(keeper.user)
    budget_import_apply(import_id=first.pk, actor=actor)
    assert taken(keeper, content).pk == first.pk
    budget_import_undo(import_id=first.pk, actor=actor)
    assert taken(keeper, content).pk != first.pk


def test_it_is_taken_back_while_nothing_was_bought(keeper: AgencyMember) -> None:
    actor = actor_of(keeper.user)
    line = budget_line(keeper, 36_000_000, code="201-01")
    run = taken(keeper, budget_file({"amount": 40_000_000, "name": "새 이름"}, {"code": "405-01"}))
    with pytest.raises(BudgetImportOver):
        budget_import_undo(import_id=run.pk, actor=actor)
    budget_import_apply(import_id=run.pk, actor=actor)
    budget_import_undo(import_id=run.pk, actor=actor)
    budget_import_undo(import_id=run.pk, actor=actor)
    line.refresh_from_db()
    made = BudgetLine.objects.get(code="405-01")
    assert (line.appropriated, line.name, line.is_active) == (36_000_000, "사무관리비", True)
    assert (made.appropriated, made.is_active) == (0, False)
    assert budget_audit() == []
    with pytest.raises(BudgetImportOver):
        budget_import_apply(import_id=run.pk, actor=actor)
    again = taken(keeper, budget_file({"code": "405-01", "amount": 7}))
    assert budget_import_plan(again)[0].outcome is Outcome.CHANGED, "a closed line is opened again"
    budget_import_apply(import_id=again.pk, actor=actor)
    made.refresh_from_db()
    assert (made.appropriated, made.is_active) == (7, True)


def test_it_stays_when_something_was_bought_from_it(keeper: AgencyMember) -> None:
    actor = actor_of(keeper.user)
    line = budget_line(keeper, 1_000, code="201-01")
    run = taken(keeper, budget_file({"amount": 5_000}, {"code": "405-01"}))
    budget_import_apply(import_id=run.pk, actor=actor)
    budget_use_set(line_id=line.pk, reference="request:1", actor=SYSTEM, held=Decimal(1_001))
    with pytest.raises(BudgetImportUsed) as refused:
        budget_import_undo(import_id=run.pk, actor=actor)
    assert refused.value.params == {"lines": 1}
    assert BudgetLine.objects.get(code="405-01").appropriated == 36_000_000, "none is put back"
    budget_use_set(line_id=line.pk, reference="request:1", actor=SYSTEM, held=Decimal(1_000))
    budget_import_undo(import_id=run.pk, actor=actor)
    line.refresh_from_db()
    assert (line.appropriated, line.available) == (1_000, 0)


def test_what_is_downloaded_can_be_uploaded_and_changes_nothing(keeper: AgencyMember) -> None:
    department = Department.objects.get(agency=keeper.agency)
    budget_line(keeper, 36_000_000, name="=SUM(A1)", department_id=department.pk, project="작은도서관 운영")
    run = taken(keeper, write_budget_workbook(budget_rows(BudgetLine.objects.all())))
    assert [row.outcome for row in budget_import_plan(run)] == [Outcome.UNCHANGED]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04broken", "회계연도,회계\n2026,일반회계".encode(), write_budget_workbook()],
    ids=["empty", "cut", "csv", "no rows"],
)
def test_what_is_no_workbook_of_a_budget_is_refused(keeper: AgencyMember, content: bytes) -> None:
    with pytest.raises(WorkbookUnreadable):
        taken(keeper, content)
    with pytest.raises(InvalidInput):
        taken(keeper, budget_file({}), year=26)
    assert not BudgetImport.objects.exists()


def test_only_who_keeps_the_budgets(keeper: AgencyMember) -> None:
    run = taken(keeper, budget_file({}))
    clerk, stranger = agency_member(keeper.agency, AgencyAbility.REQUEST), agency_member()
    for work in (budget_import_apply, budget_import_undo):
        with pytest.raises(PermissionDenied):
            work(import_id=run.pk, actor=actor_of(clerk.user))
        for pk in (run.pk, uuid4()):
            with pytest.raises(NotFound):
                work(import_id=pk, actor=actor_of(stranger.user))
    with pytest.raises(NotFound):
        budget_import_create(
            agency_id=keeper.agency_id, year=YEAR, content=budget_file({}), name="", actor=actor_of(stranger.user)
        )
    assert not BudgetLine.objects.exists()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("48,000,000", 48_000_000), ("48000000.0", 48_000_000), ("1 000원", 1_000), ("0", 0), ("", None), ("-1", None), ("0.5", None),
        ("1e6", None), ("٣", None), ("9" * 16, None), ("원", None),
    ],
)  # fmt: skip
def test_amounts_as_people_type_them(text: str, amount: Any) -> None:
    assert won_of(text) == amount
