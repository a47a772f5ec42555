"""Add a budget line, change it, close it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from market.agencies.budget_rules import LONGEST, MOST_WON, YEARS, Column
from market.agencies.errors import BudgetBelowUse, BudgetLineThere
from market.agencies.locks import agency_for_update, budget_lines_for_update
from market.agencies.models import BudgetEntry, BudgetLine, Department
from market.agencies.selectors.budget_rights import ensure_keeps_budgets
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, Required

EDIT = "edit"
LONGEST_NOTE = 200
FIELDS = {Column.ACCOUNT: "account", Column.PROJECT: "project", Column.CODE: "code", Column.NAME: "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """A line to add; ``department_id`` None: of the whole agency. ``appropriated`` in won."""

    fiscal_year: int
    department_id: int | None
    account: str
    project: str = ""
    code: str
    name: str
    appropriated: Decimal


def budget_line_create(*, agency_id: int, line: NewLine, actor: Actor, note: str = "") -> BudgetLine:
    """Add the line. By who keeps the agency's budgets. Raises NotFound, InvalidInput, Required, BudgetLineThere."""
    ensure_keeps_budgets(agency_id, actor, field="agency")
    texts = {column: _text(column, getattr(line, name)) for column, name in FIELDS.items()}
    if line.fiscal_year not in YEARS:
        raise InvalidInput("fiscalYear", "회계연도는 네 자리로 적어 주세요.", "The fiscal year has four digits.")
    amount = won(line.appropriated)
    with transaction.atomic():
        agency_for_update(agency_id, field="agency")
        if line.department_id is not None and not _is_department(agency_id, line.department_id):
            raise NotFound("department")
        key = {
            "agency_id": agency_id,
            "fiscal_year": line.fiscal_year,
            "department_id": line.department_id,
            **{FIELDS[column]: text for column, text in texts.items() if column is not Column.NAME},
        }
        if BudgetLine.objects.filter(**key).exists():
            raise BudgetLineThere("code")
        made = BudgetLine.objects.create(**key, name=texts[Column.NAME], appropriated=amount)
        entry_add(line=made, reference=EDIT, appropriated=amount, note=note, actor=actor)
        audit.record(
            actor=actor,
            action="agencies.budget_line_create",
            subject_type="BudgetLine",
            subject_id=made.pk,
            agency=agency_id,
            year=line.fiscal_year,
            code=made.code,
            appropriated=str(amount),
        )
    return made


def budget_line_update(
    *,
    line_id: int,
    actor: Actor,
    appropriated: Decimal | None = None,
    name: str | None = None,
    is_active: bool | None = None,
    note: str = "",
) -> BudgetLine:
    """Change what is given, in one step. Nothing is bought from a closed line any more; what was held or ordered goes on.

    Raises NotFound, InvalidInput, Required, and BudgetBelowUse for less than is used.
    """
    known = BudgetLine.objects.filter(pk=line_id).values_list("agency_id", flat=True).first()
    ensure_keeps_budgets(known, actor)
    with transaction.atomic():
        line = budget_lines_for_update().get(pk=line_id)
        before: dict[str, Any] = {"appropriated": line.appropriated, "name": line.name, "is_active": line.is_active}
        if appropriated is not None:
            line.appropriated = won(appropriated)
            ensure_covers(line)
        if name is not None:
            line.name = _text(Column.NAME, name)
        if is_active is not None:
            line.is_active = is_active
        changes = {key: [str(old), str(getattr(line, key))] for key, old in before.items() if getattr(line, key) != old}
        if not changes:
            return line
        line.save(update_fields=[*changes, "updated_at"])
        entry_add(
            line=line, reference=EDIT, appropriated=line.appropriated - before["appropriated"], note=note, actor=actor
        )
        audit.record(
            actor=actor,
            action="agencies.budget_line_update",
            subject_type="BudgetLine",
            subject_id=line.pk,
            agency=line.agency_id,
            changes=changes,
        )
    return line


def ensure_covers(line: BudgetLine, field: str = "appropriated") -> None:
    """Raises BudgetBelowUse when the line is appropriated less than is used."""
    if line.available < 0:
        raise BudgetBelowUse(field, used=f"{line.appropriated - line.available:,}")


def entry_add(*, line: BudgetLine, reference: str, appropriated: Decimal, note: str, actor: Actor) -> None:
    """Note a change of the line itself (its name or state alone: a movement of nothing)."""
    BudgetEntry.objects.create(
        line=line,
        reference=reference,
        appropriated=appropriated,
        note=" ".join(note.split())[:LONGEST_NOTE],
        actor_id=actor.user_id,
        at=clock.now(),
    )


def won(amount: Decimal) -> Decimal:
    """Whole won within bounds. Raises InvalidInput."""
    if amount != amount.to_integral_value() or not 0 <= amount < MOST_WON:
        raise InvalidInput("appropriated", "0 이상의 원 단위 숫자로 적어 주세요.", "An amount is whole won, 0 or more.")
    return amount.to_integral_value()


def _text(column: Column, text: str) -> str:
    plain = " ".join(text.split())
    if not plain and column is not Column.PROJECT:
        raise Required(FIELDS[column])
    if len(plain) > LONGEST[column] or "\x00" in plain:
        raise InvalidInput(
            FIELDS[column], f"{LONGEST[column]}자까지 쓸 수 있어요.", f"It may have {LONGEST[column]} letters."
        )
    return plain


def _is_department(agency_id: int, department_id: int) -> bool:
    return Department.objects.filter(pk=department_id, agency_id=agency_id, is_active=True).exists()
