"""Take in a workbook of budget lines, apply it at once, take it back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from market.agencies.budget_rules import YEARS, LineWish, Outcome, PlannedRow
from market.agencies.budget_workbook import read_budget_workbook
from market.agencies.errors import BudgetImportOver, BudgetImportUsed, BudgetImportWrong
from market.agencies.locks import agency_for_update, budget_imports_for_update, budget_lines_for_update
from market.agencies.models import BudgetEntry, BudgetImport, BudgetImportStatus, BudgetLine
from market.agencies.selectors.budget_imports import budget_import_plan
from market.agencies.selectors.budget_rights import ensure_keeps_budgets
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.core.files.documents import plain_name

Effect = dict[str, Any]
WRITTEN = ["appropriated", "name", "is_active", "updated_at"]
ZERO = Decimal(0)


def budget_import_create(*, agency_id: int, year: int, content: bytes, name: str, actor: Actor) -> BudgetImport:
    """Read the rows and keep them to be looked at; no line changes. The same file for the same year is the same import.

    Raises NotFound and PermissionDenied for who does not keep the budgets, InvalidInput (year), WorkbookUnreadable.
    """
    ensure_keeps_budgets(agency_id, actor, field="agency")
    if year not in YEARS:
        raise InvalidInput("year", "회계연도는 네 자리로 적어 주세요.", "The fiscal year has four digits.")
    rows = read_budget_workbook(content)
    file_hash = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        agency_for_update(agency_id, field="agency")
        known = BudgetImport.objects.filter(
            agency_id=agency_id,
            fiscal_year=year,
            file_hash=file_hash,
            status__in=[BudgetImportStatus.CHECKED, BudgetImportStatus.APPLIED],
        ).first()
        if known is not None:
            return known
        made = BudgetImport.objects.create(
            agency_id=agency_id,
            fiscal_year=year,
            file_name=plain_name(name, "xlsx"),
            file_hash=file_hash,
            rows=rows,
            uploaded_by_id=actor.user_id,
        )
        _record(actor, "create", made, rows=len(rows))
    return made


def budget_import_apply(*, import_id: UUID, actor: Actor) -> BudgetImport:
    """Add and change all lines in one step; again it changes nothing. Rows are judged by the lines as they stand now.

    Raises NotFound, PermissionDenied, BudgetImportWrong (a row would be wrong: none is applied), BudgetImportOver (undone).
    """
    agency_id = _agency_of(import_id, actor)
    with transaction.atomic():
        agency_for_update(agency_id)
        run = budget_imports_for_update().get(pk=import_id)
        if run.status == BudgetImportStatus.APPLIED:
            return run
        if run.status != BudgetImportStatus.CHECKED:
            raise BudgetImportOver("id")
        lines = {
            line.pk: line for line in budget_lines_for_update().filter(agency_id=agency_id, fiscal_year=run.fiscal_year)
        }
        plan = budget_import_plan(run)  # read after the locks
        wrong = sum(row.outcome is Outcome.WRONG for row in plan)
        if wrong:
            raise BudgetImportWrong("id", rows=wrong)
        run.effects = [*_changed(run, plan, lines, actor), *_added(run, plan, actor)]
        run.status, run.applied_at = BudgetImportStatus.APPLIED, clock.now()
        run.save(update_fields=["effects", "status", "applied_at"])
        _record(actor, "apply", run, lines=len(run.effects))
    return run


def budget_import_undo(*, import_id: UUID, actor: Actor) -> BudgetImport:
    """Put every line back; lines that the workbook added are closed at 0 won. Again it changes nothing.

    Raises NotFound, PermissionDenied, BudgetImportOver (not applied), and BudgetImportUsed when a line was bought from beyond what it had
    before, or was changed since: then none is put back.
    """
    agency_id = _agency_of(import_id, actor)
    with transaction.atomic():
        agency_for_update(agency_id)
        run = budget_imports_for_update().get(pk=import_id)
        if run.status == BudgetImportStatus.UNDONE:
            return run
        if run.status != BudgetImportStatus.APPLIED:
            raise BudgetImportOver("id")
        effects = {effect["line"]: effect for effect in run.effects}
        lines = list(budget_lines_for_update().filter(pk__in=effects))
        stuck = [line for line in lines if not _may_go_back(line, effects[line.pk])]
        if stuck:
            raise BudgetImportUsed("id", lines=len(stuck))
        entries = [
            _entry(line, f"import-undo:{run.pk}", _put_back(line, effects[line.pk]), actor, run) for line in lines
        ]
        BudgetLine.objects.bulk_update(lines, WRITTEN)
        BudgetEntry.objects.bulk_create(entries)
        run.status, run.undone_at = BudgetImportStatus.UNDONE, clock.now()
        run.save(update_fields=["status", "undone_at"])
        _record(actor, "undo", run, lines=len(lines))
    return run


def _agency_of(import_id: UUID, actor: Actor) -> int:
    known = BudgetImport.objects.filter(pk=import_id).values_list("agency_id", flat=True).first()
    return ensure_keeps_budgets(known, actor).agency_id


def _changed(run: BudgetImport, plan: Sequence[PlannedRow], lines: dict[int, BudgetLine], actor: Actor) -> list[Effect]:
    effects, touched, entries = [], [], []
    for row in plan:
        if row.outcome is not Outcome.CHANGED or row.wish is None or row.line is None:
            continue
        line, wish = lines[row.line.pk], row.wish
        effects.append(_effect(line, wish, is_new=False))
        delta = wish.appropriated - line.appropriated
        line.appropriated, line.name, line.is_active = Decimal(wish.appropriated), wish.name, True
        line.updated_at = clock.now()
        touched.append(line)
        entries.append(_entry(line, f"import:{run.pk}", delta, actor, run))
    BudgetLine.objects.bulk_update(touched, WRITTEN)
    BudgetEntry.objects.bulk_create(entries)
    return effects


def _added(run: BudgetImport, plan: Sequence[PlannedRow], actor: Actor) -> list[Effect]:
    wishes = [row.wish for row in plan if row.outcome is Outcome.NEW and row.wish is not None]
    made = BudgetLine.objects.bulk_create(
        BudgetLine(
            agency_id=run.agency_id,
            fiscal_year=run.fiscal_year,
            department_id=wish.department_id,
            account=wish.account,
            project=wish.project,
            code=wish.code,
            name=wish.name,
            appropriated=Decimal(wish.appropriated),
        )
        for wish in wishes
    )
    BudgetEntry.objects.bulk_create(_entry(line, f"import:{run.pk}", line.appropriated, actor, run) for line in made)
    return [_effect(line, wish, is_new=True) for line, wish in zip(made, wishes, strict=True)]


def _effect(line: BudgetLine, wish: LineWish, *, is_new: bool) -> Effect:
    before = 0 if is_new else int(line.appropriated)
    return {
        "line": line.pk,
        "created": is_new,
        "appropriated": [before, wish.appropriated],
        "name": [line.name, wish.name],
        "was_active": not is_new and line.is_active,
    }


def _may_go_back(line: BudgetLine, effect: Effect) -> bool:
    used = line.appropriated - line.available
    is_same = line.is_active and [line.appropriated, line.name] == [effect["appropriated"][1], effect["name"][1]]
    return is_same and used <= effect["appropriated"][0]


def _put_back(line: BudgetLine, effect: Effect) -> Decimal:
    """Returns by how much the appropriation changes."""
    before = Decimal(effect["appropriated"][0])
    delta = before - line.appropriated
    line.appropriated, line.name, line.is_active = before, effect["name"][0], effect["was_active"]
    line.updated_at = clock.now()
    return delta


def _entry(line: BudgetLine, reference: str, delta: Decimal, actor: Actor, run: BudgetImport) -> BudgetEntry:
    return BudgetEntry(
        line=line,
        reference=reference,
        appropriated=delta,
        note=run.file_name,
        actor_id=actor.user_id,
        at=clock.now(),
    )


def _record(actor: Actor, verb: str, run: BudgetImport, **data: object) -> None:
    audit.record(
        actor=actor,
        action=f"agencies.budget_import_{verb}",
        subject_type="BudgetImport",
        subject_id=run.pk,
        agency=run.agency_id,
        year=run.fiscal_year,
        **data,
    )
