"""Adding and changing lines: by whom, within which bounds, with which traces."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factories.applications import actor_of
from factories.budgets import YEAR, another_agency, budget_line
from factories.procurement import agency_member
from market.agencies.errors import BudgetBelowUse, BudgetLineThere
from market.agencies.models import BudgetEntry, BudgetLine, Department
from market.agencies.permissions import AgencyAbility
from market.agencies.services.budget_line_save import NewLine, budget_line_create, budget_line_update
from market.agencies.services.budget_use_set import budget_use_set
from market.core.actor import SYSTEM
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.core.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_new_line_is_noted_with_who_added_it() -> None:
    member = agency_member()
    line = budget_line(member, 36_000_000)
    entry = BudgetEntry.objects.get(line=line)
    assert (entry.appropriated, entry.reference, entry.actor_id) == (36_000_000, "edit", member.user_id)
    assert AuditEntry.objects.get(subject_id=str(line.pk)).action == "agencies.budget_line_create"


def test_one_line_of_its_kind() -> None:
    member = agency_member()
    line = budget_line(member, code="201-01")
    with pytest.raises(BudgetLineThere):
        budget_line(member, code="201-01")
    budget_line(member, code="201-01", fiscal_year=YEAR + 1)
    budget_line(member, code="201-01", project="작은도서관 운영")
    assert BudgetLine.objects.filter(agency_id=line.agency_id).count() == 3


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"code": " "}, Required),
        ({"account": "가" * 61}, InvalidInput),
        ({"fiscal_year": 26}, InvalidInput),
        ({"appropriated": Decimal("0.5")}, InvalidInput),
        ({"appropriated": Decimal(-1)}, InvalidInput),
        ({"appropriated": Decimal(10**15)}, InvalidInput),
        ({"name": "사무\x00관리비"}, InvalidInput),
    ],
)
def test_what_cannot_be_a_line(fields: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        budget_line(**fields)  # type: ignore[arg-type]
    assert not BudgetLine.objects.exists()


def test_a_department_of_another_agency_is_not_found() -> None:
    foreign = Department.objects.create(agency=another_agency(), name="총무과")
    with pytest.raises(NotFound):
        budget_line(department_id=foreign.pk)


def test_only_who_pays_or_administers_changes_lines() -> None:
    member = agency_member()
    line = budget_line(member, 1_000)
    wish = NewLine(
        fiscal_year=YEAR, department_id=None, account="일반회계", code="1", name="이름", appropriated=Decimal(1)
    )
    for abilities in ((AgencyAbility.REQUEST, AgencyAbility.APPROVE, AgencyAbility.INSPECT),):
        clerk = actor_of(agency_member(member.agency, *abilities).user)
        with pytest.raises(PermissionDenied):
            budget_line_update(line_id=line.pk, actor=clerk, appropriated=Decimal(5))
        with pytest.raises(PermissionDenied):
            budget_line_create(agency_id=member.agency_id, line=wish, actor=clerk)
    stranger = actor_of(agency_member().user)
    with pytest.raises(NotFound):
        budget_line_update(line_id=line.pk, actor=stranger, appropriated=Decimal(5))
    with pytest.raises(NotFound):
        budget_line_create(agency_id=member.agency_id, line=wish, actor=stranger)
    payer = actor_of(agency_member(member.agency, AgencyAbility.PAY).user)
    assert budget_line_update(line_id=line.pk, actor=payer, appropriated=Decimal(5)).appropriated == 5


def test_it_is_never_cut_below_what_is_used() -> None:
    member = agency_member()
    line, actor = budget_line(member, 1_000), actor_of(member.user)
    budget_use_set(line_id=line.pk, reference="request:1", actor=SYSTEM, held=Decimal(300), committed=Decimal(200))
    with pytest.raises(BudgetBelowUse) as refused:
        budget_line_update(line_id=line.pk, actor=actor, appropriated=Decimal(499), name="다른 이름")
    assert refused.value.params == {"used": "500"}
    line.refresh_from_db()
    assert (line.appropriated, line.name) == (1_000, "사무관리비")
    budget_line_update(line_id=line.pk, actor=actor, appropriated=Decimal(500), note="추경 감액")
    entry = BudgetEntry.objects.filter(line=line).latest("pk")
    assert (entry.appropriated, entry.note) == (-500, "추경 감액")


def test_changing_nothing_leaves_no_trace() -> None:
    member = agency_member()
    line = budget_line(member, 1_000)
    before = BudgetEntry.objects.count(), AuditEntry.objects.count()
    budget_line_update(line_id=line.pk, actor=actor_of(member.user), appropriated=Decimal(1_000), name=line.name)
    assert (BudgetEntry.objects.count(), AuditEntry.objects.count()) == before
