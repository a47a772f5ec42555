"""Do the sums of budget lines say what their entries and uses say? Every line is computed anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from market.agencies.models import BudgetEntry, BudgetLine, BudgetUse

USE_SUMS = ("held", "committed", "spent")
LINE_SUMS = ("appropriated", *USE_SUMS)
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class BudgetDifference:
    """``column`` of a line says ``line``, and its ``source`` (entries or uses) says ``other``; in won."""

    line_id: int
    column: str
    source: str
    line: Decimal
    other: Decimal


def budget_audit(*, agency_id: int | None = None) -> list[BudgetDifference]:
    """Every difference, in three statements; none when the books are right. Of all agencies unless one is named."""
    lines = BudgetLine.objects.order_by("pk")
    if agency_id is not None:
        lines = lines.filter(agency_id=agency_id)
    entries = _sums(BudgetEntry, LINE_SUMS, agency_id)
    uses = _sums(BudgetUse, USE_SUMS, agency_id)
    found: list[BudgetDifference] = []
    for line in lines.iterator():
        found += _compared(line, "entries", LINE_SUMS, entries.get(line.pk, {}))
        found += _compared(line, "uses", USE_SUMS, uses.get(line.pk, {}))
    return found


def _sums(
    model: type[BudgetEntry] | type[BudgetUse], columns: Sequence[str], agency_id: int | None
) -> dict[int, dict[str, Decimal]]:
    rows = model.objects.order_by()
    if agency_id is not None:
        rows = rows.filter(line__agency_id=agency_id)
    summed = rows.values_list("line_id").annotate(*(Sum(column) for column in columns))
    return {line_id: dict(zip(columns, sums, strict=True)) for line_id, *sums in summed}


def _compared(
    line: BudgetLine, source: str, columns: Iterable[str], sums: dict[str, Decimal]
) -> list[BudgetDifference]:
    return [
        BudgetDifference(line.pk, column, source, getattr(line, column), sums.get(column, ZERO))
        for column in columns
        if getattr(line, column) != sums.get(column, ZERO)
    ]
